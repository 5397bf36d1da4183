import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { type Letter, letters, lineOf, longestText, mostMinutes } from '#lib/toolkit/caut-log.ts'
import { daysOf } from '#lib/toolkit/caut-week.ts'
import styles from './caut-log.module.css'
import { letterOf } from './letter-key.ts'
import { minutesIn } from './minutes-in.ts'
import type { Words } from './words.ts'

const steps = [15, 30, 60, 90]

/**
 * One task in seconds: words, then its quadrant. Enter in a field leads to the four quadrants, where their letters are keys; pressing
 * Enter twice places nothing.
 */
export function AddTask({
  week,
  today,
  field,
  words,
  onAdd,
}: {
  week: string
  today: string
  field: RefObject<HTMLInputElement | null>
  words: Words
  onAdd(task: { day: string; text: string; letter: Letter; minutes?: number | undefined }): void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [minutes, setMinutes] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const [fault, setFault] = useState<'task' | 'minutes' | null>(null)
  const pad = useRef<HTMLFieldSetElement>(null)
  const time = useRef<HTMLInputElement>(null)
  const days = daysOf(week)
  const day = chosen && days.includes(chosen) ? chosen : days.includes(today) ? today : (days[0] ?? week)

  function add(letter: Letter, stay: boolean) {
    if (lineOf(text) === '') {
      setFault('task')
      return field.current?.focus()
    }
    const span = minutesIn(minutes)
    if (span === null) {
      setFault('minutes')
      return time.current?.focus()
    }
    onAdd({ day, text, letter, minutes: span })
    setText('')
    setMinutes('')
    setFault(null)
    if (stay) field.current?.focus()
  }

  // the form has four ways to be sent, so Enter sends nothing: it goes where one of them is chosen
  function enter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (lineOf(text) !== '') return pad.current?.focus()
    setFault('task')
    field.current?.focus()
  }

  return (
    <form className={styles['add']} onSubmit={(event) => event.preventDefault()}>
      <div className={styles['fields']}>
        <div className={privacy['field']}>
          <label htmlFor={`${id}-task`}>{words('task')}</label>
          <input
            id={`${id}-task`}
            ref={field}
            className={privacy['input']}
            maxLength={longestText}
            autoComplete="off"
            enterKeyHint="next"
            aria-describedby={`${id}-task-help`}
            aria-invalid={fault === 'task' || undefined}
            value={text}
            onKeyDown={enter}
            onChange={({ target }) => {
              setText(target.value)
              setFault(null)
            }}
          />
          <small id={`${id}-task-help`}>{words('task-help')}</small>
        </div>
        <fieldset className={styles['days']}>
          <legend>{words('day')}</legend>
          <div>
            {days.map((one) => (
              <label key={one} data-today={one === today || undefined}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name={`${id}-day`}
                  checked={one === day}
                  disabled={one > today}
                  onChange={() => choose(one === today ? null : one)}
                />
                <span className="visually-hidden">
                  {words.day(one)}
                  {one === today ? `, ${words('today')}` : ''}
                </span>
                <span aria-hidden="true">{words.weekday(one)}</span>
                <b aria-hidden="true">{Number(one.slice(8))}</b>
              </label>
            ))}
          </div>
        </fieldset>
        <div className={styles['minutes']}>
          <label htmlFor={`${id}-minutes`}>{words('minutes')}</label>
          <div>
            <input
              id={`${id}-minutes`}
              ref={time}
              className={privacy['input']}
              type="number"
              inputMode="numeric"
              min={1}
              max={mostMinutes}
              step={1}
              enterKeyHint="next"
              aria-invalid={fault === 'minutes' || undefined}
              value={minutes}
              onKeyDown={enter}
              onChange={({ target }) => {
                setMinutes(target.value)
                setFault(null)
              }}
            />
            {steps.map((step) => (
              <button
                key={step}
                type="button"
                className={styles['step']}
                aria-label={words('minutes-step', { count: step })}
                aria-pressed={minutes === String(step)}
                onClick={() => {
                  setMinutes(minutes === String(step) ? '' : String(step))
                  setFault(null)
                }}
              >
                {step}
              </button>
            ))}
          </div>
        </div>
      </div>
      <fieldset
        ref={pad}
        tabIndex={-1}
        className={styles['pad']}
        aria-describedby={`${id}-keys`}
        onKeyDown={(event) => {
          const letter = letterOf(event)
          if (!letter) return
          event.preventDefault()
          add(letter, true)
        }}
      >
        <legend>{words('place')}</legend>
        <div>
          {(['urgent', 'not-urgent', 'important', 'not-important'] as const).map((axis) => (
            <span key={axis} className={styles['axis']} data-axis={axis} aria-hidden="true">
              {words(axis)}
            </span>
          ))}
          {letters.map((letter) => (
            <button
              key={letter}
              type="button"
              className={styles['place']}
              data-place={letter}
              // after a finger the screen keyboard stays away; whoever types or points writes the next one
              onClick={({ detail }) => add(letter, detail === 0 || matchMedia('(hover: hover)').matches)}
            >
              <b>{letter}</b>
              <span>{words(`verb-${letter}`)}</span>
              <small className="visually-hidden">{words(`label-${letter}`)}</small>
            </button>
          ))}
        </div>
        <p id={`${id}-keys`} className={styles['keys']}>
          {words('place-keys')}
        </p>
      </fieldset>
      <p className={styles['fault']} role="alert">
        {fault ? words(`need-${fault}`) : ''}
      </p>
    </form>
  )
}
