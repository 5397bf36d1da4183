import styles from './private.module.css'

/** Says that something stays on this device. Shown before the learner writes, not after. */
export function PrivateNote({ children }: { children: string }) {
  return (
    <p className={styles['note']}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="3" y="7" width="10" height="7" rx="1" />
        <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
      </svg>
      {children}
    </p>
  )
}
