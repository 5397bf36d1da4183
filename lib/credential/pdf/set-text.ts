/** Breaks a paragraph into lines no wider than the column. A word that alone is wider is broken between its letters, never cut off. */
import { directionOf } from '#lib/credential/bidi-levels.ts'
import { pieces } from '#lib/credential/describe-achievement.ts'
import { type FaceName, type Fonted, fontedCells } from './faces.ts'
import { type SetLine, setLine } from './set-line.ts'

export type SetText = { lines: SetLine[]; direction: 'ltr' | 'rtl' }

/** @param text `*` stands around what is bold. @param width of the column, in ems */
export async function setText(text: string, face: FaceName, width: number): Promise<SetText> {
  const parts = face === 'body' ? pieces(text) : [{ text, bold: false }]
  const cells = (await Promise.all(parts.map((part) => fontedCells(part.text, part.bold ? 'strong' : face)))).flat()
  const direction = directionOf(cells.map((cell) => cell.text).join(''))
  const measure = (some: readonly Fonted[]) => setLine(some, direction).width
  return { lines: breakCells(cells, width, measure).map((line) => setLine(line, direction)), direction }
}

/** @param measure width of cells drawn together. Every piece is measured once: what letters of two words do to each other is less than a hair. */
export function breakCells<TCell extends { text: string }>(
  cells: readonly TCell[],
  width: number,
  measure: (cells: readonly TCell[]) => number,
): TCell[][] {
  const lines: TCell[][] = [[]]
  let wide = 0
  const put = (piece: readonly TCell[], size: number) => {
    lines.at(-1)!.push(...piece)
    wide += size
  }
  const begin = () => {
    if (lines.at(-1)!.length > 0) lines.push([])
    wide = 0
  }
  for (const word of wordsOf(cells)) {
    const size = measure(word)
    if (wide > 0 && wide + size <= width) {
      put(word, size)
      continue
    }
    const letters = word[0]?.text === ' ' ? word.slice(1) : word
    // the space stays at the end of the line before, unseen: who takes the text out of the page finds two words
    if (letters.length < word.length) lines.at(-1)!.push(word[0]!)
    const alone = letters.length < word.length ? measure(letters) : size
    begin()
    if (alone <= width) put(letters, alone)
    else {
      for (const letter of letters) {
        const one = measure([letter])
        if (wide > 0 && wide + one > width) begin()
        put([letter], one)
      }
    }
  }
  return lines.filter((line) => line.some((cell) => cell.text !== ' '))
}

/** Each word with the space before it. An ideograph or kana is a word, and an address may end a line after a stroke. */
function wordsOf<TCell extends { text: string }>(cells: readonly TCell[]): TCell[][] {
  const words: TCell[][] = []
  for (const cell of cells) {
    const before = words.at(-1)
    const begins = before === undefined || cell.text === ' ' || standsAlone(cell.text) || before.at(-1)!.text === '/'
    if (begins) words.push([cell])
    else before.push(cell)
  }
  return words
}

const standsAlone = (text: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
