import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { UndoLine } from '#components/toolkit/undo-line.tsx'
import { traceId, type useLedger } from '#components/toolkit/use-ledger.ts'
import type { Messages } from '#lib/message/format.ts'
import { type Contact, type ContactGroup, hold } from '#lib/toolkit/networking-schedule.ts'
import { ContactEntry } from './contact-entry.tsx'
import { ContactForm } from './contact-form.tsx'
import { HeldForm } from './held-form.tsx'

export type Words = (key: string, values?: Record<string, string | number>) => string

/** The contacts of one group. Each is read in a line, opened for the rest, and written in its place. */
export function ContactList({
  group,
  contacts,
  ledger,
  today,
  day,
  words,
  messages,
}: {
  group: ContactGroup
  contacts: readonly Contact[]
  ledger: ReturnType<typeof useLedger<Contact>>
  today: string
  day: SayDay
  words: Words
  messages: Messages
}) {
  if (contacts.length === 0) return null
  return (
    <section className={styles['group']} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{words(`group-${group}`)}</h2>
      {group === 'coming' ? null : <p>{words(`group-${group}-note`)}</p>}
      <div className={styles['head']} aria-hidden="true">
        <span>{words('head-when')}</span>
        <span>{words('head-who')}</span>
        <span>{words('head-what')}</span>
      </div>
      <ol className={styles['list']}>
        {contacts.map((contact) => {
          if (contact.id === traceId) {
            const text = ledger.trace?.text ?? ''
            return <UndoLine key={contact.id} text={text} label={words('undo')} onUndo={ledger.undo} />
          }
          const form = ledger.open?.id === contact.id ? ledger.open.form : null
          return (
            <li key={contact.id}>
              {form === 'contact' ? (
                <ContactForm contact={contact} words={words} messages={messages} onSave={ledger.put} onCancel={ledger.close} />
              ) : form === 'held' ? (
                <HeldForm
                  contact={contact}
                  day={day}
                  words={words}
                  messages={messages}
                  onSave={(held) => ledger.put(hold(contact, held))}
                  onCancel={ledger.close}
                />
              ) : (
                <ContactEntry
                  contact={contact}
                  group={group}
                  today={today}
                  day={day}
                  words={words}
                  onWrite={(name) => ledger.write(contact.id, name)}
                  onRemove={() => ledger.replace(contact, [], words('removed', { name: contact.organisation }))}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
