import { say } from '#lib/message/format.ts'
import styles from './parts.module.css'
import type { Words } from './words.ts'

/** The idea by its name, after it has been seen. */
export function Insight({ words: { messages }, text }: { words: Words; text: string }) {
  return (
    <div className={styles['insight']}>
      <h5>{say(messages, 'insight_title')}</h5>
      <p>{text}</p>
    </div>
  )
}
