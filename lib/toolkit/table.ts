/**
 * Tables from elsewhere → rows of a tool, and back. Pure; what splits a file into cells is a library (papaparse).
 *
 * Nothing is taken in half: a row with one cell that cannot be read is bad as a whole, with the reason for each such cell. What
 * `tableOf` writes, `readTable` reads as equal rows (leaving out empty rows), also after a spreadsheet has saved it again.
 */
import { type DateOrder, readDate } from './read-date.ts'

export type Column = {
  id: string
  /** a number is a whole one from 1 to `most` */
  kind: 'text' | 'date' | 'choice' | 'number'
  /** a row without it is bad */
  required?: boolean
  /** names this column may have in a file; the first is the one it gets in a file of ours */
  names: readonly string[]
  /** for a choice: what may stand in a cell; the first name of each is the one written */
  options?: readonly { id: string; names: readonly string[] }[]
  /** longest text, in characters; of a number the largest */
  most?: number
}

/** Column id → position in the file, from 0; null: this column is not in the file. */
export type Mapping = Readonly<Record<string, number | null>>
/** Column id → text; a date is ISO, a choice the id of its option, a number its digits, what is empty is left out. */
export type Row = Readonly<Record<string, string>>
export type CellFault = {
  column: string
  code: 'missing' | 'not_a_date' | 'not_a_number' | 'not_an_option' | 'too_long' | 'told_late'
  value: string
}
export type BadRow = { line: number; faults: CellFault[] }

const longest = 2000

/** Which column of the file is which of ours, by its name; each is used once. */
export function guessMapping(header: readonly string[], columns: readonly Column[]): Mapping {
  const free = new Map(header.map((name, index) => [index, plain(name)]))
  const found: Record<string, number | null> = {}
  const take = (column: Column, fits: (name: string) => boolean) => {
    if (typeof found[column.id] === 'number') return
    const index = [...free].find(([, name]) => name !== '' && fits(name))?.[0]
    found[column.id] = index ?? null
    if (index !== undefined) free.delete(index)
  }
  for (const column of columns) take(column, (name) => column.names.some((one) => plain(one) === name))
  for (const column of columns)
    take(column, (name) => column.names.some((one) => name.includes(plain(one)) || (name.length > 3 && plain(one).includes(name))))
  return found
}

/**
 * @param cells rows of the file without its header
 * @param firstLine the line of the first of them as a spreadsheet counts (2 under a header)
 */
export function readTable(
  cells: readonly (readonly string[])[],
  {
    columns,
    mapping,
    order,
    firstLine = 2,
    check = () => [],
  }: {
    columns: readonly Column[]
    mapping: Mapping
    order: DateOrder
    firstLine?: number
    /** what no single cell shows: cells that contradict each other */
    check?: ((row: Row) => CellFault[]) | undefined
  },
): { good: Row[]; bad: BadRow[] } {
  const good: Row[] = []
  const bad: BadRow[] = []
  for (const [index, row] of cells.entries()) {
    const values: Record<string, string> = {}
    const faults: CellFault[] = []
    for (const column of columns) {
      const at = mapping[column.id]
      const text = unguard(at === null || at === undefined ? '' : (row[at] ?? ''))
      const read = readCell(text, column, order)
      if (typeof read === 'string') {
        if (read !== '') values[column.id] = read
      } else faults.push(read)
    }
    if (row.every((text) => text.trim() === '')) continue
    if (faults.length === 0) faults.push(...check(values))
    if (faults.length > 0) bad.push({ line: firstLine + index, faults })
    else if (Object.keys(values).length > 0) good.push(values)
  }
  return { good, bad }
}

function readCell(text: string, column: Column, order: DateOrder): string | CellFault {
  const fault = (code: CellFault['code']): CellFault => ({ column: column.id, code, value: text })
  if (text.trim() === '') return column.required ? fault('missing') : ''
  if (column.kind === 'number') {
    const value = /^\d{1,9}([.,]0+)?$/.test(text.trim()) ? Number.parseInt(text, 10) : 0
    return value >= 1 && value <= (column.most ?? Number.MAX_SAFE_INTEGER) ? String(value) : fault('not_a_number')
  }
  if (text.length > (column.most ?? longest)) return fault('too_long')
  if (column.kind === 'date') return readDate(text, order) ?? fault('not_a_date')
  if (column.kind === 'choice') {
    const option = column.options?.find(({ id, names }) => [id, ...names].some((name) => plain(name) === plain(text)))
    return option?.id ?? fault('not_an_option')
  }
  return text
}

/** The header and the rows as they go into a file of ours, for `toCsv`. */
export function tableOf(rows: readonly Row[], columns: readonly Column[]): string[][] {
  const cell = (row: Row, column: Column) => {
    const value = row[column.id] ?? ''
    return column.kind === 'choice' ? (column.options?.find(({ id }) => id === value)?.names[0] ?? value) : value
  }
  return [columns.map(({ id, names }) => names[0] ?? id), ...rows.map((row) => columns.map((column) => cell(row, column)))]
}

/** Takes away the one apostrophe that `toCsv` puts before what a spreadsheet would run as a formula. */
export function unguard(text: string): string {
  return /^'+\s*[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}

/** Without case, accents, signs and repeated spaces: "Next  meeting*" is "next meeting". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
