import type { RefObject } from 'react'
import styles from './parts.module.css'
import type { Screen } from './stepped-run.ts'

/** The heading of a screen, with a mark for each step: played, to be planned now, still to come. */
export function StepHead({
  run: { heading, screen, shown },
  steps,
  title,
  lead,
}: {
  run: { heading: RefObject<HTMLHeadingElement | null>; screen: Screen; shown: { done: number } }
  /** how many there are */
  steps: number
  title: string
  lead: string | null
}) {
  return (
    <div className={styles['head']}>
      <h4 ref={heading} tabIndex={-1} className={styles['heading']}>
        {title}
      </h4>
      <ol className={styles['marks']} aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart only by their place
          <li key={index} data-done={index < shown.done} data-now={index === shown.done && screen === 'plan'} />
        ))}
      </ol>
      {lead ? <p className={styles['lead']}>{lead}</p> : null}
    </div>
  )
}
