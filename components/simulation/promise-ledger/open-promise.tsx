'use client'

import { useId } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { type Entry, possibleDates } from '#lib/simulation/promise-ledger/step.ts'
import type { World } from '#lib/simulation/promise-ledger/world.ts'
import { partnerName, requestName } from './describe.ts'
import styles from './plan-week.module.css'

/** One open promise in the week to come: its date, its days, and a word to the partner. */
export function OpenPromise({
  words,
  world,
  request,
  entry,
  week,
  given,
  most,
  until,
  isNew,
  give,
  tell,
}: {
  words: Words
  world: World
  request: number
  entry: Entry
  week: number
  /** days given to it this week, and the most that could be */
  given: number
  most: number
  /** the date said this week; 0: taken back; null: nothing said */
  until: number | null
  /** given this week: there is nothing to add to it yet */
  isNew: boolean
  give(days: number): void
  tell(until: number | null): void
}) {
  const id = useId()
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const name = requestName(words, world, request)
  const isTakenBack = until === 0
  const due = until || entry.due
  const missing = entry.needed - entry.done - given
  const isClear = entry.clear || Boolean(until)
  const note = isTakenBack
    ? t('note_taken')
    : missing === 0
      ? t('note_ready')
      : due > week
        ? ''
        : !isClear
          ? t('note_hoping')
          : due === week
            ? t('note_short', { count: missing })
            : t('note_overdue')

  return (
    <li className={styles['promise']}>
      <h6>
        <span>{partnerName(words, world.requests[request]!.partner)}</span> {name}
      </h6>
      <p className={styles['due']}>
        {t(isClear ? 'due_clear' : 'due_vague', { week: due })}
        {entry.reply === 'part' ? ` (${t('due_part')})` : ''}
      </p>
      <div className={styles['give']}>
        <span className={styles['squares']} aria-hidden="true">
          {Array.from({ length: entry.needed }, (_, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: equal days, told apart only by their place
            <i key={day} data-day={day < entry.done ? 'done' : day < entry.done + given ? 'given' : 'left'} />
          ))}
        </span>
        <span className={styles['progress']}>{t('progress', { done: entry.done, needed: entry.needed })}</span>
        {isTakenBack ? null : (
          <span className={styles['stepper']}>
            <button
              type="button"
              aria-label={t('less', { request: name })}
              aria-disabled={given === 0}
              onClick={() => given > 0 && give(given - 1)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3 8h10" />
              </svg>
            </button>
            <output aria-live="polite" aria-label={t('days_for', { request: name })}>
              {given}
            </output>
            <button
              type="button"
              aria-label={t('more', { request: name })}
              aria-disabled={given >= most}
              onClick={() => given < most && give(given + 1)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3 8h10M8 3v10" />
              </svg>
            </button>
          </span>
        )}
      </div>
      {isNew ? null : (
        <div className={styles['tell']}>
          <label htmlFor={id}>{t('tell_label')}</label>
          <select
            id={id}
            aria-label={t('tell_for', { partner: partnerName(words, world.requests[request]!.partner), request: name })}
            value={until === null ? '' : String(until)}
            onChange={(event) => tell(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">{t('tell_nothing')}</option>
            {possibleDates(entry, week).map((date) => (
              <option key={date} value={date}>
                {t(entry.clear ? 'tell_until' : 'tell_date', { week: date })}
              </option>
            ))}
            <option value="0">{t('tell_never')}</option>
          </select>
        </div>
      )}
      {note ? <p className={styles['note']}>{note}</p> : null}
    </li>
  )
}
