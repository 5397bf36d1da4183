/** Ends one session of the account: that device is signed out. */
import { admitBare } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { endSession } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

export const DELETE = answer(async (request: Request, { params }: { params: Promise<{ session: string }> }): Promise<Response> => {
  const asked = await admitBare(request, 'self.devices')
  if (asked instanceof Response) return asked
  return (await endSession(asked.db, asked.user.id, (await params).session)) ? ok({}) : refuse('not_found')
})
