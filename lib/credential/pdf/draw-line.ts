/**
 * Writes a line that was set: live runs as text, the others as outlines with their text unseen over them. Readers of PDFs take letters from
 * left to right and then turn what is written from the right around; how they order pieces of two directions differs from one to the next.
 * So a line with anything from the right in it, unless it is one live run, is drawn, and its text unseen stands so that all find it.
 */
import type { OpenFont } from '#lib/credential/font-store.ts'
import { numbers, pathOperators } from './cubic-path.ts'
import type { PdfDocument } from './document.ts'
import type { PageFonts, Place } from './embed-fonts.ts'
import type { SetLine, SetRun } from './set-line.ts'

/** @param place where the line begins on its baseline */
export function drawLine(doc: PdfDocument, fonts: PageFonts, line: SetLine, place: Place, colour: string): void {
  doc.addContent(`${colourOf(colour)} rg`)
  const woven = line.runs.some(({ rightToLeft }) => rightToLeft) && !(line.runs.length === 1 && line.runs[0]!.live)
  for (const run of line.runs) {
    const at = { ...place, x: place.x + run.x * place.size }
    if (run.live && !woven) doc.addContent(fonts.text(run, at))
    else doc.addContent(outlines(run, at))
    if (!run.live && !woven) doc.addContent(fonts.unseen(Array.from(run.text), run.width, at))
  }
  if (woven) drawUnseen(doc, fonts, line, place)
}

/** Piece by piece in the order of reading, each a sequence of its own, so that a reader orders the letters inside it and no more. */
function drawUnseen(doc: PdfDocument, fonts: PageFonts, line: SetLine, { x, y, size }: Place): void {
  const pieces = unseenPieces(line.runs)
  const each = line.width / Math.max(1, Array.from(line.text).length)
  let before = 0
  for (const piece of pieces) {
    const width = piece.length * each
    const operators = fonts.unseen(piece, width, { x: x + before * size, y, size })
    doc.addContent(pieces.length === 1 ? operators : `/Span BMC ${operators} EMC`)
    before += width
  }
}

/**
 * Runs of one direction together, spaces between directions apart. Pure.
 * @returns the characters of each as readers expect them from left to right
 */
export function unseenPieces(runs: readonly Pick<SetRun, 'text' | 'rightToLeft'>[]): string[][] {
  const joined: { text: string; rightToLeft: boolean }[] = []
  for (const { text, rightToLeft } of runs) {
    const last = joined.at(-1)
    if (last?.rightToLeft === rightToLeft) last.text += text
    else joined.push({ text, rightToLeft })
  }
  if (joined.length === 1) return [visual(joined[0]!)]
  return joined.flatMap(({ text, rightToLeft }) => {
    const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/su.exec(text)!
    return [before!, inner!, after!].filter((part) => part !== '').map((part) => visual({ text: part, rightToLeft }))
  })
}

/** Beyond the first plane readers know no direction: Adlam and its like are left as they are read. */
function visual({ text, rightToLeft }: { text: string; rightToLeft: boolean }): string[] {
  const characters = Array.from(text)
  return rightToLeft && !/[\u{10000}-\u{10FFFF}]/u.test(text) ? characters.reverse() : characters
}

function outlines({ font, glyphs }: SetRun, { x, y, size }: Place): string {
  const scale = size / font.unitsPerEm
  return glyphs
    .map((glyph) => {
      const d = outlineOf(font, glyph.id)
      return d === '' ? '' : `q ${numbers([scale, 0, 0, -scale, x + glyph.x * size, y - glyph.y * size])} cm\n${pathOperators(d)}\nf Q`
    })
    .filter(Boolean)
    .join('\n')
}

function outlineOf(font: OpenFont, glyph: number): string {
  return font.font
    .glyphToJson(glyph)
    .map(({ type, values }) => `${type}${numbers(values)}`)
    .join('')
}

/** `#rrggbb` as three shares of one. */
export function colourOf(hex: string): string {
  return numbers([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255))
}
