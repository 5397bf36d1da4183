'use client'

import { useId, useMemo, useState } from 'react'
import { Watch } from '#components/activity/parts/watch.tsx'
import { Choice } from '#components/toolkit/choice.tsx'
import { Field } from '#components/toolkit/field.tsx'
import styles from '#components/toolkit/ledger.module.css'
import { newId } from '#components/toolkit/use-tool.ts'
import { WriteForm } from '#components/toolkit/write-form.tsx'
import fold from '#components/ui/fold.module.css'
import { findVague } from '#lib/activity/schedule.ts'
import type { Messages } from '#lib/message/format.ts'
import { type Contact, contactsOf, contactTypes, mostText, rowOf } from '#lib/toolkit/networking-schedule.ts'
import { vagueGroups } from '#lib/toolkit/vague.ts'
import type { Words } from './contact-list.tsx'

const blank: Contact = { id: '', organisation: '', contact: '', type: '', last: '', next: '', objective: '', outcome: '', notes: '' }

/** A contact as a whole: what matters before a meeting, and, folded, what came of earlier ones. */
export function ContactForm({
  contact,
  words,
  messages,
  onSave,
  onCancel,
}: {
  /** null for a new one */
  contact: Contact | null
  words: Words
  messages: Messages
  onSave(contact: Contact): void
  onCancel(): void
}) {
  const id = useId()
  const [draft, setDraft] = useState(contact ?? blank)
  const [fault, setFault] = useState<{ text: string } | null>(null)
  const vague = useMemo(() => vagueGroups(messages), [messages])
  const change = (part: Partial<Contact>) => setDraft({ ...draft, ...part })
  const field = (name: keyof typeof mostText | 'last' | 'next', kind: 'text' | 'date' | 'long') => ({
    id: `${id}-${name}`,
    name,
    kind,
    label: words(name),
    help: words(`${name}-help`),
    value: draft[name],
    ...(name === 'last' || name === 'next' ? {} : { most: mostText[name] }),
    onChange: (value: string) => change({ [name]: value }),
  })

  function save() {
    const [whole] = contactsOf([rowOf(draft)], () => contact?.id ?? newId())
    if (whole) onSave(whole)
    else setFault({ text: words('organisation-missing') })
  }

  return (
    <WriteForm
      id={id}
      title={words(contact ? 'edit-title' : 'add-title')}
      first={contact === null}
      save={words('save')}
      cancel={words('cancel')}
      fault={fault}
      onSave={save}
      onCancel={onCancel}
    >
      <div className={styles['fields']}>
        <Field {...field('organisation', 'text')} fault={draft.organisation.trim() ? undefined : fault?.text} />
        <Field {...field('contact', 'text')} />
        <Choice
          id={`${id}-type`}
          label={words('type')}
          options={[{ id: '', text: words('type-none') }, ...contactTypes.map((type) => ({ id: type, text: words(`type-${type}-help`) }))]}
          value={draft.type}
          onChange={(type) => change({ type: contactTypes.find((one) => one === type) ?? '' })}
        />
        <Field {...field('next', 'date')} />
        <Field {...field('objective', 'long')}>
          <Watch findings={findVague(draft.objective, vague)} line={({ word, advice }) => words('vague', { word, advice })} />
        </Field>
      </div>
      <details open={Boolean(contact && (contact.last || contact.outcome || contact.notes))}>
        <summary className={fold['summary']}>{words('more')}</summary>
        <div className={styles['fields']}>
          <Field {...field('last', 'date')} />
          <Field {...field('outcome', 'long')} />
          <Field {...field('notes', 'long')} />
        </div>
      </details>
    </WriteForm>
  )
}
