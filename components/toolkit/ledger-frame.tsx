'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { containsWords } from '#lib/toolkit/contains-words.ts'
import type { CellFault, Column, Row } from '#lib/toolkit/table.ts'
import type { ToolId } from '#lib/toolkit/tools.ts'
import { everything, FindBar, manyEntries } from './find-bar.tsx'
import { Keep } from './keep.tsx'
import styles from './ledger.module.css'
import { PrintTable } from './print-table.tsx'
import type { sayDay } from './say-day.ts'
import { TakeAlong } from './take-along.tsx'
import type { ToolProps } from './tool.tsx'
import { traceId, type useLedger } from './use-ledger.ts'

type Entry = { id: string }
type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * A list of entries that is added to, searched, taken along and kept: what the tools that are such a list have in common.
 * @typeParam E one entry; @typeParam V what is kept
 */
export function LedgerFrame<E extends Entry, V>({
  tool,
  props: { messages, common, titles, locale },
  words,
  ledger,
  entries,
  most,
  find,
  form,
  formName,
  lesson,
  children,
  day,
  columns,
  rowOf,
  ordered,
  check,
  onAdd,
  calendar,
  kept,
}: {
  tool: ToolId
  props: ToolProps
  words: Words
  ledger: ReturnType<typeof useLedger<E>>
  entries: readonly E[]
  /** how many there may be */
  most: number
  /** what is looked through, and the kinds one may ask for */
  find: { textsOf(entry: E): readonly string[]; kindOf(entry: E): string; kinds: readonly { id: string; text: string }[] }
  /** for a new entry; `afresh` shows everything again */
  form(afresh: () => void): ReactNode
  formName: string
  /** what was written in the lesson and is not here yet; null where there is nothing */
  lesson: { label: string; take(): string } | null
  /** the lists, of the entries found and the trace of the last change */
  children(shown: readonly E[]): ReactNode
  day: ReturnType<typeof sayDay>
  columns: readonly Column[]
  rowOf(entry: E): Row
  /** as they stand on paper */
  ordered: readonly E[]
  check?: (row: Row) => CellFault[]
  onAdd(rows: Row[]): void
  calendar: { note: string; text(): string } | null
  kept: { value: V; from(kept: unknown): V; countOf(value: V): number; save(value: V): void; erase(): void; today: string }
}) {
  const [found, setFound] = useState(everything)
  const [news, setNews] = useState('')
  const empty = entries.length === 0
  const room = most - entries.length
  const label = (column: string) => say(messages, column)
  const names = (count: number) => (count === 0 ? words('no-names') : words('names', { count }))
  const many = entries.length > manyEntries
  const fits = (one: E) =>
    !many || (containsWords(find.textsOf(one), found.words) && (found.kind === '' || find.kindOf(one) === found.kind))
  const searching = many && (found.words.trim() !== '' || found.kind !== '')
  const count = entries.filter(fits).length
  const afresh = () => {
    setNews('')
    setFound(everything)
  }
  const exchanged = () => {
    ledger.reset()
    setNews('')
  }

  return (
    <div className={styles['tool']}>
      {ledger.open?.id === null ? (
        form(afresh)
      ) : (
        <div className={empty ? styles['empty'] : undefined}>
          {empty ? <p>{words('empty')}</p> : null}
          <div className={styles['bar']}>
            <Button look="primary" id="add" disabled={room === 0} onClick={() => ledger.write(null, formName)}>
              {words(empty ? 'add-first' : 'add')}
            </Button>
            {lesson ? (
              <Button
                look={empty ? 'plain' : 'quiet'}
                onClick={() => {
                  const told = lesson.take()
                  ledger.reset()
                  setNews(told)
                  ledger.focus('add')
                }}
              >
                {lesson.label}
              </Button>
            ) : null}
          </div>
          {room === 0 ? <p className={styles['news']}>{words('full', { most })}</p> : null}
        </div>
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
      {many ? (
        <FindBar
          label={words('find')}
          kindLabel={words('find-type')}
          kinds={[{ id: '', text: words('find-all') }, ...find.kinds]}
          value={found}
          onChange={setFound}
          result={searching ? (count === 0 ? words('found-none') : words('found', { count })) : ''}
        />
      ) : null}
      {children(ledger.shown.filter((one) => one.id === traceId || fits(one)))}
      <TakeAlong
        tool={tool}
        columns={columns}
        label={label}
        rows={entries.map(rowOf)}
        room={room}
        {...(check ? { check } : {})}
        onAdd={(fresh) => {
          exchanged()
          onAdd(fresh)
        }}
        calendar={calendar}
        messages={common}
        locale={locale}
      />
      <Keep
        tool={tool}
        name={(one) => titles[one]}
        value={kept.value}
        empty={empty}
        from={kept.from}
        nameOf={(value) => names(kept.countOf(value))}
        onOpen={(value) => {
          exchanged()
          kept.save(value)
        }}
        onErase={() => {
          ledger.reset()
          afresh()
          kept.erase()
        }}
        messages={common}
      />
      <PrintTable
        title={words('print-title', { date: day.long(kept.today) })}
        columns={columns}
        rows={ordered.map(rowOf)}
        label={label}
        cell={({ kind, id }, text) => (kind === 'date' ? day.medium(text) : kind === 'choice' ? words(`${id}-${text}`) : text)}
      />
    </div>
  )
}
