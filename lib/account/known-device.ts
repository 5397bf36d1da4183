/**
 * A browser in which somebody signed in before: the cookie `cg_known` = `<random id>.<HMAC of id and address>`. Pure. Wrong
 * passwords from there are counted on their own, so that whoever tries passwords from the same network, or the whole world,
 * slows down others and not the owner. It signs nobody in.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const knownCookieName = 'cg_known'
const maxAgeSeconds = 400 * 24 * 60 * 60

/** @returns the id of this browser where this account signed in there before */
export function knownDevice(header: string | null, email: string, secret: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=')
    const match = name === knownCookieName ? /^([0-9a-hjkmnp-tv-z]{26})\.([A-Za-z0-9_-]{43})$/.exec(value) : null
    if (!match) continue
    const [, id, signature] = match as unknown as [string, string, string]
    if (timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id, email, secret)))) return id
  }
  return null
}

export function knownCookie(id: string, email: string, secret: string, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${knownCookieName}=${id}.${signatureOf(id, email, secret)}; Path=/api; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

function signatureOf(id: string, email: string, secret: string): string {
  return createHmac('sha256', secret).update(`${knownCookieName}:${id}:${email.toLowerCase()}`).digest('base64url')
}
