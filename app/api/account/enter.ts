/**
 * Coming in by a one-time link: a new account with that name and password, or the one that has this address already, whose
 * password it then has to be. The link says what they become; who they are, the password says.
 */
import { afterSignIn } from '#app/api/auth/after-sign-in.ts'
import { hold, noteOutcome } from '#app/api/auth/hold.ts'
import type { Code } from '#app/api/status-of-code.ts'
import { codeOfRefusal } from '#lib/account/auth-paths.ts'
import { type AuthReply, askAuth } from '#lib/account/auth-store.ts'

export type Entered =
  | { ok: true; user: { id: string; name: string; email: string }; cookies: string[] }
  | { ok: false; code: Code; seconds?: number }

export async function enterWith(headers: Headers, given: { name: string; email: string; password: string }): Promise<Entered> {
  const held = await hold(headers, { slips: 'account' }, given)
  if ('seconds' in held) return { ok: false, code: 'wait_a_little', seconds: held.seconds }
  const made = await askAuth({ method: 'POST', path: '/sign-up/email', body: given, headers })
  const code = made.status < 400 ? null : codeOfRefusal(made.status, made.body)
  if (code === null) return entered(headers, made)
  if (code !== 'email_taken') return { ok: false, code: code as Code }
  const { email, password } = given
  const known = await askAuth({ method: 'POST', path: '/sign-in/email', body: { email, password }, headers })
  await noteOutcome(held.key, known.status < 400 ? 'right' : codeOfRefusal(known.status, known.body))
  return known.status < 400 ? entered(headers, known) : { ok: false, code: codeOfRefusal(known.status, known.body) as Code }
}

async function entered(headers: Headers, { cookies }: AuthReply): Promise<Entered> {
  const after = await afterSignIn(headers, cookies)
  // a password was right, and a code is still to come: sign in first, then open the link again
  if (!after) return { ok: false, code: 'sign_in_first' }
  return { ok: true, user: after.signedIn.user, cookies: [...cookies, ...after.cookies] }
}
