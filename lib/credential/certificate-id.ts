/** The id of a certificate: its address, and as its picture is unlisted, the only thing that keeps it from strangers. Pure. */

/** Crockford's base32: no I, L, O, U, so that it can be read out and typed. https://www.crockford.com/base32.html */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** @param random ten random bytes: 80 bits */
export function makeCertificateId(random: Uint8Array): string {
  let bits = Array.from(random.subarray(0, 10)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let id = ''
  for (let index = 0; index < 16; index++) {
    id = digits[Number(bits & 31n)]! + id
    bits >>= 5n
  }
  return id.match(/.{4}/g)!.join('-')
}

/**
 * The id as it is stored, from one that somebody typed: lower case, without hyphens, with O for 0 or I and L for 1.
 * @returns null where it cannot be an id
 */
export function readCertificateId(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.match(/.{4}/g)!.join('-') : null
}
