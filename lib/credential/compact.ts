/**
 * The compact signed form of a certificate: small enough for a QR code that survives a social network. Decimal digits, because a QR code
 * packs them best (3⅓ bits each); they are the fragment of the share address, so that no server sees them. Pure, for browser and server.
 *
 * The digits are one whole number, written without leading zeros; as bytes, big-endian:
 *
 *     1   version and first digit, always 1
 *     1   kind of name: 0 none, 1 text, 2 hash
 *     1+n length and UTF-8 of the achievement's slug
 *     1+n length and UTF-8 of the name (kind 1, at most 72 bytes), or
 *     16  first bytes of the SHA-256 of its UTF-8 (kind 2)
 *     2   day of issue, days since 2020-01-01
 *     2   number of the status list
 *     3   position in it
 *     10  certificate id, 80 bits
 *     8   mark of the key: first bytes of the SHA-256 of its multibase text
 *     64  Ed25519 signature
 *
 * What is signed: `common-ground-certificate`, a line feed, the site's address, a line feed, and the bytes before the signature. The
 * address is not in the code: the reader knows it from the link, and a code moved to another site does not fit.
 * Invariant: one form for each content, so no two strings of digits are the same certificate.
 */
import * as Ed25519 from '@digitalbazaar/ed25519-multikey'
import { makeCertificateId } from './certificate-id.ts'

export type Compact = {
  /** slug of the module or course */
  achievement: string
  /** a name of more than 72 bytes is there as `{ hash }`, 32 hex digits; null where the holder shows none */
  name: string | { hash: string } | null
  /** YYYY-MM-DD, from 2020 to 2199 */
  day: string
  list: number
  position: number
  certificate: string
  /** 16 hex digits, as `keyMark` gives them */
  key: string
}
export type ReadCompact = { compact: Compact; signed: Uint8Array; signature: Uint8Array }
export type CompactVerdict = { ok: true; compact: Compact } | { ok: false; code: 'malformed' | 'altered' | 'unknown_key' }

const version = 1
const epoch = Date.UTC(2020, 0, 1)
const dayLength = 86_400_000
const longestName = 72
const nameKinds = { none: 0, text: 1, hash: 2 }
/** more than any code that this file makes */
const mostDigits = 1200
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * @param baseUrl address of the site, as in its links
 * @param sign Ed25519 signature (64 bytes) with the key of `compact.key`
 * @throws RangeError where a field does not fit
 */
export async function encodeCompact(compact: Compact, baseUrl: string, sign: (data: Uint8Array) => Promise<Uint8Array>): Promise<string> {
  const signed = Uint8Array.from([version, ...(await fieldsOf(compact))])
  const signature = await sign(messageOf(signed, baseUrl))
  if (signature.length !== 64) throw new RangeError('An Ed25519 signature has 64 bytes')
  return BigInt(`0x${hex(signed)}${hex(signature)}`).toString(10)
}

/** The content, not yet checked; null where the digits are no compact form. Never throws. */
export function readCompact(digits: string): ReadCompact | null {
  if (typeof digits !== 'string' || digits.length > mostDigits || !/^[1-9]\d*$/.test(digits)) return null
  const text = BigInt(digits).toString(16)
  const bytes = fromHex(text.length % 2 ? `0${text}` : text)
  if (bytes.length < 65 || bytes[0] !== version) return null
  const signed = bytes.subarray(0, -64)
  const compact = fieldsIn(signed)
  return compact && { compact, signed, signature: bytes.subarray(-64) }
}

/**
 * @param keys multibase public keys of the site that the link leads to
 * @returns `altered` also where it was made for another site
 */
