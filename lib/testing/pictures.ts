/** Pictures for tests: the pixels of a PNG with a palette, and the same picture smaller, as other sites make it. */
import { inflateSync } from 'node:zlib'

export type Rgba = { width: number; height: number; data: Uint8Array }

/** Of a PNG as lib/credential/pixels.ts writes it: one byte for each pixel, no filter. */
export async function pixelsOf(png: Uint8Array): Promise<Rgba> {
  const file = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  const [header, colours] = [chunks.get('IHDR')!, chunks.get('PLTE')!]
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = inflateSync(chunks.get('IDAT')!)
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    if (rows[y * (width + 1)] !== 0) throw new Error('A row with a filter')
    for (let x = 0; x < width; x++) {
      const colour = rows[y * (width + 1) + 1 + x]! * 3
      data.set(colours.subarray(colour, colour + 3), (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

/** Each new pixel is the mean of what it covers (a box filter). @param width of the smaller picture in pixels */
export function shrink(picture: Rgba, width: number): Rgba {
  const scale = picture.width / width
  const height = Math.round(picture.height / scale)
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let [sum, weight] = [0, 0]
        for (let from = Math.floor(y * scale); from < Math.min(picture.height, (y + 1) * scale); from++) {
          const high = Math.min(from + 1, (y + 1) * scale) - Math.max(from, y * scale)
          for (let at = Math.floor(x * scale); at < Math.min(picture.width, (x + 1) * scale); at++) {
            const share = high * (Math.min(at + 1, (x + 1) * scale) - Math.max(at, x * scale))
            sum += share * picture.data[(from * picture.width + at) * 4 + channel]!
            weight += share
          }
        }
        data[(y * width + x) * 4 + channel] = Math.round(sum / weight)
      }
    }
  }
  return { width, height, data }
}
