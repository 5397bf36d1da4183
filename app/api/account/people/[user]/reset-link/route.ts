/** A link with which somebody chooses a new password, to be handed over by whoever asked for it. Shown once. */
import { admitBare } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { personById } from '#lib/account/people-store.ts'
import { makeResetLink } from '#lib/account/reset-link-store.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

/** Value `{ address, until }`. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ user: string }> }): Promise<Response> => {
  const asked = await admitBare(request, 'admin.people')
  if (asked instanceof Response) return asked
  const person = await personById(asked.db, (await params).user)
  if (!person) return refuse('not_found')
  return ok(await makeResetLink(asked.db, config().baseUrl, person.id, asked.user, Date.now()))
})
