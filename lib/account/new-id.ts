/**
 * Ids that stand in addresses and cannot be guessed: sixteen random bytes as base32 (Crockford's digits, lower case, no letters
 * that are taken for digits), 26 characters. Longer than what one tries out, short enough to read to somebody.
 */
import { createHash, randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** @param random sixteen random bytes; its own where none are given */
export function newId(random: Uint8Array = randomBytes(16)): string {
  let bits = 0n
  for (const byte of random.subarray(0, 16)) bits = (bits << 8n) | BigInt(byte)
  let id = ''
  for (let i = 0; i < 26; i++, bits >>= 5n) id = digits[Number(bits & 31n)] + id
  return id
}

/** What the database keeps of a token that was sent or shown: enough to know it again, of no use to whoever reads a copy. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
