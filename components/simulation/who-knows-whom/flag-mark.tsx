import styles from './question-list.module.css'

/** The flag of a question, as in the drawing. The number is also in the text beside it, so it is decoration here. */
export function FlagMark({ number }: { number: number }) {
  return (
    <svg viewBox="0 0 18 22" className={styles['flag']} aria-hidden="true">
      <path d="M2 21V2h14l-3 5.500 3 5.500H2" />
      <text x="7.500" y="11">
        {number}
      </text>
    </svg>
  )
}
