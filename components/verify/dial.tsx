import type { Row } from './say-finding.ts'
import styles from './verify.module.css'

const marks: Record<Row['result'], string> = {
  planned: '',
  skipped: 'M8 12h8',
  passed: 'M7.6 12.4l3 3 5.8-6.6',
  failed: 'M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8',
  unknown: 'M9.6 9.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.8M12 16.4v.2',
}

/** A ring with a mark in it: told apart by the mark, not by the colour. What it says is said in words beside it. */
export function Dial({ result }: { result: Row['result'] }) {
  return (
    <svg className={styles['dial']} data-result={result} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      {marks[result] ? <path d={marks[result]} /> : null}
    </svg>
  )
}
