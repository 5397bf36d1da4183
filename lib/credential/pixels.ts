/**
 * Pictures as pixels in memory, and PNG (W3C PNG, third edition), as far as the pictures of certificates need it: read are RGB and RGBA of
 * 8 bits without interlacing, as drawings come; written are pictures of at most 256 colours, a third as large and packed in a third of
 * the time. Rows from top to bottom, alpha not premultiplied.
 */
import { promisify } from 'node:util'
import { crc32, deflate, inflate } from 'node:zlib'
import type { Palette } from './palette.ts'

/** `data`: red, green, blue, alpha */
export type Pixels = { width: number; height: number; data: Uint8Array }
/** `data`: for each pixel the number of its colour */
export type Picture = { width: number; height: number; data: Uint8Array; palette: Palette }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const inflateAside = promisify(inflate) as (bytes: Uint8Array, options: object) => Promise<Uint8Array>
const deflateAside = promisify(deflate) as (bytes: Uint8Array, options: object) => Promise<Uint8Array>
/** Twice the picture of a certificate, so that no file unpacks to more than it should. */
const mostBytes = 8 * 1200 * 1260

/** @throws for anything but a PNG as described above */
export async function decodePng(bytes: Uint8Array): Promise<Pixels> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || signature.some((byte, index) => bytes[index] !== byte)) throw new Error('Not a PNG')
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, type, interlaced] = [bytes[24], bytes[25], bytes[28]]
  if (depth !== 8 || (type !== 2 && type !== 6) || interlaced !== 0) throw new Error('Not a PNG of this kind')
  const channels = type === 2 ? 3 : 4
  const row = width * channels
  if (width === 0 || height === 0 || (row + 1) * height > mostBytes) throw new Error('Not a PNG of this size')
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) throw new Error('A PNG that ends too early')
    // "IDAT"
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const filtered = await inflateAside(Buffer.concat(parts), { maxOutputLength: (row + 1) * height })
  if (filtered.length !== (row + 1) * height) throw new Error('A PNG that ends too early')
  const data = unfilter(filtered, row, height, channels)
  return { width, height, data: channels === 4 ? data : withAlpha(data) }
}

/** The five filters of a row, each of which foretells a byte from those to the left and above (section 9). */
function unfilter(filtered: Uint8Array, row: number, height: number, channels: number): Uint8Array {
  const data = new Uint8Array(row * height)
  let above = new Uint8Array(row)
  for (let y = 0; y < height; y++) {
    const from = y * (row + 1) + 1
    const filter = filtered[from - 1]!
    const line = data.subarray(y * row, (y + 1) * row)
    line.set(filtered.subarray(from, from + row))
    if (filter === 1) for (let x = channels; x < row; x++) line[x] = line[x]! + line[x - channels]!
    else if (filter === 2) for (let x = 0; x < row; x++) line[x] = line[x]! + above[x]!
    else if (filter === 3) for (let x = 0; x < row; x++) line[x] = line[x]! + (((x < channels ? 0 : line[x - channels]!) + above[x]!) >> 1)
    else if (filter === 4) addPaeth(line, above, channels)
    else if (filter !== 0) throw new Error('A PNG with an unknown filter')
    above = line
  }
  return data
}

function addPaeth(line: Uint8Array, above: Uint8Array, channels: number): void {
  for (let x = 0; x < line.length; x++) {
    const left = x < channels ? 0 : line[x - channels]!
    const up = above[x]!
    const corner = x < channels ? 0 : above[x - channels]!
    const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
    line[x] = line[x]! + (toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner)
  }
}

function withAlpha(rgb: Uint8Array): Uint8Array {
  const data = new Uint8Array((rgb.length / 3) * 4).fill(255)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) data.set(rgb.subarray(from, from + 3), to)
  return data
}

/** Packs in another thread, at a level that takes half the time of the usual one for 3% more bytes. @returns PNG with a palette */
export async function encodePng({ width, height, data, palette }: Picture): Promise<Uint8Array> {
  const filtered = new Uint8Array((width + 1) * height)
  // no filter: areas of one colour and letters repeat themselves as they are
  for (let y = 0; y < height; y++) filtered.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const packed = await deflateAside(filtered, { level: 4, memLevel: 9 })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette.colours), chunk('IDAT', packed), chunk('IEND', new Uint8Array(0))]
  return Buffer.concat([Uint8Array.from(signature), ...chunks])
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(content.length + 12)
  bytes.writeUInt32BE(content.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(content, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length)
  return bytes
}

/** The picture in the colours of the palette. @throws where a pixel is not opaque */
export function inColours({ width, height, data: from }: Pixels, palette: Palette): Picture {
  const data = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += 4) {
    if (from[at + 3] !== 255) throw new Error('A pixel that is not opaque')
    data[pixel] = palette.nearest(from[at]!, from[at + 1]!, from[at + 2]!)
  }
  return { width, height, data, palette }
}

/** Some rows of a drawing, which share their bytes with it. @param to the first row that is not among them */
export function rowsOf({ width, data }: Pixels, from: number, to: number): Pixels {
  return { width, height: to - from, data: data.subarray(from * width * 4, to * width * 4) }
}

/** A drawing with transparency, without the empty rows and columns around it; `left` and `top`: how many were left out there. */
export type Piece = Pixels & { left: number; top: number }

export function trimmed({ width, height, data }: Pixels): Piece {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let y = 0, at = 3; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (data[at] === 0) continue
      if (x < left) left = x
      if (x >= right) right = x + 1
      if (y < top) top = y
      bottom = y + 1
    }
  }
  if (right === 0) return { width: 0, height: 0, data: new Uint8Array(0), left: 0, top: 0 }
  const inside = { width: right - left, height: bottom - top, left, top }
  const kept = new Uint8Array(inside.width * inside.height * 4)
  for (let y = 0; y < inside.height; y++) {
    const from = ((y + top) * width + left) * 4
    kept.set(data.subarray(from, from + inside.width * 4), y * inside.width * 4)
  }
  return { ...inside, data: kept }
}

/** Lays a piece over the picture, in place. What reaches beyond its edge is left out. */
export function layOver(under: Picture, over: Piece, left: number, top: number): void {
  const { colours, nearest } = under.palette
  const [atLeft, atTop] = [left + over.left, top + over.top]
  const { width, data } = over
  for (let y = Math.max(0, -atTop); y < over.height && y + atTop < under.height; y++) {
    const row = (y + atTop) * under.width + atLeft
    for (let x = Math.max(0, -atLeft); x < width && x + atLeft < under.width; x++) {
      const from = (y * width + x) * 4
      const alpha = data[from + 3]!
      if (alpha === 0) continue
      const ground = under.data[row + x]! * 3
      const [red, green, blue] = [colours[ground]!, colours[ground + 1]!, colours[ground + 2]!]
      const share = alpha / 255
      under.data[row + x] = nearest(
        Math.round(red + (data[from]! - red) * share),
        Math.round(green + (data[from + 1]! - green) * share),
        Math.round(blue + (data[from + 2]! - blue) * share),
      )
    }
  }
}
