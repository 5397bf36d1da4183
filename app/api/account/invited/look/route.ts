/** What an invitation says, before somebody takes it. By POST, so that the token is in no log of addresses. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { hold, tooOften } from '#app/api/auth/hold.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { openInvitation } from '#lib/account/staff-store.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ token: z.string().min(1).max(100) })

/** Body `{ token }`; value `{ email, role, hasAccount }`. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'public.setup', body)
  if (admitted instanceof Response) return admitted
  const held = await hold(request.headers, { spends: 'tokens' }, {})
  if ('seconds' in held) return tooOften(held.seconds)
  const invitation = await openInvitation(admitted.asked.db, admitted.form.token, Date.now())
  if (!invitation) return refuse('link_over')
  const { email, role, hasAccount } = invitation
  return ok({ email, role, hasAccount })
})
