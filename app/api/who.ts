/**
 * Who is asking: an account by its session, else a guest by the signed cookie, else nobody. Nothing is written here, so a page
 * may ask. Take `learnerOf` (./learner.ts) where something is to be recorded.
 */
import type { Role } from '#lib/account/role.ts'
import { learnerInCookies } from '#lib/account/session.ts'
import { tokenInCookies } from '#lib/account/session-cookie.ts'
import { isStillGuest, readSession, type SignedIn } from '#lib/account/who-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'

export type Who = {
  /** the learner whose record this is; null for a stranger, and for an account that has recorded nothing yet */
  learner: string | null
  user: { id: string; name: string; email: string; role: Role } | null
}

export async function whoAsks(headers: Headers): Promise<Who> {
  const signedIn = await sessionOf(headers)
  if (signedIn) return { learner: signedIn.learner, user: signedIn.user }
  return { learner: await guestOf(headers), user: null }
}

/** The session of whoever asks, or null. */
export async function sessionOf(headers: Headers): Promise<SignedIn | null> {
  const { secret, baseUrl } = config()
  const token = tokenInCookies(headers.get('cookie'), secret, baseUrl)
  return token === null ? null : readSession(await database(), token, Date.now())
}

/** The guest whom the cookie names, unless that record belongs to an account by now. */
export async function guestOf(headers: Headers): Promise<string | null> {
  const learner = learnerInCookies(headers.get('cookie'), config().secret)
  return learner !== null && (await isStillGuest(await database(), learner)) ? learner : null
}