export async function verifyCompact(digits: string, baseUrl: string, keys: readonly string[]): Promise<CompactVerdict> {
  const read = readCompact(digits)
  if (!read) return { ok: false, code: 'malformed' }
  const marks = await Promise.all(keys.map(keyMark))
  const key = keys[marks.indexOf(read.compact.key)]
  if (!key) return { ok: false, code: 'unknown_key' }
  try {
    const pair = await Ed25519.from({ type: 'Multikey', publicKeyMultibase: key })
    const fits = await pair.verifier().verify({ data: messageOf(read.signed, baseUrl), signature: read.signature })
    return fits ? { ok: true, compact: read.compact } : { ok: false, code: 'altered' }
  } catch {
    return { ok: false, code: 'altered' }
  }
}

/** 16 hex digits that stand for a public key. @param multibase as in `publicKeyMultibase` */
export async function keyMark(multibase: string): Promise<string> {
  return hex((await sha256(multibase)).subarray(0, 8))
}

/** 32 hex digits that stand for a name in the compact form. */
export async function nameHash(name: string): Promise<string> {
  return hex((await sha256(name)).subarray(0, 16))
}

async function fieldsOf({ achievement, name, day, list, position, certificate, key }: Compact): Promise<number[]> {
  const text = typeof name === 'string' ? new TextEncoder().encode(name) : null
  const hash = name === null ? null : typeof name === 'string' ? await nameHash(name) : name.hash
  const named = text && text.length <= longestName ? [text.length, ...text] : hash === null ? [] : fixed(fromHex(hash), 16)
  const kind = name === null ? nameKinds.none : text && text.length <= longestName ? nameKinds.text : nameKinds.hash
  const slug = new TextEncoder().encode(achievement)
  if (slug.length === 0 || slug.length > 255) throw new RangeError(`Achievement: ${achievement}`)
  const days = (Date.parse(`${day}T00:00:00Z`) - epoch) / dayLength
  return [
    kind,
    slug.length,
    ...slug,
    ...named,
    ...whole(days, 2),
    ...whole(list, 2),
    ...whole(position, 3),
    ...certificateBytes(certificate),
    ...fixed(fromHex(key), 8),
  ]
}

function fieldsIn(bytes: Uint8Array): Compact | null {
  let at = 1
  const take = (count: number) => {
    at += count
    return bytes.subarray(at - count, at)
  }
  const number = (count: number) => take(count).reduce((sum, byte) => sum * 256 + byte, 0)
  try {
    const kind = number(1)
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const achievement = decoder.decode(take(number(1)))
    if (achievement === '') return null
    let name: Compact['name'] = null
    if (kind === nameKinds.text) {
      const length = number(1)
      if (length > longestName) return null
      name = decoder.decode(take(length))
    } else if (kind === nameKinds.hash) name = { hash: hex(take(16)) }
    else if (kind !== nameKinds.none) return null
    const day = new Date(epoch + number(2) * dayLength).toISOString().slice(0, 10)
    const list = number(2)
    const position = number(3)
    const certificate = makeCertificateId(take(10))
    const key = hex(take(8))
    return at === bytes.length ? { achievement, name, day, list, position, certificate, key } : null
  } catch {
    // not UTF-8
    return null
  }
}

function certificateBytes(id: string): number[] {
  const plain = id.replaceAll('-', '')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) throw new RangeError(`Certificate: ${id}`)
  const value = [...plain].reduce((sum, digit) => sum * 32n + BigInt(alphabet.indexOf(digit)), 0n)
  return [...fromHex(value.toString(16).padStart(20, '0'))]
}

function messageOf(signed: Uint8Array, baseUrl: string): Uint8Array {
  return Uint8Array.from([...new TextEncoder().encode(`common-ground-certificate\n${baseUrl.replace(/\/+$/, '')}\n`), ...signed])
}

function whole(value: number, count: number): number[] {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** count) throw new RangeError(`Does not fit ${count} bytes: ${value}`)
  return Array.from({ length: count }, (_, index) => Math.floor(value / 256 ** (count - 1 - index)) % 256)
}

function fixed(bytes: Uint8Array, count: number): number[] {
  if (bytes.length !== count) throw new RangeError(`Not ${count} bytes`)
  return [...bytes]
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
