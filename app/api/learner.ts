/** Whose record a request is about: the account's learner, else the guest's. Nothing is stored for a guest before their first statement. */
import { randomBytes } from 'node:crypto'
import { forgottenGuestCookies, guestCookie, newLearnerId } from '#lib/account/session.ts'
import { isForThisVisit, renewAfterSeconds, renewedCookie, sessionSeconds } from '#lib/account/session-cookie.ts'
import { learnerOfUser, type SignedIn } from '#lib/account/who-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import { takeGuest } from './auth/after-sign-in.ts'
import { guestOf, sessionOf, whoAsks } from './who.ts'

/** The learner, made a guest where there is none. Send `setCookie` along: it makes or renews the cookie they are known by. */
export async function learnerOf(request: Request): Promise<{ actor: string; setCookie: string }> {
  const { secret, baseUrl } = config()
  const fresh = newLearnerId(randomBytes(16))
  const signedIn = await sessionOf(request.headers)
  if (signedIn) {
    const lasting = !isForThisVisit(request.headers.get('cookie'))
    if (lasting) await renew(signedIn)
    const actor = signedIn.learner ?? (await learnerOfUser(await database(), signedIn.user.id, fresh, Date.now()))
    const [forgotten] = forgottenGuestCookies(request.headers.get('cookie'), baseUrl)
    if (forgotten) {
      // A request that was under way while somebody signed in has made the guest known again: what it stored follows.
      await takeGuest(request.headers, { ...signedIn, learner: actor })
      return { actor, setCookie: forgotten }
    }
    return { actor, setCookie: renewedCookie(signedIn.session.token, secret, baseUrl, lasting) }
  }
  const actor = (await guestOf(request.headers)) ?? fresh
  return { actor, setCookie: guestCookie(actor, secret, baseUrl) }
}

/** The learner, or null: for reading, where making a guest would be noise. */
export async function knownLearner(request: Request): Promise<string | null> {
  return (await whoAsks(request.headers)).learner
}

async function renew({ session }: SignedIn): Promise<void> {
  const now = Date.now()
  if (now - session.updatedAt < renewAfterSeconds * 1000) return
  await (await database())
    .updateTable('auth_session')
    .set({ expiresAt: new Date(now + sessionSeconds * 1000).toISOString(), updatedAt: new Date(now).toISOString() })
    .where('id', '=', session.id)
    .execute()
}
