'use client'

import { Button } from '#components/ui/button.tsx'
import { marked, readingOf } from '#lib/activity/once-only.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './once-only.module.css'
import { OwnNotes } from './recollection.tsx'

/** The talk with what went by: a line of its points in the order they were said, then each paragraph with its own. */
export function WholeTalk({
  data,
  had,
  notes,
  words,
  again,
}: {
  data: ActivityOf<'once-only'>
  had: readonly string[]
  notes: string
  words(key: string, values?: Record<string, string | number>): string
  again(): void
}) {
  const paragraphs = marked(data, had)
  const line = paragraphs.flatMap(({ points }) => points)
  return (
    <>
      <h4 className={styles['result']}>{words('result', { had: had.length, count: line.length })}</h4>
      <figure className={styles['line']}>
        <span className={styles['marks']} aria-hidden="true">
          {line.map(({ id, had }) => (
            <i key={id} data-had={had || undefined} />
          ))}
        </span>
        <figcaption>{words('line')}</figcaption>
      </figure>
      <p className={styles['reading']}>{data.readings[readingOf(had.length, line.length)]}</p>
      {notes.trim() === '' ? null : <OwnNotes text={notes} words={words} />}
      <h4>{words('whole')}</h4>
      <div className={styles['talk']}>
        {paragraphs.map(({ text, points }) => (
          <div key={text} className={styles['paragraph']}>
            <p>{text}</p>
            {points.length > 0 ? (
              <ul className={styles['points']}>
                {points.map((point) => (
                  <li key={point.id} data-had={point.had || undefined}>
                    <span>
                      <b>{words(point.had ? 'had' : 'missed')}</b>: {point.text}
                    </span>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ))}
      </div>
      <p>{data.closing}</p>
      <Button onClick={again}>{words('again')}</Button>
    </>
  )
}
