'use client'

import { useEffect, useRef, useState } from 'react'
import { Keep } from '#components/toolkit/keep.tsx'
import { Shelf } from '#components/toolkit/shelf.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { today, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { type Checklist, checklistFrom, emptyChecklist, emptyTalk, mostTalks, type Talk } from '#lib/toolkit/listening-checklist.ts'
import styles from './listening-checklist.module.css'
import { TalkSheet } from './talk-sheet.tsx'

/** One page around a conversation. Several are kept; one is open. */
export default function ListeningChecklist({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool<Checklist>('listening-checklist', checklistFrom)
  const [open, setOpen] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const [printing, setPrinting] = useState<'filled' | 'empty' | null>(null)
  const start = useRef<HTMLButtonElement>(null)
  const fresh = useRef<'sheet' | 'start' | null>(null)
  const sheet = useRef<HTMLHeadingElement>(null)

  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const list = kept.value ?? emptyChecklist
  const talk = list.talks.find(({ id }) => id === open) ?? list.talks[0]

  // what was pressed is gone or has made something new, so the focus goes there
  useEffect(() => {
    if (fresh.current === 'sheet') sheet.current?.focus()
    if (fresh.current === 'start') start.current?.focus()
    fresh.current = null
  })
  // printed when the page shows what is to be printed
  useEffect(() => {
    if (printing === null) return
    window.print()
    setPrinting(null)
  }, [printing])

  if (kept.value === null) return <div className={styles['waiting']} aria-busy="true" />

  const save = (talks: Talk[]) => kept.save({ version: 1, talks })
  const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeZone: 'UTC' })
  const dateOf = ({ date }: Talk) => (date ? day.format(new Date(`${date}T00:00Z`)) : '')

  function begin() {
    if (list.talks.length >= mostTalks) return setNews(words('full', { count: mostTalks }))
    const next = emptyTalk(crypto.randomUUID(), today())
    save([next, ...list.talks])
    setOpen(next.id)
    setNews('')
    fresh.current = 'sheet'
  }

  return (
    <div className={styles['tool']} data-many={list.talks.length > 0 || undefined}>
      <div className={styles['side']}>
        {list.talks.length === 0 ? <p className={styles['empty']}>{words('empty')}</p> : null}
        <Shelf
          label={words('shelf')}
          entries={list.talks.map((one) => ({
            id: one.id,
            name: one.name.trim() || words('unnamed'),
            about: `${dateOf(one) || words('no-date')} · ${words('ticked', { count: one.ticks.length })}`,
          }))}
          open={talk?.id ?? null}
          onOpen={(id) => {
            setOpen(id)
            setNews('')
            fresh.current = 'sheet'
          }}
        >
          <div className={styles['buttons']}>
            <Button ref={start} look={talk ? 'plain' : 'primary'} onClick={begin}>
              {words('new')}
            </Button>
            {talk ? null : <Button onClick={() => setPrinting('empty')}>{words('print-empty')}</Button>}
          </div>
        </Shelf>
        <p className={styles['news']} role="status">
          {news}
        </p>
      </div>
      <TalkSheet
        key={talk?.id ?? 'none'}
        talk={talk ?? emptyTalk('none', '')}
        hidden={talk === undefined}
        date={talk ? dateOf(talk) : ''}
        blank={printing === 'empty'}
        heading={sheet}
        words={words}
        onChange={(next) => save(list.talks.map((one) => (one.id === next.id ? next : one)))}
        onPrint={setPrinting}
        onRemove={(gone) => {
          save(list.talks.filter(({ id }) => id !== gone.id))
          setNews(words('removed', { name: gone.name.trim() || words('unnamed') }))
          fresh.current = 'start'
        }}
      />
      <div className={styles['whole']}>
        <Keep
          tool="listening-checklist"
          name={(tool) => titles[tool]}
          value={list}
          empty={list.talks.length === 0}
          from={checklistFrom}
          nameOf={({ talks }) => words('holds', { count: talks.length })}
          onOpen={(next) => {
            setNews('')
            setOpen(null)
            kept.save(next)
          }}
          onErase={() => {
            setNews('')
            kept.erase()
          }}
          messages={common}
        />
      </div>
    </div>
  )
}
