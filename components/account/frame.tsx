import type { ReactNode } from 'react'
import styles from './account.module.css'

/** A page of accounts: one heading, and under it one thing to do, or several under headings of their own. */
export function AccountFrame({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? styles['page'] : `${styles['page']} ${styles['narrow']}`}>
      <h1>{title}</h1>
      {children}
    </div>
  )
}

/** In place of a form: why there is none here, and what to do. */
export function Instead({ children }: { children: ReactNode }) {
  return <p className={styles['lead']}>{children}</p>
}
