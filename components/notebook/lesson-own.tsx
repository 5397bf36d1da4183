'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { LessonMoreProps } from './lesson-more.tsx'
import styles from './lesson-own.module.css'
import { Sign } from './sign.tsx'

/** What tells that somebody begins to use the page. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll']

/**
 * What a learner can keep of a lesson: bookmarks and notes. A lesson carries two buttons; what they do, the marks at its headings and the
 * sheet for notes are fetched when somebody begins to use the page. A press that comes before is carried out then.
 */
export function LessonOwn(props: Omit<LessonMoreProps, 'press' | 'onState'>) {
  const [more, setMore] = useState<{ Part: ComponentType<LessonMoreProps> }>()
  const [press, setPress] = useState<LessonMoreProps['press']>()
  const [state, setState] = useState<{ marked: boolean; open: boolean }>()
  const { words } = props

  // once more for each press that found nothing there, as without a connection
  useEffect(() => {
    const load = () =>
      void import('./lesson-more.tsx').then(
        ({ LessonMore }) => setMore((known) => known ?? { Part: LessonMore }),
        () => undefined,
      )
    if (press) load()
    for (const sign of signs) addEventListener(sign, load, { once: true })
    return () => {
      for (const sign of signs) removeEventListener(sign, load)
    }
  }, [press])

  return (
    <div className={styles['row']}>
      <button type="button" aria-pressed={state?.marked} onClick={() => setPress({ name: 'bookmark' })}>
        <Sign name="bookmark" />
        {words.bookmark}
      </button>
      <button type="button" aria-expanded={state?.open} onClick={() => setPress({ name: 'notes' })}>
        <Sign name="notes" />
        {words.notes}
      </button>
      {more ? <more.Part {...props} press={press} onState={setState} /> : press ? <span role="status">{words.wait}</span> : null}
    </div>
  )
}
