/**
 * Who is asking: the guest cookie `cg_guest` = `<learner id>.<HMAC-SHA256 of it>`. Pure.
 * The id alone is worth nothing without the signature, and the signature nothing for another id.
 * Over https its name begins with `__Host-`, which no neighbour under the same domain can set (RFC 6265bis, section 4.1.3.2):
 * else it could put a cookie of its own, truly signed, before the learner's and have what they do recorded as somebody else's.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const guestCookieName = 'cg_guest'
export const guardedCookieName = `__Host-${guestCookieName}`
/** 400 days: the longest a browser keeps a cookie (RFC 6265bis, section 5.5). */
const maxAgeSeconds = 400 * 24 * 60 * 60

/** @param random sixteen random bytes: 128 bits, as hexadecimal digits */
export function newLearnerId(random: Uint8Array): string {
  return Array.from(random.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function signLearner(learnerId: string, secret: string): string {
  return `${learnerId}.${signatureOf(learnerId, secret)}`
}

/** @returns the learner's id, or null where the value was not signed with this secret */
export function verifyLearner(value: string, secret: string): string | null {
  const match = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(value)
  if (!match) return null
  const [, learnerId, signature] = match as unknown as [string, string, string]
  const expected = Buffer.from(signatureOf(learnerId, secret))
  return timingSafeEqual(Buffer.from(signature), expected) ? learnerId : null
}

/**
 * The learner whom a `Cookie` header names, or null. A forged cookie beside a true one does not hide it. The guarded name goes
 * first; the plain one counts where there is no other, as on a site that has only now moved to https.
 */
export function learnerInCookies(header: string | null, secret: string): string | null {
  for (const wanted of [guardedCookieName, guestCookieName]) {
    for (const pair of (header ?? '').split(';')) {
      const [name, ...value] = pair.split('=')
      if (name?.trim() !== wanted) continue
      const learnerId = verifyLearner(value.join('=').trim(), secret)
      if (learnerId) return learnerId
    }
  }
  return null
}

/** The `Set-Cookie` header that makes a browser remember this guest. */
export function guestCookie(learnerId: string, secret: string, baseUrl: string): string {
  const https = baseUrl.startsWith('https:')
  const name = https ? guardedCookieName : guestCookieName
  return `${name}=${signLearner(learnerId, secret)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

function signatureOf(learnerId: string, secret: string): string {
  // The name in front keeps this signature from ever being valid for something else signed with the same secret.
  return createHmac('sha256', secret).update(`${guestCookieName}:${learnerId}`).digest('base64url')
}

/** The `Set-Cookie` headers that make a browser forget its guest, where it has one. */
export function forgottenGuestCookies(header: string | null, baseUrl: string): string[] {
  const held = (header ?? '').split(';').map((pair) => pair.split('=')[0]?.trim())
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return [guardedCookieName, guestCookieName]
    .filter((name) => held.includes(name))
    .map((name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`)
}
