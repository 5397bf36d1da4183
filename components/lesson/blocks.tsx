import type { ReactNode } from 'react'
import styles from './blocks.module.css'

/** The pieces a lesson is built of: a case that opens it, the idea, an example, a contrast, a note. */

/** The opening: somebody in a situation. Set large, as the lead of the page. */
export function Case({ children }: { children: ReactNode }) {
  return <div className={styles['case']}>{children}</div>
}

/** A named part of the text: a kicker that says what it is, then the words. */
export function Part({
  look,
  kicker,
  title,
  children,
}: {
  look: 'idea' | 'example' | 'contrast' | 'note'
  kicker: string
  title?: string | undefined
  children: ReactNode
}) {
  return (
    <div className={styles[look]}>
      <p className={styles['kicker']}>{kicker}</p>
      {title ? <h3 className={styles['title']}>{title}</h3> : null}
      {children}
    </div>
  )
}

/** One half of a contrast. Told apart by its word and its line, not by colour. */
export function Side({ which, label, children }: { which: 'good' | 'weak'; label: string; children: ReactNode }) {
  return (
    <div className={styles[which]}>
      <p className={styles['label']}>{label}</p>
      {children}
    </div>
  )
}

/** A table may be wider than a phone: it scrolls by itself, by finger or by arrow keys, and the page does not. */
export function Table({ children, label }: { children: ReactNode; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles['table']} aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  )
}
