/**
 * Sets one line of text for a PDF: itemised by direction, script and font, shaped by HarfBuzz. Lengths are in ems.
 *
 * A run is `live` where every piece of text has one glyph of its own, standing where the pen stands: then it is written as text with the
 * font embedded, and extracts as what it says. Where glyphs are reordered, stacked or split (Arabic, most scripts of India, Burmese…)
 * no PDF reader finds the text again from the glyphs: there the outlines are drawn, with the text in an invisible layer over them.
 */
import { Buffer, Direction, shape } from 'harfbuzzjs'
import { levelsOf } from '#lib/credential/bidi-levels.ts'
import type { OpenFont } from '#lib/credential/font-store.ts'
import { scriptCode } from '#lib/credential/name-fonts.ts'
import { inVisualOrder, runsOf } from '#lib/credential/shape-name.ts'
import type { Fonted } from './faces.ts'

/** `text`: what the glyph stands for. `x`, `y`: of its origin in the run, y up. `advance`: how far the pen moves. */
export type SetGlyph = { id: number; text: string; x: number; y: number; advance: number }
/** `x`: where the run begins in the line. `text` in the order of reading, `glyphs` from left to right. */
export type SetRun = { font: OpenFont; text: string; rightToLeft: boolean; x: number; width: number; live: boolean; glyphs: SetGlyph[] }
/** `runs` in the order of reading. */
export type SetLine = { text: string; width: number; runs: SetRun[] }

export function setLine(cells: readonly Fonted[], direction: 'ltr' | 'rtl'): SetLine {
  const text = cells.map((cell) => cell.text).join('')
  const runs = runsOf(cells, levelsOf(text, direction))
  const placed = new Map<(typeof runs)[number], SetRun>()
  let width = 0
  for (const run of inVisualOrder(runs)) {
    const set = setRun(text, run, width)
    placed.set(run, set)
    width += set.width
  }
  return { text, width, runs: runs.map((run) => placed.get(run)!) }
}

type Run = ReturnType<typeof runsOf>[number]

function setRun(text: string, run: Run, x: number): SetRun {
  const { font, unitsPerEm, family } = run.font
  const rightToLeft = run.level % 2 === 1
  const buffer = new Buffer()
  // as in shape-name.ts, so that what is measured there is what is written here
  buffer.addText(text, run.start, run.length)
  buffer.guessSegmentProperties()
  if (run.script !== 'Other') buffer.setScript(scriptCode(run.script))
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR)
  buffer.setLanguage(family.language)
  shape(font, buffer)
  const shaped = buffer.getGlyphInfosAndPositions()
  const parts = partsOf(
    shaped.map(({ cluster }) => cluster),
    run.start + run.length,
  )
  const set: SetRun = {
    font: run.font,
    text: text.slice(run.start, run.start + run.length),
    rightToLeft,
    x,
    width: 0,
    live: isTrueType(run.font) && !(rightToLeft && /[\u{10000}-\u{10FFFF}]/u.test(text)),
    glyphs: [],
  }
  for (const { codepoint: id, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 } of shaped) {
    const [end, glyphs] = parts.get(cluster)!
    const part = text.slice(cluster, end)
    if (id === 0 || glyphs !== 1 || xOffset !== 0 || yOffset !== 0 || (rightToLeft && Array.from(part).length > 1)) set.live = false
    set.glyphs.push({ id, text: part, x: set.width + xOffset / unitsPerEm, y: yOffset / unitsPerEm, advance: xAdvance / unitsPerEm })
    set.width += xAdvance / unitsPerEm
  }
  return set
}

/** For each cluster: where its text ends, and how many glyphs it has. */
function partsOf(clusters: readonly number[], end: number): Map<number, [end: number, glyphs: number]> {
  const starts = [...new Set(clusters)].sort((a, b) => a - b)
  return new Map(starts.map((start, index) => [start, [starts[index + 1] ?? end, clusters.filter((cluster) => cluster === start).length]]))
}

const trueType = new WeakMap<OpenFont, boolean>()

/** Only outlines of that kind are embedded; other fonts are drawn. */
function isTrueType(font: OpenFont): boolean {
  const known = trueType.get(font)
  if (known !== undefined) return known
  const is = (font.font.face.referenceTable('glyf')?.length ?? 0) > 0
  trueType.set(font, is)
  return is
}
