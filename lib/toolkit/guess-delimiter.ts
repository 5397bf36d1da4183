/**
 * What separates the cells of a file: the sign by which most of the names in its first line are names of ours. Pure.
 *
 * The rows are not asked: one row whose notes are full of semicolons would answer for all.
 * @returns undefined where no name is known; then any guess is as good
 */
import { type Column, guessMapping } from './table.ts'

export function guessDelimiter(text: string, columns: readonly Column[]): string | undefined {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)
  const known = [',', ';', '\t', '|'].map((delimiter) => {
    const names = first.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''))
    return { delimiter, count: Object.values(guessMapping(names, columns)).filter((at) => at !== null).length }
  })
  const most = Math.max(...known.map(({ count }) => count))
  return most === 0 ? undefined : known.find(({ count }) => count === most)?.delimiter
}
