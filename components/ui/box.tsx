import type { ReactNode } from 'react'
import styles from './box.module.css'
import { wholeWords } from './whole-words.tsx'

/**
 * The frame of everything a learner does inside a text: one rule in the module's colour, a kicker that says what
 * kind of thing it is, a heading. A labelled region, so that a screen reader can jump to it.
 */
export function Box({
  id,
  kicker,
  title,
  lead,
  children,
}: {
  id: string
  kicker: string
  title: string
  lead?: string | undefined
  children: ReactNode
}) {
  return (
    <section className={styles['box']} id={id} aria-labelledby={`${id}-title`}>
      <p className={styles['kicker']}>{kicker}</p>
      <h3 className={styles['title']} id={`${id}-title`}>
        {wholeWords(title)}
      </h3>
      {lead ? <p className={styles['lead']}>{lead}</p> : null}
      {children}
    </section>
  )
}
