/**
 * Writes a name as outlines, in any script: itemised by bidi level, script and font, shaped by HarfBuzz, broken into at most
 * three lines. Invariants: never throws for any string, ink lies inside `width` × `height`, and both inside the box given.
 *
 * Order of drawing: Unicode Bidirectional Algorithm (UAX 9) by bidi-js; line breaks at spaces, inside a word only where the
 * name would otherwise be too small to read, and never inside a grapheme (UAX 29).
 */
import { Buffer, Direction, shape } from 'harfbuzzjs'
import { directionOf, levelsOf } from './bidi-levels.ts'
import { breakLines, type Word } from './break-lines.ts'
import { type Cell, chooseFonts } from './choose-fonts.ts'
import { fontWith, type OpenFont } from './font-store.ts'
import { scriptCode } from './name-fonts.ts'

/** All lengths in pixels. */
export type NameBox = {
  width: number
  height: number
  /** the type size of a short name */
  size: number
}

/** One glyph: `d` is an SVG path relative to the origin (x, y). */
export type GlyphPath = { d: string; x: number; y: number }

/** `x`, `y`: where the line begins on its baseline; `advance`: how far the pen moves, which ink may exceed. */
export type NameLine = { text: string; x: number; y: number; advance: number }

/** `missing`: graphemes that no font can draw and that were left out. */
export type ShapedName = {
  paths: GlyphPath[]
  lines: NameLine[]
  size: number
  width: number
  height: number
  ascent: number
  descent: number
  direction: 'ltr' | 'rtl'
  missing: string[]
}

type Fonted = Cell<OpenFont>
type Ink = { left: number; right: number; top: number; bottom: number }
type Glyph = { commands: { type: string; values: number[] }[]; x: number; y: number; scale: number }
type Drawn = { text: string; glyphs: Glyph[]; advance: number; ink: Ink }

export async function shapeName(name: string, box: NameBox): Promise<ShapedName> {
  const { cells, missing } = await chooseFonts(drawable(name), fontWith)
  const direction = directionOf(textOf(cells))
  const broken = breakLines(wordsOf(cells), box, (some) => drawLine(some, direction).advance)
  const lines = broken.lines.map((line) => drawLine(line, direction))
  return { ...place(lines, box, direction), direction, missing }
}

/** The letters of a name that no font here has: a name with any of these would be shown wrongly. */
export async function lettersWithoutFont(name: string): Promise<string[]> {
  const { missing } = await chooseFonts(drawable(name), fontWith)
  return missing.filter((grapheme) => /\p{L}/u.test(grapheme))
}

/** Without what has no picture: controls, lone surrogates, unassigned code points. */
export function drawable(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim()
}

function textOf(cells: readonly Fonted[]): string {
  return cells.map(({ text }) => text).join('')
}

function wordsOf(cells: readonly Fonted[]): Word<Fonted>[] {
  const words: Word<Fonted>[] = []
  for (const cell of cells) {
    const before = words.at(-1)
    if (cell.text === ' ' || !before) words.push({ space: cell.text === ' ' ? cell : null, cells: cell.text === ' ' ? [] : [cell] })
    else before.cells.push(cell)
  }
  return words.filter((word) => word.cells.length > 0)
}

/** One line in ems: shaped run by run, runs in visual order (UAX 9, rule L2). */
function drawLine(cells: readonly Fonted[], direction: 'ltr' | 'rtl'): Drawn {
  const text = textOf(cells)
  const levels = levelsOf(text, direction)
  const drawn: Drawn = { text, glyphs: [], advance: 0, ink: { left: 0, right: 0, top: 0, bottom: 0 } }
  const ink: Ink = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity }
  for (const run of inVisualOrder(runsOf(cells, levels))) drawRun(text, run, drawn, ink)
  if (ink.left <= ink.right) drawn.ink = ink
  return drawn
}

type Run = { start: number; length: number; level: number; font: OpenFont; script: string }

