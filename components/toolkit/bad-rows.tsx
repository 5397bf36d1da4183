import fold from '#components/ui/fold.module.css'
import type { BadRow, Column } from '#lib/toolkit/table.ts'
import styles from './toolkit.module.css'

/** Every row that could not be read: its line as a spreadsheet counts, and why. */
export function BadRows({
  bad,
  columns,
  label,
  words,
}: {
  bad: readonly BadRow[]
  columns: readonly Column[]
  label(column: string): string
  words(key: string, values?: Record<string, string | number>): string
}) {
  /** what may stand in a cell of the column */
  const options = (id: string) => {
    const column = columns.find((one) => one.id === id)
    if (column?.kind === 'number') return `1–${column.most ?? '…'}`
    return column?.options?.map(({ names }) => names[0]).join(', ') ?? ''
  }
  return (
    <details className={styles['bad']} open={bad.length <= 8}>
      <summary className={fold['summary']}>{words('bad-title', { count: bad.length })}</summary>
      <ul>
        {bad.map(({ line, faults }) => (
          <li key={line}>
            <b>{words('line', { line })}</b>{' '}
            {faults
              .map(({ column, code, value }) => words(code, { column: label(column), value: value.slice(0, 60), options: options(column) }))
              .join(' ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
