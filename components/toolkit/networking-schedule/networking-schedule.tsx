'use client'

import { useMemo } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import styles from '#components/toolkit/ledger.module.css'
import { LedgerFrame } from '#components/toolkit/ledger-frame.tsx'
import { sayDay } from '#components/toolkit/say-day.ts'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { useLedger } from '#components/toolkit/use-ledger.ts'
import { newId, useToday, useTool } from '#components/toolkit/use-tool.ts'
import { say } from '#lib/message/format.ts'
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

const groups = ['outcome', 'coming', 'rest'] as const

/** The people one's information depends on, what is due first. */
export default function NetworkingSchedule(props: ToolProps) {
  const { messages, locale } = props
  const kept = useTool('networking-schedule', scheduleFrom)
  const lesson = usePrivate<unknown>(scheduleActivity, null)
  const today = useToday()
  const contacts = kept.value?.contacts ?? []
  const save = (next: readonly Contact[]) => kept.save({ version: 1, contacts: next })
  const ledger = useLedger(contacts, save, 'add')
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const columns = useMemo(() => contactColumns((key) => say(messages, key)), [messages])
  if (kept.value === null || today === null) return <div className={styles['waiting']} />

  const day = sayDay(locale, today)
  const fromLesson = notHere(
    contactsFromLesson(
      lesson.value,
      { last: (text) => words('lesson-last', { text }), following: (date) => words('lesson-following', { date: day.long(date) }) },
      newId,
    ),
    contacts,
  ).slice(0, mostContacts - contacts.length)
  const ordered = groupContacts(contacts, today)

  return (
    <LedgerFrame
      tool="networking-schedule"
      props={props}
      words={words}
      ledger={ledger}
      entries={contacts}
      most={mostContacts}
      find={{
        textsOf: ({ organisation, contact, objective, outcome, notes }) => [organisation, contact, objective, outcome, notes],
        kindOf: ({ type }) => type,
        kinds: contactTypes.map((id) => ({ id, text: words(`type-${id}`) })),
      }}
      formName="contact"
      form={(afresh) => (
        <ContactForm
          contact={null}
          words={words}
          messages={messages}
          onSave={(contact) => {
            afresh()
            ledger.put(contact)
          }}
          onCancel={ledger.close}
        />
      )}
      lesson={
        fromLesson.length === 0
          ? null
          : {
              label: words('lesson', { count: fromLesson.length }),
              take() {
                save([...fromLesson, ...contacts])
                return words('lesson-news', { count: fromLesson.length })
              },
            }
      }
      day={day}
      columns={columns}
      rowOf={rowOf}
      ordered={Object.values(ordered).flat()}
      onAdd={(fresh) => save([...contacts, ...contactsOf(fresh, newId)])}
      calendar={
        ordered.coming.length === 0
          ? null
          : {
              note: words('calendar-note', { count: ordered.coming.length }),
              text: () => meetingsAsCalendar(ordered.coming, words, location.href),
            }
      }
      kept={{ ...kept, value: kept.value, from: scheduleFrom, countOf: (schedule) => schedule.contacts.length, today }}
    >
      {(found) => {
        const shown = groupContacts(found, today)
        return groups.map((group) => (
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
        ))
      }}
    </LedgerFrame>
  )
}
