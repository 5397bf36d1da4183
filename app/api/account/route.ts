/**
 * What the site knows of the account of whoever asks; `user: null` for a guest. `mail`: whether letters can be sent.
 * `wantsSecondFactor`: facilitators and administrators are asked for one until they have it.
 */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok } from '#app/api/reply.ts'
import { accountState, wantsSecondFactor } from '#lib/account/people-store.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'public.sign-in')
  if (asked instanceof Response) return asked
  const mail = config().smtpUrl !== null
  const { user } = asked.who
  if (!user) return ok({ user: null, mail })
  const state = await accountState(asked.db, user.id)
  return ok({ user, mail, ...state, wantsSecondFactor: wantsSecondFactor(user.role, state) })
})
