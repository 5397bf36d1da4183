import type { Ref } from 'react'
import styles from './speech.module.css'

/** Somebody says something: who, and the words. `heading` gets the focus when the speaker changes. */
export function Speech({ who, says, heading }: { who: string; says: string; heading?: Ref<HTMLHeadingElement> }) {
  return (
    <div className={styles['speech']}>
      <h4 ref={heading} tabIndex={-1}>
        {who}
      </h4>
      <blockquote>{says}</blockquote>
    </div>
  )
}
