'use client'

import { Keep } from '#components/toolkit/keep.tsx'
import { SheetFrame } from '#components/toolkit/sheet-frame.tsx'
import shared from '#components/toolkit/sheets.module.css'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { useSheets } from '#components/toolkit/use-sheets.ts'
import { newId, today, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { type Checklist, checklistFrom, emptyChecklist, emptyTalk, mostTalks, type Talk } from '#lib/toolkit/listening-checklist.ts'
import { TalkSheet } from './talk-sheet.tsx'

/** One page around a conversation. Several are kept; one is open. */
export default function ListeningChecklist({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool<Checklist>('listening-checklist', checklistFrom)
  const sheets = useSheets()

  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const list = kept.value ?? emptyChecklist
  const talk = list.talks.find(({ id }) => id === sheets.open) ?? list.talks[0]

  if (kept.value === null) return <div className={shared['waiting']} aria-busy="true" />

  const save = (talks: Talk[]) => kept.save({ version: 1, talks })
  const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeZone: 'UTC' })
  const dateOf = ({ date }: Talk) => (date ? day.format(new Date(`${date}T00:00Z`)) : '')

  function begin() {
    if (list.talks.length >= mostTalks) return sheets.tell(words('full', { count: mostTalks }))
    const next = emptyTalk(newId(), today())
    save([next, ...list.talks])
    sheets.show(next.id)
  }

  return (
    <SheetFrame
      sheets={sheets}
      entries={list.talks.map((one) => ({
        id: one.id,
        name: one.name.trim() || words('unnamed'),
        about: `${dateOf(one) || words('no-date')} · ${words('ticked', { count: one.ticks.length })}`,
      }))}
      current={talk?.id ?? null}
      words={words}
      buttons={
        <>
          <Button ref={sheets.start} look={talk ? 'plain' : 'primary'} onClick={begin}>
            {words('new')}
          </Button>
          {talk ? null : <Button onClick={() => sheets.print('empty')}>{words('print-empty')}</Button>}
        </>
      }
      keep={
        <Keep
          tool="listening-checklist"
          name={(tool) => titles[tool]}
          value={list}
          empty={list.talks.length === 0}
          from={checklistFrom}
          nameOf={({ talks }) => words('holds', { count: talks.length })}
          onOpen={(next) => {
            sheets.reset()
            kept.save(next)
          }}
          onErase={() => {
            sheets.reset()
            kept.erase()
          }}
          messages={common}
        />
      }
    >
      <TalkSheet
        key={talk?.id ?? 'none'}
        talk={talk ?? emptyTalk('none', '')}
        hidden={talk === undefined}
        date={talk ? dateOf(talk) : ''}
        blank={sheets.printing === 'empty'}
        heading={sheets.heading}
        words={words}
        onChange={(next) => save(list.talks.map((one) => (one.id === next.id ? next : one)))}
        onPrint={sheets.print}
        onRemove={(gone) => {
          save(list.talks.filter(({ id }) => id !== gone.id))
          sheets.removed(words('removed', { name: gone.name.trim() || words('unnamed') }))
        }}
      />
    </SheetFrame>
  )
}
