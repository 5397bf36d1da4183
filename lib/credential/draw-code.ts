/**
 * The QR code of a certificate: the address it is shared under and, in the fragment, its compact signed form. The address goes in as
 * bytes; the digits as digits, ten bits for three (ISO/IEC 18004, 7.4.3), which is why the compact form is written in digits.
 */
import { create } from 'qrcode'
import type { Rgb } from './palette.ts'
import type { Picture } from './pixels.ts'

/** `dark`: row by row, 1 for a dark module. Without the quiet zone, which is four modules wide on every side. */
export type Code = { size: number; dark: Uint8Array }

/** How much of the code may be lost: 7% (L). A higher one makes smaller modules, and those are what recompressed pictures lose. */
const correction = 'L'

/** @param text an address, and after a `#` digits and nothing else */
export function codeOf(text: string): Code {
  const split = text.indexOf('#') + 1
  const [address, digits] = [text.slice(0, split), text.slice(split)]
  if (split === 0 || !/^\d+$/.test(digits)) throw new Error('Not an address with digits in its fragment')
  const { modules } = create(
    [
      { data: new TextEncoder().encode(address), mode: 'byte' },
      { data: digits, mode: 'numeric' },
    ],
    { errorCorrectionLevel: correction },
  )
  return { size: modules.size, dark: modules.data }
}

/**
 * Draws the code into a picture, in place. The modules fill the square exactly, whatever their number: where an edge falls inside a pixel,
 * the pixel takes its share of the colour. All modules have one colour: with finders that had middles of another one, fewer codes were read.
 * @param edge of the square in whole pixels, without quiet zone
 */
export function drawCode(
  { data, width, palette }: Picture,
  { size, dark }: Code,
  { left, top, edge, ink }: { left: number; top: number; edge: number; ink: Rgb },
): void {
  const { module, share } = sharesOf(size, edge)
  const whole = palette.nearest(...ink)
  const mixed = (ground: number, covered: number) => {
    const channel = (index: 0 | 1 | 2) => {
      const below = palette.colours[ground * 3 + index]!
      return Math.round(below + (ink[index] - below) * covered)
    }
    return palette.nearest(channel(0), channel(1), channel(2))
  }
  for (let y = 0; y < edge; y++) {
    const row = module[y]!
    const inRow = share[y]!
    const line = row * size
    // beyond the last row and column nothing lies in the next module
    const next = row + 1 < size ? line + size : line
    for (let x = 0; x < edge; x++) {
      const column = module[x]!
      const after = column + 1 < size ? column + 1 : column
      const here = dark[line + column]!
      const beside = dark[line + after]!
      const below = dark[next + column]!
      const across = dark[next + after]!
      const count = here + beside + below + across
      if (count === 0) continue
      const place = (top + y) * width + left + x
      if (count === 4) {
        data[place] = whole
        continue
      }
      const inColumn = share[x]!
      const covered = (here * inColumn + beside * (1 - inColumn)) * inRow + (below * inColumn + across * (1 - inColumn)) * (1 - inRow)
      if (covered > 0) data[place] = mixed(data[place]!, covered)
    }
  }
}

/** For each pixel the module in which it begins, and how much of it lies in there; the rest lies in the next one. */
function sharesOf(size: number, edge: number): { module: Uint8Array; share: Float64Array } {
  const wide = edge / size
  const module = Uint8Array.from({ length: edge }, (_, pixel) => Math.min(size - 1, Math.floor((pixel + 1e-9) / wide)))
  const share = Float64Array.from(module, (inside, pixel) => Math.min(1, Math.max(0, (inside + 1) * wide - pixel)))
  return { module, share }
}
