/**
 * The cookie of a signed-in browser: `<token>.<HMAC-SHA256 of it, base64>`, percent-encoded, as better-auth writes it. Read here
 * so that a request does not wait for all of better-auth to learn who it is from. Pure.
 * Over https the name begins with `__Host-`, which no neighbour under the same domain can set (RFC 6265bis, section 4.1.3.2): else
 * it could sign a browser in to an account of its own, and the guest’s record would follow.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const sessionCookieName = 'cg_session'
export const guardedPrefix = '__Host-'
export const sessionSeconds = 60 * 24 * 60 * 60
/** A session that is used is made longer, at most once a day. */
export const renewAfterSeconds = 24 * 60 * 60

export function sessionCookieOf(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `${guardedPrefix}${sessionCookieName}` : sessionCookieName
}

/** The session's token in a `Cookie` header, or null where there is none that this site signed. */
export function tokenInCookies(header: string | null, secret: string, baseUrl: string): string | null {
  const wanted = sessionCookieOf(baseUrl)
  for (const pair of (header ?? '').split(';')) {
    const [name, ...value] = pair.split('=')
    if (name?.trim() !== wanted) continue
    const token = verifyToken(value.join('=').trim(), secret)
    if (token) return token
  }
  return null
}

/** The value of the cookie for a token. */
export function signToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${signatureOf(token, secret)}`)
}

/**
 * The `Set-Cookie` header that lets the browser keep its session for as long again.
 * @param lasting false: only until the browser is closed
 */
export function renewedCookie(token: string, secret: string, baseUrl: string, lasting = true): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const age = lasting ? `; Max-Age=${sessionSeconds}` : ''
  return `${sessionCookieOf(baseUrl)}=${signToken(token, secret)}; Path=/${age}; HttpOnly; SameSite=Lax${secure}`
}

/** Whether whoever signed in here wanted to be forgotten when the browser is closed; better-auth keeps a cookie beside that says so. */
export function isForThisVisit(header: string | null): boolean {
  return (header ?? '').split(';').some((pair) => /^(?:__Host-)?cg\.dont_remember=./.test(pair.trim()))
}

function verifyToken(value: string, secret: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(value)
  } catch {
    return null
  }
  const dot = decoded.lastIndexOf('.')
  if (dot < 1 || decoded.length > 300) return null
  const token = decoded.slice(0, dot)
  const given = Buffer.from(decoded.slice(dot + 1))
  const expected = Buffer.from(signatureOf(token, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function signatureOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}
