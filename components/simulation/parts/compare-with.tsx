import { useId } from 'react'
import { say } from '#lib/message/format.ts'
import styles from './parts.module.css'
import type { Words } from './words.ts'

/** Which other run stands beside this one. */
export function CompareWith({
  words: { messages },
  own,
  beside: { choice, choose, options, note },
}: {
  words: Words
  /** false where this run came by a link */
  own: boolean
  beside: {
    choice: string
    choose(value: string): void
    options: readonly { value: string; name: string }[]
    /** about the one that is chosen */
    note: string | null
  }
}) {
  const id = useId()
  return (
    <>
      <p className={styles['soft']}>{say(messages, 'compare_lead')}</p>
      <div className={styles['with']}>
        <label htmlFor={id}>{say(messages, own ? 'compare_with' : 'compare_shown_with')}</label>
        <select id={id} value={choice} onChange={(event) => choose(event.target.value)}>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {note ? <p className={styles['soft']}>{note}</p> : null}
      </div>
    </>
  )
}
