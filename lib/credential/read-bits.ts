/**
 * A Bitstring Status List, unpacked with what every browser has. Pure. Memory is bounded: a list that unpacks to more than 4 MB is refused.
 * https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-expansion-algorithm
 */

const most = 4_000_000
/** a shorter list would tell who is asked about; the specification refuses it */
const fewestBits = 131_072

/** The bits of `encodedList` (multibase base64url of gzip), or null where it cannot be read. */
export async function readBits(encoded: string): Promise<Uint8Array | null> {
  if (!/^u[\w-]+$/.test(encoded)) return null
  try {
    const packed = Uint8Array.from(atob(encoded.slice(1).replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > most) {
        await reader.cancel()
        return null
      }
      parts.push(value)
    }
    if (length * 8 < fewestBits) return null
    const bits = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      bits.set(part, at)
      at += part.length
    }
    return bits
  } catch {
    return null
  }
}

/** Position 0 is the highest bit of the first byte. Null where the list ends before. */
export function bitAt(bits: Uint8Array, position: number): boolean | null {
  const byte = bits[Math.floor(position / 8)]
  return byte === undefined ? null : ((byte >> (7 - (position % 8))) & 1) === 1
}
