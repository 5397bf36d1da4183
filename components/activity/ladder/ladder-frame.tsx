import type { ReactNode } from 'react'
import styles from './ladder.module.css'

/**
 * The ladder as it is drawn: the first thing in it is the foot, each next one stands above. Read out it goes from the foot upwards,
 * as one climbs.
 */
export function LadderFrame({ label, topped, children }: { label: string; topped: boolean; children: ReactNode }) {
  return (
    <div className={styles['frame']} data-topped={topped || undefined}>
      <ol className={styles['ladder']} aria-label={label}>
        {children}
      </ol>
    </div>
  )
}

/** Where it stands: drawn as the cell of a table that is selected. */
export function Foot({ children }: { children: ReactNode }) {
  return (
    <li className={styles['foot']}>
      <span className={styles['cell']}>{children}</span>
    </li>
  )
}

export function Person() {
  return (
    <svg className={styles['person']} viewBox="0 0 48 64" aria-hidden="true">
      <circle cx="24" cy="13" r="9" />
      <path d="M6 63V46c0-10 7-17 18-17s18 7 18 17v17" />
      <path d="M15 63V48m18 15V48" />
    </svg>
  )
}
