/** Bytes in base58 as Multibase writes them, `z…`. Pure. https://www.w3.org/TR/controller-document/#multibase-0 */

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** @returns null where it is not written so */
export function readMultibase(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return null
  let value = 0n
  for (const digit of text.slice(1)) value = value * 58n + BigInt(digits.indexOf(digit))
  const bytes: number[] = []
  for (; value > 0n; value >>= 8n) bytes.push(Number(value & 255n))
  // every leading 1 is a byte of zeros
  for (const digit of text.slice(1)) {
    if (digit !== '1') break
    bytes.push(0)
  }
  return new Uint8Array(bytes.reverse())
}
