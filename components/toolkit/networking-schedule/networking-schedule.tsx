'use client'

import { useMemo, useState } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import { everything, FindBar, manyEntries } from '#components/toolkit/find-bar.tsx'
import { Keep } from '#components/toolkit/keep.tsx'
import styles from '#components/toolkit/ledger.module.css'
import { PrintTable } from '#components/toolkit/print-table.tsx'
import { sayDay } from '#components/toolkit/say-day.ts'
import { TakeAlong } from '#components/toolkit/take-along.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { traceId, useLedger } from '#components/toolkit/use-ledger.ts'
import { newId, useToday, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { containsWords } from '#lib/toolkit/contains-words.ts'
import {
  type Contact,
  contactColumns,
  contactsOf,
  contactTypes,
  groupContacts,
  mostContacts,
  rowOf,
  scheduleFrom,
} from '#lib/toolkit/networking-schedule.ts'
import { contactsFromLesson, notHere, scheduleActivity } from '#lib/toolkit/networking-schedule-lesson.ts'
import { ContactForm } from './contact-form.tsx'
import { ContactList } from './contact-list.tsx'
import { meetingsAsCalendar } from './meetings-as-calendar.ts'

const textsOf = ({ organisation, contact, objective, outcome, notes }: Contact) => [organisation, contact, objective, outcome, notes]
const groups = ['outcome', 'coming', 'rest'] as const

/** The people one's information depends on, what is due first. */
export default function NetworkingSchedule({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool('networking-schedule', scheduleFrom)
  const lesson = usePrivate<unknown>(scheduleActivity, null)
  const today = useToday()
  const contacts = kept.value?.contacts ?? []
  const save = (next: readonly Contact[]) => kept.save({ version: 1, contacts: next })
  const ledger = useLedger(contacts, save, 'add')
  const [found, setFound] = useState(everything)
  const [news, setNews] = useState('')
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const label = (column: string) => say(messages, column)
  const columns = useMemo(() => contactColumns((key) => say(messages, key)), [messages])
  if (kept.value === null || today === null) return <div className={styles['waiting']} />

  const day = sayDay(locale, today)
  const rows = contacts.map(rowOf)
  const empty = contacts.length === 0
  const room = mostContacts - contacts.length
  const names = (count: number) => (count === 0 ? words('no-names') : words('names', { count }))
  const fromLesson = notHere(
    contactsFromLesson(
      lesson.value,
      { last: (text) => words('lesson-last', { text }), following: (date) => words('lesson-following', { date: day.long(date) }) },
      newId,
    ),
    contacts,
  ).slice(0, room)
  const many = contacts.length > manyEntries
  const fits = (one: Contact) => !many || (containsWords(textsOf(one), found.words) && (found.kind === '' || one.type === found.kind))
  const searching = many && (found.words.trim() !== '' || found.kind !== '')
  const count = contacts.filter(fits).length
  const shown = groupContacts(
    ledger.shown.filter((one) => one.id === traceId || fits(one)),
    today,
  )
  const order = Object.values(groupContacts(contacts, today)).flat()
  const coming = groupContacts(contacts, today).coming

  function takeOver() {
    save([...fromLesson, ...contacts])
    ledger.reset()
    setNews(words('lesson-news', { count: fromLesson.length }))
    ledger.focus('add')
  }

  return (
    <div className={styles['tool']}>
      {ledger.open?.id === null ? (
        <ContactForm
          contact={null}
          words={words}
          messages={messages}
          onSave={(contact) => {
            setNews('')
            setFound(everything)
            ledger.put(contact)
          }}
          onCancel={ledger.close}
        />
      ) : (
        <div className={empty ? styles['empty'] : undefined}>
          {empty ? <p>{words('empty')}</p> : null}
          <div className={styles['bar']}>
            <Button look="primary" id="add" disabled={room === 0} onClick={() => ledger.write(null, 'contact')}>
              {words(empty ? 'add-first' : 'add')}
            </Button>
            {fromLesson.length > 0 ? (
              <Button look={empty ? 'plain' : 'quiet'} onClick={takeOver}>
                {words('lesson', { count: fromLesson.length })}
              </Button>
            ) : null}
          </div>
          {room === 0 ? <p className={styles['news']}>{words('full', { most: mostContacts })}</p> : null}
        </div>
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
      {many ? (
        <FindBar
          label={words('find')}
          kindLabel={words('find-type')}
          kinds={[{ id: '', text: words('find-all') }, ...contactTypes.map((id) => ({ id, text: words(`type-${id}`) }))]}
          value={found}
          onChange={setFound}
          result={searching ? (count === 0 ? words('found-none') : words('found', { count })) : ''}
        />
      ) : null}
      {groups.map((group) => (
        <ContactList
          key={group}
          group={group}
          contacts={shown[group]}
          ledger={ledger}
          today={today}
          day={day}
          words={words}
          messages={messages}
        />
      ))}
      <TakeAlong
        tool="networking-schedule"
        columns={columns}
        label={label}
        rows={rows}
        room={room}
        onAdd={(fresh) => {
          ledger.reset()
          setNews('')
          save([...contacts, ...contactsOf(fresh, newId)])
        }}
        calendar={
          coming.length === 0
            ? null
            : { note: words('calendar-note', { count: coming.length }), text: () => meetingsAsCalendar(coming, words, location.href) }
        }
        messages={common}
        locale={locale}
      />
      <Keep
        tool="networking-schedule"
        name={(tool) => titles[tool]}
        value={kept.value}
        empty={empty}
        from={scheduleFrom}
        nameOf={(schedule) => names(schedule.contacts.length)}
        onOpen={(schedule) => {
          ledger.reset()
          setNews('')
          kept.save(schedule)
        }}
        onErase={() => {
          ledger.reset()
          setNews('')
          setFound(everything)
          kept.erase()
        }}
        messages={common}
      />
      <PrintTable
        title={words('print-title', { date: day.long(today) })}
        columns={columns}
        rows={order.map(rowOf)}
        label={label}
        cell={({ kind, id }, text) => (kind === 'date' ? day.medium(text) : kind === 'choice' ? words(`${id}-${text}`) : text)}
      />
    </div>
  )
}
