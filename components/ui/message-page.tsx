import type { ReactNode } from 'react'
import styles from './message-page.module.css'

/** A page that is only a message: what happened, what was kept, what to do. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <h1>{title}</h1>
      <p className={styles['text']}>{text}</p>
      {children}
    </div>
  )
}
