import type { RefObject } from 'react'
import styles from './parts.module.css'

/** The heading of a screen, with a mark for each step: played, to be planned now, still to come. */
export function StepHead({
  heading,
  title,
  steps,
  done,
  planning,
  lead,
}: {
  heading: RefObject<HTMLHeadingElement | null>
  title: string
  steps: number
  done: number
  planning: boolean
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
          <li key={index} data-done={index < done} data-now={index === done && planning} />
        ))}
      </ol>
      {lead ? <p className={styles['lead']}>{lead}</p> : null}
    </div>
  )
}
