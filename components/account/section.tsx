import type { ReactNode } from 'react'
import styles from './account.module.css'

/** A part of the account page, with a heading one can jump to. */
export function Section({ id, title, about, children }: { id: string; title: string; about?: string; children: ReactNode }) {
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about ? <p className={styles['about']}>{about}</p> : null}
      {children}
    </section>
  )
}
