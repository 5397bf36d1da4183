'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { guessDelimiter } from '#lib/toolkit/guess-delimiter.ts'
import { type DateOrder, guessOrder } from '#lib/toolkit/read-date.ts'
import { type CellFault, type Column, guessMapping, type Mapping, type Row, readTable } from '#lib/toolkit/table.ts'
import { BadRows } from './bad-rows.tsx'
import { decode } from './decode.ts'
import styles from './toolkit.module.css'

const largestFile = 5_000_000
const mostRows = 5_000
const shown = 3

type Table = { name: string; header: string[]; cells: string[][] }

/**
 * A table made elsewhere: chosen as a file or pasted, its columns matched, every row that cannot be read named with its reason, the
 * first rows shown as they will stand. Nothing changes before the last button.
 * @param rows what is here already; a row that is here is not added again
 */
export function ImportTable({
  columns,
  label,
  rows,
  room,
  check,
  onAdd,
  onClose,
  messages,
  locale,
}: {
  columns: readonly Column[]
  /** name of a column on the screen */
  label(column: string): string
  rows: readonly Row[]
  /** how many rows the tool still takes; a table with more is not taken at all */
  room?: number
  /** what no single cell shows: cells that contradict each other */
  check?: (row: Row) => CellFault[]
  onAdd(rows: Row[]): void
  onClose(): void
  messages: Messages
  locale: string
}) {
  const id = useId()
  const [table, setTable] = useState<Table | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [order, setOrder] = useState<DateOrder>('dmy')
  const [fault, setFault] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, `import-${key}`, values, locale)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows when the second step appears
  useEffect(() => head.current?.focus(), [table])

  async function take(text: string, name: string) {
    const { default: Papa } = await import('papaparse')
    const delimiter = guessDelimiter(text, columns) ?? ''
    const cells = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false, delimiter }).data
    const [header = [], ...rest] = cells
    const filled = rest.filter((row) => row.some((cell) => cell.trim() !== ''))
    if (filled.length === 0) return setFault(words('empty', { file: name }))
    if (filled.length > mostRows) return setFault(words('too-many', { file: name, count: filled.length, most: mostRows }))
    const found = guessMapping(header, columns)
    setFault('')
    setMapping(found)
    setOrder(guessOrder(datesIn(rest, found, columns)).order)
    setTable({ name, header, cells: rest })
  }

  async function choose(file: File | undefined) {
    if (!file) return
    if (file.size > largestFile) return setFault(words('too-large', { file: file.name }))
    const text = decode(await file.arrayBuffer())
    if (text === null) return setFault(words('not-text', { file: file.name }))
    await take(text, file.name)
  }

  if (!table) {
    return (
      <section className={styles['import']} aria-labelledby={`${id}-head`}>
        <h2 id={`${id}-head`} tabIndex={-1} ref={head}>
          {words('title')}
        </h2>
        <p>{words('lead')}</p>
        <label className={styles['file']}>
          <span>{words('file')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </label>
        <form
          action={(form) => {
            const text = String(form.get('text') ?? '')
            if (text.trim() === '') setFault(words('nothing'))
            else void take(text, words('pasted'))
          }}
        >
          <label className={styles['paste']}>
            <span>{words('paste')}</span>
            <textarea name="text" rows={3} spellCheck={false} />
          </label>
          <div className={styles['actions']}>
            <Button type="submit">{words('look')}</Button>
            <Button look="quiet" onClick={onClose}>
              {words('cancel')}
            </Button>
          </div>
        </form>
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      </section>
    )
  }

  const { good, bad } = readTable(table.cells, { columns, mapping, order, check })
  const here = new Set(rows.map(keyOf))
  const fresh = good.filter((row) => !here.has(keyOf(row)))
  // with its month in letters, so that one sees whether day and month were taken for each other
  const format = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (date: string) => format.format(new Date(`${date}T00:00Z`))
  const over = Math.max(0, fresh.length - (room ?? fresh.length))
  const dates = datesIn(table.cells, mapping, columns)
  const missing = columns.filter((column) => column.required && typeof mapping[column.id] !== 'number')
  return (
    <section className={styles['import']} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`} tabIndex={-1} ref={head}>
        {words('check', { file: table.name })}
      </h2>
      <fieldset className={styles['mapping']}>
        <legend>{words('mapping')}</legend>
        {columns.map((column) => (
          <label key={column.id}>
            <span>
              {label(column.id)}
              {column.required ? <small> {words('required')}</small> : null}
            </span>
            <select
              value={mapping[column.id] ?? ''}
              onChange={({ target }) => setMapping({ ...mapping, [column.id]: target.value === '' ? null : Number(target.value) })}
            >
              <option value="">{words('none')}</option>
              {table.header.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
                <option key={index} value={index}>
                  {name.trim() || words('column', { count: index + 1 })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      {guessOrder(dates).sure ? null : (
        <fieldset className={styles['order']}>
          <legend>{words('order', { example: dates[0] ?? '' })}</legend>
          {(['dmy', 'mdy'] as const).map((one) => (
            <label key={one}>
              <input type="radio" className={option['radio']} name={`${id}-order`} checked={order === one} onChange={() => setOrder(one)} />
              {words(`order-${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      {missing.length > 0 ? <p className={styles['fault']}>{words('needs', { column: label(missing[0]?.id ?? '') })}</p> : null}
      <div role="status">
        <p className={styles['count']}>
          {over > 0 ? words('no-room', { count: fresh.length, room: room ?? 0 }) : words('good', { count: fresh.length })}
          {good.length > fresh.length ? ` ${words('same', { count: good.length - fresh.length })}` : ''}
          {bad.length > 0 ? ` ${words('bad', { count: bad.length })}` : ''}
        </p>
      </div>
      {fresh.length > 0 ? (
        <ul className={styles['sample']} aria-label={words('sample')}>
          {fresh.slice(0, shown).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample of rows in their order
            <li key={index}>
              {columns.flatMap(({ id: column, kind, options }) => {
                const value = row[column]
                const text =
                  kind === 'choice' ? options?.find((one) => one.id === value)?.names[0] : kind === 'date' && value ? day(value) : value
                return text ? [<span key={column}>{text}</span>] : []
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {bad.length > 0 && missing.length === 0 ? <BadRows bad={bad} columns={columns} label={label} words={words} /> : null}
      <div className={styles['actions']}>
        <Button
          look="primary"
          disabled={fresh.length === 0 || over > 0}
          onClick={() => {
            onAdd(fresh)
            onClose()
          }}
        >
          {words('add', { count: fresh.length })}
        </Button>
        <Button look="quiet" onClick={() => setTable(null)}>
          {words('other')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {words('cancel')}
        </Button>
      </div>
    </section>
  )
}

const keyOf = (row: Row) =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, text]) => text !== '')
      .sort(),
  )

function datesIn(cells: readonly (readonly string[])[], mapping: Mapping, columns: readonly Column[]): string[] {
  const places = columns.flatMap(({ id, kind }) => {
    const at = mapping[id]
    return kind === 'date' && typeof at === 'number' ? [at] : []
  })
  return cells.flatMap((row) => places.map((at) => row[at]?.trim() ?? '').filter((text) => text !== ''))
}
