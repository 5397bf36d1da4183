import { type RefObject, useEffect, useRef, useState } from 'react'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { anyFilled, type Parts } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './commitment.module.css'
import { Slip } from './slip.tsx'

type Data = ActivityOf<'commitment'>

/** A weak promise: what a stranger could not know, then the fields, then a repaired one beside the learner's. */
export function RepairStep({
  id,
  fields,
  repair,
  parts,
  asked,
  compared,
  ready,
  heading,
  next,
  words,
  onAsk,
  onWrite,
  onCompare,
  onNext,
}: {
  id: string
  fields: Data['fields']
  repair: Data['repairs'][number]
  parts: Parts
  asked: boolean
  compared: boolean
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  /** label of the button to the next step */
  next: string
  words: (key: string, values?: Record<string, string | number>) => string
  onAsk(): void
  onWrite(parts: Parts): void
  onCompare(): void
  onNext(): void
}) {
  const [hint, setHint] = useState(false)
  const stranger = useRef<HTMLHeadingElement>(null)
  const both = useRef<HTMLHeadingElement>(null)
  const pressed = useRef<'asked' | 'compared' | null>(null)

  useEffect(() => {
    if (pressed.current === 'asked' && asked) stranger.current?.focus()
    if (pressed.current === 'compared' && compared) both.current?.focus()
    pressed.current = null
  }, [asked, compared])

  function ask() {
    pressed.current = 'asked'
    onAsk()
  }
  function compare() {
    const written = anyFilled(parts)
    setHint(!written)
    if (!written) return
    pressed.current = 'compared'
    both.current?.focus()
    onCompare()
  }

  return (
    <div className={styles['step']}>
      <div>
        <h4 ref={heading} tabIndex={-1} className={styles['said-by']}>
          {words('weak')}
        </h4>
        <blockquote className={styles['weak']}>{repair.weak}</blockquote>
      </div>
      {asked ? (
        <>
          <div className={styles['stranger']}>
            <h4 ref={stranger} tabIndex={-1}>
              {words('stranger')}
            </h4>
            <ul>
              {repair.stranger.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </div>
          <div>
            <h4>{words('repair')}</h4>
            <p className={styles['lead']}>{words('repair-lead')}</p>
          </div>
          <div className={styles['fields']}>
            {fields.map(({ id: field, label, help }) => (
              <OwnField
                key={field}
                id={`${id}-${field}`}
                label={label}
                help={help}
                rows={1}
                value={parts[field] ?? ''}
                disabled={!ready}
                className={styles['field']}
                onChange={(text) => {
                  setHint(false)
                  onWrite({ ...parts, [field]: text })
                }}
              />
            ))}
          </div>
          <div>
            <Button look={compared ? 'plain' : 'primary'} disabled={!ready} onClick={compare}>
              {words('compare')}
            </Button>
            <p role="status" className={styles['news']}>
              {hint ? words('write-first') : ''}
            </p>
          </div>
        </>
      ) : (
        <div>
          <p className={styles['look']}>{words('look')}</p>
          <Button look="primary" disabled={!ready} onClick={ask}>
            {words('ask')}
          </Button>
        </div>
      )}
      {asked && compared ? (
        <>
          <h4 ref={both} tabIndex={-1}>
            {words('both')}
          </h4>
          <div className={styles['both']}>
            <Slip title={words('yours')} look="own" fields={fields} parts={parts} empty={words('empty')} />
            <Slip title={words('model')} look="model" fields={fields} parts={repair.model} empty={words('empty')} />
          </div>
          <p>
            <b>{words('why')}</b> {repair.why}
          </p>
          <div>
            <Button look="primary" onClick={onNext}>
              {next}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}
