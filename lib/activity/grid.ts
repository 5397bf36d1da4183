/** Rows by columns, a few cells of which a learner fills from their own week. Pure. */
import { fieldsOf } from './rating.ts'
import type { ActivityOf } from './schema.ts'

export type Grid = ActivityOf<'grid'>
export type ReadingName = keyof Grid['readings']
/** `cellKey` → the learner's words. Kept on the device under the activity's object id. */
export type Cells = Readonly<Record<string, string>>

export function cellKey(row: string, column: string): string {
  return `${row}/${column}`
}

/** What was kept, without cells that the content no longer has. */
export function readCells({ rows, columns }: Grid, kept: unknown): Cells {
  const given = fieldsOf(kept)
  return Object.fromEntries(
    rows.flatMap(({ id: row }) =>
      columns.flatMap(({ id: column }) => {
        const text = given[cellKey(row, column)]
        return typeof text === 'string' && text !== '' ? [[cellKey(row, column), text]] : []
      }),
    ),
  )
}

export function isFilled(cells: Cells, row: string, column: string): boolean {
  return (cells[cellKey(row, column)] ?? '').trim() !== ''
}

/** Cells with words in them, and how many rows and columns they touch. */
export function spreadOf({ rows, columns }: Grid, cells: Cells): { count: number; rows: number; columns: number } {
  const filled = rows.flatMap(({ id: row }) => columns.flatMap(({ id: column }) => (isFilled(cells, row, column) ? [{ row, column }] : [])))
  return {
    count: filled.length,
    rows: new Set(filled.map(({ row }) => row)).size,
    columns: new Set(filled.map(({ column }) => column)).size,
  }
}

/**
 * What can be said about the picture: few rows or columns are fewer than half of what the filled cells could have touched.
 * Nothing is read into it before as many cells are filled as asked for.
 */
export function readGrid(data: Grid, cells: Cells): ReadingName[] {
  const { count, rows, columns } = spreadOf(data, cells)
  if (count < data.fill) return []
  const few = (touched: number, there: number) => touched < Math.min(there, count) / 2
  const names: ReadingName[] = []
  if (few(rows, data.rows.length)) names.push('fewRows')
  if (few(columns, data.columns.length)) names.push('fewColumns')
  return names.length > 0 ? names : ['spread']
}

/** The filled cells as plain text, row by row. */
export function gridText({ title, rows, columns }: Grid, cells: Cells): string {
  const filled = rows.flatMap((row) => {
    const here = columns.flatMap((column) =>
      isFilled(cells, row.id, column.id)
        ? [`  ${column.label}: ${cells[cellKey(row.id, column.id)]!.trim().replaceAll('\n', '\n  ')}`]
        : [],
    )
    return here.length > 0 ? ['', row.label, ...here] : []
  })
  return [title, ...filled, ''].join('\n')
}
