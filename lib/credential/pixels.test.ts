import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pixelsOf } from '#lib/testing/pictures.ts'
import { choosePalette, type Rgb } from './palette.ts'
import { decodePng, encodePng, inColours, layOver, type Pixels, trimmed } from './pixels.ts'

const [white, black, red]: Rgb[] = [
  [255, 255, 255],
  [0, 0, 0],
  [200, 0, 0],
] as Rgb[]
const filled = (width: number, height: number, [r, g, b]: Rgb, alpha = 255): Pixels => ({
  width,
  height,
  data: Uint8Array.from(Array.from({ length: width * height }, () => [r, g, b, alpha]).flat()),
})

/** A PNG with one filter for all rows, filtered as the specification says. */
function png({ width, height, data }: Pixels, filter: number): Uint8Array {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (width * 4 + 1)] = filter
    for (let x = 0; x < width * 4; x++) {
      const at = (dx: number, dy: number) => (x + dx < 0 || y + dy < 0 ? 0 : data[(y + dy) * width * 4 + x + dx]!)
      const [a, b, c] = [at(-4, 0), at(0, -1), x < 4 ? 0 : at(-4, -1)]
      const p = a + b - c
      const nearest = [a, b, c].reduce((best, one) => (Math.abs(p - one) < Math.abs(p - best) ? one : best))
      const foretold = [0, a, b, Math.floor((a + b) / 2), nearest][filter]!
      rows[y * (width * 4 + 1) + 1 + x] = data[y * width * 4 + x]! - foretold
    }
  }
  const chunk = (type: string, content: Uint8Array) => {
    const bytes = Buffer.alloc(content.length + 12)
    bytes.writeUInt32BE(content.length)
    bytes.write(type, 4, 'latin1')
    bytes.set(content, 8)
    return bytes
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array(0))])
}

const drawings = fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) }).chain(({ width, height }) =>
  fc.record({
    width: fc.constant(width),
    height: fc.constant(height),
    data: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
  }),
)

describe('pixels', () => {
  it('are read out of a PNG as they were, whatever its filter', async () => {
    await fc.assert(
      fc.asyncProperty(drawings, fc.integer({ min: 0, max: 4 }), async (drawing, filter) => {
        const read = await decodePng(png(drawing, filter))
        expect(Buffer.from(read.data).equals(Buffer.from(drawing.data))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['is cut off', (bytes) => bytes.subarray(0, 50)],
    ['is of another kind', (bytes) => bytes.with(25, 3)],
    ['says it is huge', (bytes) => bytes.with(16, 0x7f)],
    ['is no PNG', (bytes) => bytes.with(0, 0)],
  ])('are not read out of a file that %s', async (_what, spoil) => {
    await expect(decodePng(spoil(png(filled(4, 4, red!), 0)))).rejects.toThrow()
  })

  it('are written in the colours of the palette and read again', async () => {
    const paper = filled(6, 4, white!)
    paper.data.set([...red!, 255], 20)
    const picture = inColours(paper, choosePalette([[white!, black!, 8]], paper.data))
    const read = await pixelsOf(await encodePng(picture))
    expect([read.width, read.height, [...read.data]]).toEqual([6, 4, [...paper.data]])
  })

  it('lie over others as far as they are opaque, also across the edge', () => {
    const paper = filled(4, 4, white!)
    const ramp: [Rgb, Rgb, number] = [white!, black!, 16]
    const picture = inColours(paper, choosePalette([ramp], paper.data))
    const over = filled(2, 2, black!)
    over.data[3] = 128
    layOver(picture, { ...over, left: 0, top: 0 }, 3, 3)
    layOver(picture, { ...over, left: 0, top: 0 }, -1, -1)
    const grey = (x: number, y: number) => picture.palette.colours[picture.data[y * 4 + x]! * 3]!
    expect([grey(0, 0), grey(1, 0), grey(2, 2)]).toEqual([0, 255, 255])
    expect(Math.abs(grey(3, 3) - 127)).toBeLessThan(10)
  })

  it('lose the empty rows and columns around them, and know how many', () => {
    const drawing = filled(5, 4, black!, 0)
    drawing.data[(2 * 5 + 1) * 4 + 3] = 9
    drawing.data[(1 * 5 + 3) * 4 + 3] = 9
    const piece = trimmed(drawing)
    expect([piece.left, piece.top, piece.width, piece.height]).toEqual([1, 1, 3, 2])
    expect([...piece.data].filter((_, index) => index % 4 === 3)).toEqual([0, 0, 9, 9, 0, 0])
    expect(trimmed(filled(3, 3, black!, 0))).toMatchObject({ width: 0, height: 0 })
  })
})

describe('a palette', () => {
  it('has the colours it was given, at most 256, and finds one close to any colour of the paper', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 6000 }), (bytes) => {
        const data = bytes.subarray(0, bytes.length - (bytes.length % 4))
        const { colours, nearest } = choosePalette([[white!, red!, 20]], data)
        expect(colours.length).toBeLessThanOrEqual(768)
        for (const [r, g, b] of [white!, red!]) {
          const at = nearest(r, g, b) * 3
          expect([...colours.subarray(at, at + 3)]).toEqual([r, g, b])
        }
        const at = nearest(data[0]!, data[1]!, data[2]!) * 3
        const far = Math.max(...[0, 1, 2].map((channel) => Math.abs(colours[at + channel]! - data[channel]!)))
        // with up to 1,500 unlike colours none is farther than this
        expect(far).toBeLessThanOrEqual(64)
      }),
      { numRuns: 30 },
    )
  })
})
