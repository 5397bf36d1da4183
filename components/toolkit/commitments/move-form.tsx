'use client'

import { useId, useState } from 'react'
import { Field } from '#components/toolkit/field.tsx'
import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { WriteForm } from '#components/toolkit/write-form.tsx'
import { type Commitment, dueOf, isLate } from '#lib/toolkit/commitments.ts'
import { dateFrom } from '#lib/toolkit/read-kept.ts'
import type { Words } from './commitment-list.tsx'

/** A new day for a promise. Whether it was in time is said before it is saved. */
export function MoveForm({
  commitment,
  today,
  day,
  words,
  onSave,
  onCancel,
}: {
  commitment: Commitment
  today: string
  day: SayDay
  words: Words
  onSave(moved: { to: string; told: string }): void
  onCancel(): void
}) {
  const id = useId()
  const [to, setTo] = useState('')
  const [told, setTold] = useState(today)
  const [tried, setTried] = useState<object | null>(null)
  const due = dueOf(commitment)
  const fault = dateFrom(to) === '' ? words('move-missing') : to <= due ? words('move-not-after', { date: day.long(due) }) : ''
  const date = due ? day.long(due) : ''

  return (
    <WriteForm
      id={id}
      title={words('move-title', { name: commitment.what })}
      save={words('save')}
      cancel={words('cancel')}
      fault={tried}
      onSave={() => (fault ? setTried({}) : onSave({ to, told: dateFrom(told) }))}
      onCancel={onCancel}
    >
      <div className={styles['fields']}>
        <Field
          id={`${id}-to`}
          name="to"
          kind="date"
          label={words('move-to')}
          help={words('move-to-help')}
          fault={(tried && fault) || undefined}
          value={to}
          onChange={setTo}
        />
        <Field
          id={`${id}-told`}
          name="told"
          kind="date"
          label={words('move-told')}
          help={words('move-told-help')}
          value={told}
          onChange={setTold}
        />
      </div>
      <p role="status">{due === '' ? words('move-undated') : words(isLate(due, told) ? 'move-late' : 'move-early', { date })}</p>
    </WriteForm>
  )
}
