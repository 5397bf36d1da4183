'use client'

import { useId, useMemo, useState } from 'react'
import { Watch } from '#components/activity/parts/watch.tsx'
import { Field } from '#components/toolkit/field.tsx'
import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { WriteForm } from '#components/toolkit/write-form.tsx'
import { findVague } from '#lib/activity/schedule.ts'
import type { Messages } from '#lib/message/format.ts'
import { type Contact, mostText } from '#lib/toolkit/networking-schedule.ts'
import { dateFrom, textFrom } from '#lib/toolkit/read-kept.ts'
import { vagueGroups } from '#lib/toolkit/vague.ts'
import type { Words } from './contact-list.tsx'

/** After a meeting: what came of it, and when the line goes on. */
export function HeldForm({
  contact,
  day,
  words,
  messages,
  onSave,
  onCancel,
}: {
  contact: Contact
  day: SayDay
  words: Words
  messages: Messages
  onSave(held: { outcome: string; following: string; objective: string }): void
  onCancel(): void
}) {
  const id = useId()
  const [outcome, setOutcome] = useState(contact.outcome)
  const [following, setFollowing] = useState('')
  const [objective, setObjective] = useState('')
  const [fault, setFault] = useState<{ text: string } | null>(null)
  const vague = useMemo(() => vagueGroups(messages), [messages])
  const early = following !== '' && following <= contact.next

  function save() {
    if (early) return setFault({ text: words('not-after', { date: day.long(contact.next) }) })
    onSave({
      outcome: textFrom(outcome, mostText.outcome),
      following: dateFrom(following),
      objective: textFrom(objective, mostText.objective),
    })
  }

  return (
    <WriteForm
      id={id}
      title={words('hold-title', { name: contact.organisation, date: day.long(contact.next) })}
      save={words('save')}
      cancel={words('cancel')}
      fault={fault}
      onSave={save}
      onCancel={onCancel}
    >
      {contact.objective ? (
        <p>
          {words('objective')}: {contact.objective}
        </p>
      ) : null}
      <div className={styles['fields']}>
        <Field
          id={`${id}-outcome`}
          name="outcome"
          kind="long"
          label={words('outcome')}
          help={words('outcome-help')}
          value={outcome}
          most={mostText.outcome}
          onChange={setOutcome}
        />
        <Field
          id={`${id}-following`}
          name="following"
          kind="date"
          label={words('following')}
          help={words('following-help')}
          fault={early ? fault?.text : undefined}
          value={following}
          onChange={setFollowing}
        />
        {following ? (
          <Field
            id={`${id}-objective`}
            name="objective"
            kind="long"
            label={words('following-objective')}
            help={words('objective-help')}
            value={objective}
            most={mostText.objective}
            onChange={setObjective}
          >
            <Watch findings={findVague(objective, vague)} line={({ word, advice }) => words('vague', { word, advice })} />
          </Field>
        ) : null}
      </div>
    </WriteForm>
  )
}
