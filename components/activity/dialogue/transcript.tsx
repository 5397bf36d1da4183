'use client'

import type { CSSProperties } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Exchange } from '#lib/activity/dialogue.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './dialogue.module.css'

type Data = ActivityOf<'dialogue'>
type Words = (key: string, values?: Record<string, string | number>) => string

/** What was said, turn by turn, each with what it did to the bar and the way back to it. */
export function Transcript({
  data,
  said,
  whole,
  backTo,
  words,
}: {
  data: Data
  said: readonly Exchange[]
  whole: boolean
  /** @param place from 0 */
  backTo(place: number): void
  words: Words
}) {
  if (said.length === 0) return null
  return (
    <section aria-label={words(whole ? 'whole' : 'transcript')}>
      <ol className={styles['transcript']}>
        {said.map(({ turn, option, before, after }, place) => (
          <li key={turn.id}>
            <p className={styles['line']}>
              <b>{data.speaker}</b> {turn.says}
            </p>
            {turn.sign ? (
              <p className={styles['sign']}>
                <b>{words('sign')}</b> {turn.sign}
              </p>
            ) : null}
            <p className={`${styles['line']} ${styles['mine']}`}>
              <b>{words('you')}</b> {option.text}
            </p>
            <p className={styles['line']}>
              <b>{data.speaker}</b> {option.reply}
            </p>
            <p className={styles['effect']}>
              <span>
                {words(after > before ? 'up' : after < before ? 'down' : 'same', {
                  label: data.bar.label,
                  value: after,
                  max: data.bar.max,
                })}
              </span>
              <Button look="quiet" onClick={() => backTo(place)}>
                {words('back', { place: place + 1 })}
              </Button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The bar through the talk: one column for each turn, what a turn added hatched, what it took broken. */
export function Course({ said, bar, words }: { said: readonly Exchange[]; bar: Data['bar']; words: Words }) {
  return (
    <figure className={styles['course']}>
      <ol aria-hidden="true" style={{ '--max': bar.max } as CSSProperties}>
        {said.map(({ turn, before, after }, index) => (
          <li
            key={turn.id}
            style={{ '--kept': Math.min(before, after), '--moved': Math.abs(after - before) } as CSSProperties}
            data-change={after > before ? 'up' : after < before ? 'down' : undefined}
          >
            <i />
            <span>{index + 1}</span>
          </li>
        ))}
      </ol>
      <figcaption>{words('picture', { label: bar.label })}</figcaption>
    </figure>
  )
}
