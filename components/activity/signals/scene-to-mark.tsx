'use client'

import { paragraphsOf, type Segment } from '#lib/activity/signals.ts'
import styles from './signals.module.css'

/**
 * The scene as prose in which each sentence is a tick box without a box: a label flows with the lines as a button would not,
 * and a screen reader finds a list of sentences, ticked or not.
 */
export function SceneToMark({
  segments,
  marks,
  full,
  ready,
  toggle,
}: {
  segments: readonly Segment[]
  marks: readonly string[]
  /** no mark is left */
  full: boolean
  ready: boolean
  toggle(id: string): void
}) {
  return (
    <div className={styles['scene']}>
      {paragraphsOf(segments).map((paragraph) => (
        <ul key={paragraph[0]?.id}>
          {paragraph.map(({ id, text }) => {
            const on = marks.includes(id)
            return (
              <li key={id}>
                <label className={styles['sentence']}>
                  <input
                    type="checkbox"
                    className="visually-hidden"
                    checked={on}
                    disabled={!ready || (full && !on)}
                    onChange={() => toggle(id)}
                  />
                  <span>{text}</span>
                </label>{' '}
              </li>
            )
          })}
        </ul>
      ))}
    </div>
  )
}
