'use client'
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import type { Asked, ModulePlaces } from './asked.ts'
import styles from './assignments.module.css'
import { type Clocks, sayDue, sayOpens } from './say-due.ts'

const never = () => () => undefined
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The reader's time zone; null before the browser says it. */
export function useZone(): string | null {
  return useSyncExternalStore(never, zoneHere, () => null)
}

/** What is asked, line by line: module, when it is due on the reader's own clock, and where they stand. */
export function AskedList({
  asked,
  among = asked,
  places,
  now,
  messages,
  locale,
}: {
  asked: readonly Asked[]
  /** everything that is asked, where the list shows a part: one may wait for another */
  among?: readonly Asked[]
  places: ModulePlaces
  /** when this was true, Unix milliseconds */
  now: number
  messages: Messages
  locale: string
}) {
  const zone = useZone()
  return (
    <ol className={styles['list']}>
      {asked.map((one) => {
        const place = places[one.module]
        if (!place) return null
        const clocks: Clocks = { there: one.cohort.timeZone, here: zone ?? one.cohort.timeZone, locale, now }
        const done = one.state === 'satisfied'
        return (
          <li key={one.id} data-module={place.number} data-done={done}>
            <span className={styles['dot']} aria-hidden="true">
              {done ? '✓' : place.number}
            </span>
            <span className={styles['what']}>
              {place.href ? (
                <Link href={place.href} prefetch={false}>
                  {place.title}
                </Link>
              ) : (
                place.title
              )}
              <small>
                {one.dueAt === null ? say(messages, 'noDue') : sayDue(messages, one.dueAt, clocks)}
                {one.attemptsLeft !== null && !done && one.attemptsLeft > 0
                  ? `. ${say(messages, 'attemptsLeft', { count: one.attemptsLeft }, locale)}`
                  : null}
              </small>
            </span>
            {one.state === null ? null : (
              <span className={styles['state']}>
                {one.late && !done ? <strong>{say(messages, 'late')}</strong> : null}
                <span>{stateOf(one, among, places, messages, clocks)}</span>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function stateOf(one: Asked, all: readonly Asked[], places: ModulePlaces, messages: Messages, clocks: Clocks): string {
  if (one.state !== 'not-open') return say(messages, `state-${one.state}`)
  const { waitsFor } = one
  if (waitsFor && 'opensAt' in waitsFor) return sayOpens(messages, waitsFor.opensAt, clocks)
  const first = all.find(({ id }) => waitsFor !== null && 'after' in waitsFor && id === waitsFor.after)
  return say(messages, 'comesAfter', { module: (first && places[first.module]?.title) ?? '' })
}
