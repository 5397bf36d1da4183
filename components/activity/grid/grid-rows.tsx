import { useEffect, useRef } from 'react'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Cells, cellKey, type Grid, isFilled } from '#lib/activity/grid.ts'
import styles from './grid.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string
export type Open = { row: string; column: string } | null

/**
 * The rows, each with its cells. On a phone a cell is a word to press, where there is room it is a field of a table; the words
 * are written below the row in both.
 */
export function GridRows({
  data,
  cells,
  ready,
  numbers,
  open,
  setOpen,
  write,
  t,
}: {
  data: Grid
  cells: Cells
  ready: boolean
  /** module of each column → number, for its colour */
  numbers: ReadonlyMap<string, number>
  open: Open
  setOpen(open: Open): void
  write(row: string, column: string, text: string): void
  t: Words
}) {
  return (
    <div className={styles['rows']} style={{ '--columns': data.columns.length } as Record<string, number>}>
      <p className={styles['columns']} aria-hidden="true">
        <span />
        {data.columns.map(({ id, label, module }) => (
          <span key={id} data-module={numbers.get(module)}>
            {label}
          </span>
        ))}
      </p>
      {data.rows.map((row) => {
        const column = open?.row === row.id ? data.columns.find(({ id }) => id === open.column) : undefined
        return (
          <section key={row.id} className={styles['row']} aria-labelledby={`${data.id}-${row.id}`}>
            <div className={styles['skill']}>
              <h4 id={`${data.id}-${row.id}`}>{row.label}</h4>
              <p>{row.help}</p>
            </div>
            <ul className={styles['cells']}>
              {data.columns.map(({ id, label, module }) => {
                const filled = isFilled(cells, row.id, id)
                const isOpen = column?.id === id
                return (
                  <li key={id} data-module={numbers.get(module)}>
                    <button
                      type="button"
                      id={buttonId(data, row.id, id)}
                      data-filled={filled || undefined}
                      aria-expanded={isOpen}
                      disabled={!ready}
                      onClick={() => setOpen(isOpen ? null : { row: row.id, column: id })}
                    >
                      <span className={styles['label']}>{label}</span>
                      {filled ? <span className="visually-hidden">{t('filled')}</span> : null}
                      <span className={styles['start']} aria-hidden="true">
                        {cells[cellKey(row.id, id)]}
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
            {column ? (
              <Editor
                key={column.id}
                id={`${data.id}-${row.id}-text`}
                module={numbers.get(column.module)}
                label={t('cell', { row: row.label, column: column.label })}
                text={cells[cellKey(row.id, column.id)] ?? ''}
                write={(text) => write(row.id, column.id, text)}
                close={() => {
                  setOpen(null)
                  document.getElementById(buttonId(data, row.id, column.id))?.focus()
                }}
                t={t}
              />
            ) : null}
            <dl className={styles['own']}>
              {data.columns.map(({ id, label, module }) =>
                isFilled(cells, row.id, id) && id !== column?.id ? (
                  <div key={id} data-module={numbers.get(module)}>
                    <dt>{label}</dt>
                    <dd>{cells[cellKey(row.id, id)]}</dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
        )
      })}
    </div>
  )
}

function buttonId(data: Grid, row: string, column: string): string {
  return `${data.id}-${row}-${column}`
}

function Editor({
  id,
  module,
  label,
  text,
  write,
  close,
  t,
}: {
  id: string
  module: number | undefined
  label: string
  text: string
  write(text: string): void
  close(): void
  t: Words
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is one more way to close, beside the button
    <div
      ref={box}
      className={styles['editor']}
      data-module={module}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <OwnField id={id} label={label} help={t('help')} value={text} disabled={false} onChange={write} />
      <Button onClick={close}>{t('close')}</Button>
    </div>
  )
}
