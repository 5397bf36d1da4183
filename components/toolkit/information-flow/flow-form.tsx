'use client'

import { useEffect, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Flow, longest } from '#lib/toolkit/information-flow.ts'
import { FlowSample } from './flow-shapes.tsx'
import styles from './information-flow.module.css'
import type { Words } from './words.ts'

export type Draft = Omit<Flow, 'id'>
export const emptyDraft: Draft = { from: '', what: '', to: '', way: 'formal', often: '', breaks: '', vital: false }

const needed = ['from', 'what', 'to'] as const
type Needed = (typeof needed)[number]

/** One flow, to add or to change. What is missing is said at its field, when one sends it. */
export function FlowForm({
  number,
  start,
  names,
  words,
  onSave,
  onCancel,
}: {
  /** of the flow that is changed; null for a new one */
  number: number | null
  start: Draft
  /** everybody who is in the map already */
  names: readonly string[]
  words: Words
  onSave(draft: Draft): void
  onCancel(): void
}) {
  const id = useId()
  const [draft, setDraft] = useState(start)
  const [faults, setFaults] = useState<readonly Needed[]>([])
  const first = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (number !== null) first.current?.focus()
  }, [number])

  function send() {
    const missing = needed.filter((field) => draft[field].trim() === '')
    setFaults(missing)
    if (missing.length > 0) return form.current?.querySelector<HTMLInputElement>(`[name="${missing[0]}"]`)?.focus()
    onSave(draft)
    if (number !== null) return
    setDraft({ ...emptyDraft, way: draft.way })
    first.current?.focus()
  }

  const field = (name: Needed | 'often' | 'breaks', help?: string) => (
    <div className={privacy['field']} data-field={name}>
      <label htmlFor={`${id}-${name}`}>{words(name)}</label>
      <input
        id={`${id}-${name}`}
        ref={name === 'from' ? first : undefined}
        className={privacy['input']}
        name={name}
        value={draft[name]}
        maxLength={longest[name === 'from' || name === 'to' ? 'name' : name]}
        list={name === 'from' || name === 'to' ? `${id}-names` : undefined}
        autoComplete="off"
        aria-invalid={faults.some((fault) => fault === name) || undefined}
        aria-describedby={help || faults.some((fault) => fault === name) ? `${id}-${name}-more` : undefined}
        onChange={({ target }) => {
          setDraft({ ...draft, [name]: target.value })
          setFaults(faults.filter((fault) => fault !== name))
        }}
      />
      {faults.some((fault) => fault === name) ? (
        <small id={`${id}-${name}-more`} className={styles['fault']}>
          {words(`needs-${name}`)}
        </small>
      ) : help ? (
        <small id={`${id}-${name}-more`}>{help}</small>
      ) : null}
    </div>
  )

  return (
    <section className={styles['form']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{number === null ? words('add-title') : words('change-title', { number })}</h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <div className={styles['sentence']}>
          {field('from')}
          {field('what')}
          {field('to')}
        </div>
        <fieldset className={`${option['group']} ${styles['ways']}`}>
          <legend>{words('way')}</legend>
          {(['formal', 'informal'] as const).map((way) => (
            <label key={way} className={option['option']}>
              <input type="radio" name={`${id}-way`} value={way} checked={draft.way === way} onChange={() => setDraft({ ...draft, way })} />
              <span>
                <b>
                  {words(way)} <FlowSample look={way} />
                </b>
                <small>{words(`${way}-help`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles['more']}>
          {field('often', words('often-help'))}
          {field('breaks', words('breaks-help'))}
        </div>
        <label className={`${option['option']} ${styles['vital']}`}>
          <input
            type="checkbox"
            name="vital"
            checked={draft.vital}
            onChange={({ target }) => setDraft({ ...draft, vital: target.checked })}
          />
          <span>{words('vital')}</span>
        </label>
        <div className={styles['buttons']}>
          <Button type="submit" look="primary">
            {words(number === null ? 'add' : 'save-change')}
          </Button>
          {number === null ? null : (
            <Button look="quiet" onClick={onCancel}>
              {words('cancel')}
            </Button>
          )}
        </div>
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </section>
  )
}
