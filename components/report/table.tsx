import type { ReactNode } from 'react'
import styles from './report.module.css'

export type Column = { label: string; look?: 'number' | 'whole' | 'wide' }

/** A table that scrolls by itself on a narrow screen. The first cell of a row names it. */
export function Table({ label, columns, rows }: { label: string; columns: readonly Column[]; rows: readonly (readonly ReactNode[])[] }) {
  const look = (at: number) => (columns[at]?.look ? styles[columns[at].look] : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['scroll']} aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.label} scope="col" className={look(at)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, rows have no other name
            <tr key={row}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.label} scope="row" className={look(at)}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[at]?.label} className={look(at)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
