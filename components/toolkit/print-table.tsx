import type { Column, Row } from '#lib/toolkit/table.ts'
import styles from './ledger.module.css'

/** The whole list as a ruled table, on paper only. */
export function PrintTable({
  title,
  columns,
  rows,
  label,
  cell,
}: {
  title: string
  columns: readonly Column[]
  rows: readonly Row[]
  label(column: string): string
  /** a date or a choice as it is read */
  cell(column: Column, text: string): string
}) {
  const used = columns.filter(({ id, required }) => required || rows.some((row) => row[id]))
  return (
    <table className={styles['print']}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {used.map(({ id }) => (
            <th key={id} scope="col">
              {label(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows on paper do not move
          <tr key={index}>
            {used.map((column) => (
              <td key={column.id} data-kind={column.kind}>
                {row[column.id] ? cell(column, row[column.id] ?? '') : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
