/** Makes the first administrator, by the link that the first start printed. Closed as soon as there is one. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { enterWith } from '#app/api/account/enter.ts'
import { answer } from '#app/api/answer.ts'
import { hold, tooOften } from '#app/api/auth/hold.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { emailField, passwordField, personName } from '#lib/account/auth-paths.ts'
import { finishSetup, isSetUp, isSetupToken } from '#lib/account/setup-store.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ token: z.string().min(1).max(100), name: personName, email: emailField, password: passwordField })

/** Body `{ token, name, email, password }`; value `{ user }`, signed in. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'public.setup', body)
  if (admitted instanceof Response) return admitted
  const { db } = admitted.asked
  if (await isSetUp(db)) return refuse('setup_done')
  const held = await hold(request.headers, { spends: 'tokens' }, {})
  if ('seconds' in held) return tooOften(held.seconds)
  const { token, ...given } = admitted.form
  if (!(await isSetupToken(db, token))) return refuse('link_over')
  const entered = await enterWith(request.headers, given)
  if (!entered.ok) return entered.code === 'wait_a_little' ? tooOften(entered.seconds ?? 60) : refuse(entered.code)
  const first = await finishSetup(db, token, entered.user.id, Date.now())
  const { id, name, email } = entered.user
  const response = first ? ok({ user: { id, name, email, role: 'administrator' } }) : refuse('setup_done')
  for (const cookie of entered.cookies) response.headers.append('Set-Cookie', cookie)
  return response
})
