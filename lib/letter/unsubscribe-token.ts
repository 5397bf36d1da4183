/**
 * The token of the way out that every letter of a cohort carries: the address and a signature over it, good for nothing but to
 * stop letters to that address, or to have them again. It does not expire: a letter may be found again after years. Pure.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { plainAddress } from './kinds.ts'

export function signAddress(address: string, secret: string): string {
  const plain = plainAddress(address)
  return `${Buffer.from(plain).toString('base64url')}.${signatureOf(plain, secret)}`
}

/** @returns the address, or null where this site did not sign it */
export function addressOfToken(token: string, secret: string): string | null {
  const match = /^([A-Za-z0-9_-]{1,600})\.([A-Za-z0-9_-]{43})$/.exec(token)
  if (!match) return null
  const address = Buffer.from(match[1]!, 'base64url').toString()
  return timingSafeEqual(Buffer.from(match[2]!), Buffer.from(signatureOf(address, secret))) ? address : null
}

/** Where mail programs post to (RFC 8058); whoever opens it in a browser is led to the page that asks first. */
export function unsubscribeAddress(address: string, { secret, baseUrl }: { secret: string; baseUrl: string }): string {
  return `${baseUrl}/api/unsubscribe?token=${signAddress(address, secret)}`
}

/** The page of the same, for reading; letters show it. */
export function stopPage(address: string, { secret, baseUrl }: { secret: string; baseUrl: string }): string {
  return `${baseUrl}/unsubscribe?token=${signAddress(address, secret)}`
}

function signatureOf(address: string, secret: string): string {
  // The words in front keep this signature from ever being valid for something else signed with the same secret.
  return createHmac('sha256', secret).update(`stop-letters:${address}`).digest('base64url')
}
