'use client'

import { useId } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './once-only.module.css'
import type { Notes } from './once-only.tsx'

/** What is left of the talk: first in one's own words, then held against its points. */
export function Recollection({
  data,
  notes,
  save,
  done,
  words,
}: {
  data: ActivityOf<'once-only'>
  notes: Notes
  save(notes: Notes): void
  done(): void
  words(key: string, values?: Record<string, string | number>): string
}) {
  const fieldId = useId()
  const helpId = useId()
  if (!notes.written) {
    return (
      <>
        <PrivateNote>{words('private')}</PrivateNote>
        <div className={privacy['field']}>
          <label htmlFor={fieldId}>{words('recall', { speaker: data.speaker })}</label>
          <small id={helpId}>{words('recall-help')}</small>
          <textarea
            id={fieldId}
            className={privacy['input']}
            rows={6}
            value={notes.text}
            aria-describedby={helpId}
            onChange={(event) => save({ ...notes, text: event.currentTarget.value })}
          />
        </div>
        <Button look="primary" onClick={() => save({ ...notes, written: true })}>
          {words('written')}
        </Button>
      </>
    )
  }
  return (
    <>
      <OwnNotes text={notes.text} words={words} />
      <fieldset className={option['group']} aria-describedby={helpId}>
        <legend className={styles['legend']}>{words('tick')}</legend>
        <p className={styles['help']} id={helpId}>
          {words('tick-help')}
        </p>
        {data.points.map(({ id, text }) => (
          <label key={id} className={option['option']}>
            <input
              type="checkbox"
              checked={notes.ticked.includes(id)}
              onChange={(event) => {
                const had = event.currentTarget.checked
                save({ ...notes, ticked: had ? [...notes.ticked, id] : notes.ticked.filter((one) => one !== id) })
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <Button look="primary" onClick={done}>
        {words('show')}
      </Button>
    </>
  )
}

export function OwnNotes({ text, words }: { text: string; words(key: string): string }) {
  return (
    <div className={styles['notes']}>
      <h4>{words('notes')}</h4>
      <p>{text.trim() === '' ? words('notes-empty') : text}</p>
    </div>
  )
}
