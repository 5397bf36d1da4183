/** Takes an invitation: whoever is signed in gets the role; else a new account, or the one with that address, does. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { enterWith } from '#app/api/account/enter.ts'
import { answer } from '#app/api/answer.ts'
import { hold, tooOften } from '#app/api/auth/hold.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { passwordField, personName } from '#lib/account/auth-paths.ts'
import { acceptInvitation, openInvitation } from '#lib/account/staff-store.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ token: z.string().min(1).max(100), name: personName.optional(), password: passwordField.optional() })

/** Body `{ token }`, and signed out `name` (for a new account) and `password`; value `{ user, role }`, signed in. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'public.setup', body)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  const held = await hold(request.headers, { spends: 'tokens' }, {})
  if ('seconds' in held) return tooOften(held.seconds)
  const { token, name, password } = form
  const invitation = await openInvitation(asked.db, token, Date.now())
  if (!invitation) return refuse('link_over')
  const signedIn = asked.who.user
  if (!signedIn && password === undefined) return refuse('sign_in_first')
  if (!signedIn && !invitation.hasAccount && name === undefined) return refuse('name_empty')
  const entered = signedIn
    ? { ok: true as const, user: signedIn, cookies: [] }
    : await enterWith(request.headers, { name: name ?? invitation.email, email: invitation.email, password: password ?? '' })
  if (!entered.ok) return entered.code === 'wait_a_little' ? tooOften(entered.seconds ?? 60) : refuse(entered.code)
  const role = await acceptInvitation(asked.db, token, entered.user, Date.now())
  const { id, name: called, email } = entered.user
  const response = role === null ? refuse('link_over') : ok({ user: { id, name: called, email, role }, role })
  for (const cookie of entered.cookies) response.headers.append('Set-Cookie', cookie)
  return response
})
