/** Ends all sessions of somebody, e.g. of a telephone that was lost. */
import { admitBare } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { personById, signOutPerson } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

/** Value `{ ended }`: how many. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ user: string }> }): Promise<Response> => {
  const asked = await admitBare(request, 'admin.people')
  if (asked instanceof Response) return asked
  const person = await personById(asked.db, (await params).user)
  if (!person) return refuse('not_found')
  return ok({ ended: await signOutPerson(asked.db, person.id, asked.user, Date.now()) })
})
