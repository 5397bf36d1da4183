import type { CommitmentState } from '#lib/toolkit/commitments.ts'
import styles from './commitments.module.css'

/** How a promise stands, as a drawn mark; the word stands beside it. */
export function StateMark({ state }: { state: CommitmentState }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={styles['mark']} data-state={state}>
      <circle cx="8" cy="8" r="6.25" />
      {state === 'kept' ? <path d="M5 8.2 7.2 10.4 11 6" /> : null}
      {state === 'renegotiated' ? <path d="M4.8 8h6M8.6 5.6 11 8l-2.4 2.4" /> : null}
      {state === 'missed' ? <path d="M5.2 8h5.6" /> : null}
    </svg>
  )
}
