/**
 * What follows when somebody has signed in, by whatever means: the guest of this browser becomes part of the account, the
 * guest's cookie goes, and the browser is remembered as one that the account signed in with.
 */

import { courseRecord, progressRules } from '#app/api/course-record.ts'
import { knownCookie, knownDevice } from '#lib/account/known-device.ts'
import { mergeGuest } from '#lib/account/merge-store.ts'
import { newId } from '#lib/account/new-id.ts'
import { forgottenGuestCookies, learnerInCookies } from '#lib/account/session.ts'
import { sessionCookieOf, tokenInCookies } from '#lib/account/session-cookie.ts'
import { readSession, type SignedIn } from '#lib/account/who-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'

/**
 * @param set the cookies that better-auth sets now
 * @returns who signed in and the cookies to set as well, or null where nobody did
 */
export async function afterSignIn(
  headers: Headers,
  set: readonly string[],
): Promise<{ signedIn: SignedIn; merged: 'linked' | 'merged' | 'nothing'; cookies: string[] } | null> {
  const { secret, baseUrl } = config()
  const name = sessionCookieOf(baseUrl)
  const pair = set.find((one) => one.startsWith(`${name}=`))?.split(';')[0]
  const token = pair ? tokenInCookies(pair, secret, baseUrl) : null
  const db = await database()
  const signedIn = token === null ? null : await readSession(db, token, Date.now())
  if (!signedIn) return null
  const cookie = headers.get('cookie')
  const { email } = signedIn.user
  const known = knownCookie(knownDevice(cookie, email, secret) ?? newId(), email, secret, baseUrl)
  return { signedIn, merged: await takeGuest(headers, signedIn), cookies: [known, ...forgottenGuestCookies(cookie, baseUrl)] }
}

/** Brings the record of the guest whom the cookie names into the account. Done again it changes nothing. */
export async function takeGuest(headers: Headers, signedIn: SignedIn): Promise<'linked' | 'merged' | 'nothing'> {
  const guest = learnerInCookies(headers.get('cookie'), config().secret)
  if (guest === null || guest === signedIn.learner) return 'nothing'
  const options = { now: Date.now(), course: await courseRecord(), rules: await progressRules() }
  return (await mergeGuest(await database(), guest, signedIn.user.id, options)).outcome
}
