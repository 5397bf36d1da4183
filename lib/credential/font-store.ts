/**
 * Reads the fonts for names: finds the file that has a character, decompresses it (WOFF 2 → sfnt) and opens it in HarfBuzz.
 * Open fonts are kept up to a bound of memory, the longest unused ones are let go. Reading the same file twice at once reads it once.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import decompress from 'wawoff2/decompress.js'
import type { FontFamily } from './name-fonts.ts'

/** `covers`: has the font a glyph for this code point. Glyph coordinates are in `unitsPerEm`. */
export type OpenFont = {
  /** path of the file inside node_modules */
  file: string
  family: FontFamily
  font: Font
  unitsPerEm: number
  covers: (codePoint: number) => boolean
}

type Range = readonly [first: number, last: number]
type Part = { file: string; ranges: readonly Range[] | null }

/** Decompressed bytes of all open fonts together; a Chinese name needs about 1 MB. */
const budget = 48 * 1024 * 1024
const open = new Map<string, Promise<{ font: OpenFont; bytes: number }>>()
const sizes = new Map<string, number>()
const parts = new Map<string, Promise<readonly Part[]>>()

/** The first file of the family that has every one of these code points, or null. */
export async function fontWith(family: FontFamily, codePoints: readonly number[]): Promise<OpenFont | null> {
  const first = codePoints[0]
  if (first === undefined) return null
  for (const part of await partsOf(family)) {
    if (part.ranges && !inRanges(part.ranges, first)) continue
    const font = await openFont(family, part.file)
    if (codePoints.every(font.covers)) return font
  }
  return null
}

/** Reads a file of a package. The path is hidden from the bundler, which would otherwise take in every file of the project. */
export function packageFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', path)) as Promise<Uint8Array<ArrayBuffer>>
}

function partsOf(family: FontFamily): Promise<readonly Part[]> {
  const known = parts.get(family.id)
  if (known) return known
  const reading = readParts(family)
  parts.set(family.id, reading)
  reading.catch(() => parts.delete(family.id))
  return reading
}

async function readParts(family: FontFamily): Promise<readonly Part[]> {
  if (!family.file.includes('{subset}')) return [{ file: `${family.package}/${family.file}`, ranges: null }]
  const subsets = JSON.parse(new TextDecoder().decode(await packageFile(`${family.package}/unicode.json`))) as Record<string, string>
  return Object.entries(subsets).map(([subset, ranges]) => ({
    file: `${family.package}/${family.file.replace('{subset}', subset.replace(/[[\]]/g, ''))}`,
    ranges: parseRanges(ranges),
  }))
}

/** CSS `unicode-range` without wildcards, which the packages do not use. */
function parseRanges(text: string): Range[] {
  return text.split(',').map((range) => {
    const [first, last] = range
      .trim()
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return [first!, last ?? first!]
  })
}

function inRanges(ranges: readonly Range[], codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

async function openFont(family: FontFamily, file: string): Promise<OpenFont> {
  const opening = open.get(file) ?? readFont(family, file)
  // Last in the map is most recently used.
  open.delete(file)
  open.set(file, opening)
  try {
    const { font, bytes } = await opening
    sizes.set(file, bytes)
    letGo()
    return font
  } catch (error) {
    open.delete(file)
    throw error
  }
}

function letGo(): void {
  let total = [...open.keys()].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0)
  for (const file of open.keys()) {
    if (total <= budget) return
    total -= sizes.get(file) ?? 0
    sizes.delete(file)
    open.delete(file)
  }
}

async function readFont(family: FontFamily, file: string): Promise<{ font: OpenFont; bytes: number }> {
  const packed = await packageFile(file)
  const sfnt = file.endsWith('.woff2') ? await decompress(packed) : packed
  const face = new Face(new Blob(sfnt))
  const font = new Font(face)
  font.setVariations(Object.entries(family.axes).map(([tag, value]) => new Variation(tag, value)))
  const known = new Map<number, boolean>()
  const covers = (codePoint: number) => {
    const before = known.get(codePoint)
    if (before !== undefined) return before
    const glyph = font.nominalGlyph(codePoint)
    const has = glyph !== undefined && glyph !== 0
    known.set(codePoint, has)
    return has
  }
  return { font: { file, family, font, unitsPerEm: face.upem, covers }, bytes: sfnt.length }
}