export function runsOf(cells: readonly Fonted[], levels: Uint8Array): Run[] {
  const runs: Run[] = []
  let offset = 0
  for (const { text, font, script } of cells) {
    const level = levels[offset] ?? 0
    const last = runs.at(-1)
    if (last && last.level === level && last.font.file === font.file && last.script === script) last.length += text.length
    else runs.push({ start: offset, length: text.length, level, font, script })
    offset += text.length
  }
  return runs
}

export function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs]
  for (let level = Math.max(0, ...order.map((run) => run.level)); level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.level < level) continue
      let end = start
      while (end < order.length && order[end]!.level >= level) end++
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end
    }
  }
  return order
}

function drawRun(text: string, run: Run, drawn: Drawn, ink: Ink): void {
  const { font, unitsPerEm, family } = run.font
  const scale = 1 / unitsPerEm
  const buffer = new Buffer()
  // The whole line goes in, so that letters at the edge of a run know their neighbours.
  buffer.addText(text, run.start, run.length)
  buffer.guessSegmentProperties()
  // A space or hyphen alone does not tell its script, and fonts may have another one for each script.
  if (run.script !== 'Other') buffer.setScript(scriptCode(run.script))
  buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR)
  buffer.setLanguage(family.language)
  shape(font, buffer)
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    if (glyph.codepoint === 0) continue
    const x = drawn.advance + (glyph.xOffset ?? 0) * scale
    const y = (glyph.yOffset ?? 0) * scale
    const commands = font.glyphToJson(glyph.codepoint)
    if (commands.length > 0) {
      drawn.glyphs.push({ commands, x, y, scale })
      for (const { values } of commands) {
        for (let i = 0; i + 1 < values.length; i += 2) {
          ink.left = Math.min(ink.left, x + values[i]! * scale)
          ink.right = Math.max(ink.right, x + values[i]! * scale)
          ink.top = Math.max(ink.top, y + values[i + 1]! * scale)
          ink.bottom = Math.min(ink.bottom, y + values[i + 1]! * scale)
        }
      }
    }
    drawn.advance += (glyph.xAdvance ?? 0) * scale
  }
}

/** Space between the ink of one line and the next, and between baselines at least, in ems. */
const gap = 0.14
const leading = 1.08

function place(lines: readonly Drawn[], box: NameBox, direction: 'ltr' | 'rtl'): Omit<ShapedName, 'direction' | 'missing'> {
  const baselines: number[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    baselines.push(before ? baselines[index - 1]! + Math.max(leading, line.ink.top - before.ink.bottom + gap) : line.ink.top)
  }
  const inkWidth = Math.max(0, ...lines.map(({ ink }) => ink.right - ink.left))
  const last = lines.at(-1)
  const inkHeight = last ? Math.max(0, ...lines.map(({ ink }, index) => baselines[index]! - ink.bottom)) : 0
  const size = Math.min(box.size, box.width / Math.max(inkWidth, 1e-6), box.height / Math.max(inkHeight, 1e-6))

  const paths: GlyphPath[] = []
  const placed = lines.map((line, index): NameLine => {
    const slack = direction === 'rtl' ? inkWidth - (line.ink.right - line.ink.left) : 0
    const x = (slack - line.ink.left) * size
    const y = baselines[index]! * size
    for (const glyph of line.glyphs) {
      paths.push({ d: pathData(glyph, size), x: round(x + glyph.x * size), y: round(y - glyph.y * size) })
    }
    return { text: line.text, x, y, advance: line.advance * size }
  })
  const ascent = (lines[0]?.ink.top ?? 0) * size
  return { paths, lines: placed, size, width: inkWidth * size, height: inkHeight * size, ascent, descent: inkHeight * size - ascent }
}

/** Font units, y up → pixels, y down. */
function pathData({ commands, scale }: Glyph, size: number): string {
  const factor = scale * size
  return commands
    .map(({ type, values }) => type + values.map((value, index) => round(index % 2 === 0 ? value * factor : -value * factor)).join(' '))
    .join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
