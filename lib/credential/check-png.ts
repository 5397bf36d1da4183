/**
 * Whether bytes are a whole PNG picture that can be drawn: a file that only begins like one would fail later, on every certificate.
 * Pure. Portable Network Graphics (Third Edition), W3C 2025: clauses 5 (chunks) and 11.2 (critical chunks).
 */
import { crc32, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** pixels of a side: enough for print, and a small file cannot unfold into more than memory holds */
export const mostPixels = 2000
/** samples of a pixel, by colour type */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export type CheckedPng = { ok: true; width: number; height: number } | { ok: false; code: 'not_png' | 'too_many_pixels' }

export function checkPng(bytes: Uint8Array): CheckedPng {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = readChunks(file)
  const header = chunks?.[0]
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.type !== 'IEND')
    return { ok: false, code: 'not_png' }
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)]
  const [depth, colour] = [header.data[8]!, header.data[9]!]
  const each = samples[colour]
  if (width === 0 || height === 0 || each === undefined || ![1, 2, 4, 8, 16].includes(depth)) return { ok: false, code: 'not_png' }
  if (width > mostPixels || height > mostPixels) return { ok: false, code: 'too_many_pixels' }
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE')) return { ok: false, code: 'not_png' }
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  try {
    // each line has one byte more, which says how it is filtered; an interlaced picture has a few lines more
    const least = height * (1 + Math.ceil((width * depth * each) / 8))
    const drawn = inflateSync(packed, { maxOutputLength: least * 2 + 1000 })
    return drawn.length < least ? { ok: false, code: 'not_png' } : { ok: true, width, height }
  } catch {
    return { ok: false, code: 'not_png' }
  }
}

type Chunk = { type: string; data: Buffer }

/** @returns null where the file is broken off, or a chunk does not have the checksum it says */
function readChunks(file: Buffer): Chunk[] | null {
  if (!file.subarray(0, signature.length).equals(signature)) return null
  const chunks: Chunk[] = []
  for (let at = signature.length; at < file.length; ) {
    if (at + 12 > file.length) return null
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return null
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end - 4) })
    at = end
  }
  return chunks
}
