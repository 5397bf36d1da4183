/** Withdraws an invitation that was not used yet. */
import { admitBare } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { withdrawInvitation } from '#lib/account/staff-store.ts'

export const dynamic = 'force-dynamic'

export const DELETE = answer(async (request: Request, { params }: { params: Promise<{ invitation: string }> }): Promise<Response> => {
  const asked = await admitBare(request, 'admin.invite')
  if (asked instanceof Response) return asked
  return (await withdrawInvitation(asked.db, (await params).invitation, asked.user, Date.now())) ? ok({}) : refuse('not_found')
})
