/** Who is asking, from the signed guest cookie. Nothing is stored for a guest before their first statement. */
import { randomBytes } from 'node:crypto'
import { guestCookie, learnerInCookies, newLearnerId } from '#lib/account/session.ts'
import { config } from '#lib/config/read-config.ts'

/** The learner, made a guest where there is none. Send `setCookie` along: it makes or renews their 400 days. */
export async function learnerOf(request: Request): Promise<{ actor: string; setCookie: string }> {
  const { secret, baseUrl } = config()
  const actor = learnerInCookies(request.headers.get('cookie'), secret) ?? newLearnerId(randomBytes(16))
  return { actor, setCookie: guestCookie(actor, secret, baseUrl) }
}

/** The learner, or null: for reading, where making a guest would be noise. */
export async function knownLearner(request: Request): Promise<string | null> {
  return learnerInCookies(request.headers.get('cookie'), config().secret)
}
