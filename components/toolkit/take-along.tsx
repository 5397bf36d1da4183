'use client'

import { useEffect, useRef, useState } from 'react'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { toCsv } from '#lib/activity/csv.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { type CellFault, type Column, type Row, tableOf } from '#lib/toolkit/table.ts'
import type { ToolId } from '#lib/toolkit/tools.ts'
import { ImportTable } from './import-table.tsx'
import styles from './toolkit.module.css'

/** The ways out of a tool and into it: a table, a calendar, paper. */
export function TakeAlong({
  tool,
  columns,
  label,
  rows,
  room,
  check,
  onAdd,
  calendar,
  messages,
  locale,
}: {
  tool: ToolId
  columns: readonly Column[]
  label(column: string): string
  rows: readonly Row[]
  room: number
  check?: (row: Row) => CellFault[]
  onAdd(rows: Row[]): void
  /** a sentence about what the file holds, and its text; null where there is nothing to be reminded of */
  calendar: { note: string; text(): string } | null
  messages: Messages
  locale: string
}) {
  const [open, setOpen] = useState(false)
  const [news, setNews] = useState('')
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const own = useRef(false)
  // what was said about a table is over as soon as something else is added or removed
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => {
    if (!own.current) setNews('')
    own.current = false
  }, [rows.length])
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus()
    wasOpen.current = open
  }, [open])

  return (
    <section className={styles['along']} aria-label={say(messages, 'along')}>
      {open ? (
        <ImportTable
          columns={columns}
          label={label}
          rows={rows}
          room={room}
          {...(check ? { check } : {})}
          onAdd={(fresh) => {
            own.current = true
            onAdd(fresh)
            setNews(say(messages, 'import-added', { count: fresh.length }, locale))
          }}
          onClose={() => setOpen(false)}
          messages={messages}
          locale={locale}
        />
      ) : (
        <>
          {calendar ? <p className={styles['keepLead']}>{calendar.note}</p> : null}
          <div className={styles['actions']}>
            {rows.length > 0 ? (
              <Button onClick={() => saveFile(`${tool}.csv`, toCsv(tableOf(rows, columns)))}>{say(messages, 'csv-save')}</Button>
            ) : null}
            {calendar ? (
              <Button onClick={() => saveFile(`${tool}.ics`, calendar.text(), 'text/calendar;charset=utf-8')}>
                {say(messages, 'calendar-save')}
              </Button>
            ) : null}
            {rows.length > 0 ? <Button onClick={() => window.print()}>{say(messages, 'print')}</Button> : null}
            <Button
              look={rows.length > 0 ? 'quiet' : 'plain'}
              ref={opener}
              onClick={() => {
                setNews('')
                setOpen(true)
              }}
            >
              {say(messages, 'import-open')}
            </Button>
          </div>
        </>
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
    </section>
  )
}
