/** Lets somebody in by their password alone, who lost what makes their codes. */
import { admitBare } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { dropSecondFactor, personById } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

/** Refused as `two_factor_off` where the account asked for no code. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ user: string }> }): Promise<Response> => {
  const asked = await admitBare(request, 'admin.people')
  if (asked instanceof Response) return asked
  const person = await personById(asked.db, (await params).user)
  if (!person) return refuse('not_found')
  return (await dropSecondFactor(asked.db, person.id, asked.user, Date.now())) ? ok({}) : refuse('two_factor_off')
})
