/**
 * A credential inside a PNG, as Open Badges 3.0 says: one `iTXt` chunk with the keyword `openbadgecredential`, not compressed.
 * https://www.imsglobal.org/spec/ob/v3p0/#baking and https://www.w3.org/TR/png-3/#11iTXt. Pure, for browser and server.
 * Invariants: the picture itself stays byte for byte; `unbake(bake(png, json)) === json`; a chunk whose check sum is wrong is not read.
 */
import { crc32 } from './crc32.ts'

const keyword = 'openbadgecredential'
const signature = [137, 80, 78, 71, 13, 10, 26, 10]

/** offset and length of the whole chunk; `data` is a view */
type Chunk = { type: string; start: number; end: number; data: Uint8Array }

/**
 * @param json text of the credential
 * @returns a new PNG; an earlier credential in it is replaced
 * @throws TypeError where `png` is no whole PNG
 */
export function bake(png: Uint8Array, json: string): Uint8Array<ArrayBuffer> {
  const chunks = readChunks(png)
  if (!chunks) throw new TypeError('Not a PNG')
  // keyword, end of it, not compressed, method 0, no language, no translated keyword
  const head = new TextEncoder().encode(`${keyword}\0\0\0\0\0`)
  const text = new TextEncoder().encode(json)
  const chunk = new Uint8Array(12 + head.length + text.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, head.length + text.length)
  chunk.set(new TextEncoder().encode('iTXt'), 4)
  chunk.set(head, 8)
  chunk.set(text, 8 + head.length)
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)))

  const kept = chunks.filter((one) => !isBadge(one)).map(({ start, end }) => png.subarray(start, end))
  // before IEND, which is the last
  const parts = [Uint8Array.from(signature), ...kept.slice(0, -1), chunk, kept.at(-1)!]
  const baked = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    baked.set(part, at)
    at += part.length
  }
  return baked
}

/** The text of the credential, or null: no PNG, damaged, none in it, or more than one. */
export function unbake(png: Uint8Array): string | null {
  const found = readChunks(png)?.filter(isBadge)
  if (found?.length !== 1) return null
  const data = found[0]!.data
  let at = keyword.length + 1
  // a compressed text is outside the specification
  if (data[at] !== 0 || data[at + 1] !== 0) return null
  at += 2
  // language and translated keyword, each ended by a zero
  for (let field = 0; field < 2; field++) {
    const end = data.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data.subarray(at))
  } catch {
    return null
  }
}

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function isBadge({ type, data }: Chunk): boolean {
  return type === 'iTXt' && data[keyword.length] === 0 && latin(data.subarray(0, keyword.length)) === keyword
}

/** All chunks from IHDR to IEND, or null where they are not whole. The check sum is looked at only where a credential is. */
function readChunks(png: Uint8Array): Chunk[] | null {
  if (!isPng(png)) return null
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= png.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > png.length) return null
    const chunk = { type: latin(png.subarray(at + 4, at + 8)), start: at, end, data: png.subarray(at + 8, at + 8 + length) }
    if (chunks.length === 0 && chunk.type !== 'IHDR') return null
    if (isBadge(chunk) && view.getUint32(end - 4) !== crc32(png.subarray(at + 4, end - 4))) return null
    chunks.push(chunk)
    if (chunk.type === 'IEND') return chunks
    at = end
  }
  return null
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
