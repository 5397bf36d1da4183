import type { ReactNode } from 'react'
import styles from './parts.module.css'

/** The time of a step, a block for each unit of it: given, or still to give. */
export function TimeLeft({
  all,
  left,
  halves = false,
  children,
}: {
  all: number
  left: number
  /** a unit is half of what one counts in: the blocks stand in pairs */
  halves?: boolean
  children: ReactNode
}) {
  return (
    <p className={styles['left']}>
      <span className={styles['blocks']} data-halves={halves} aria-hidden="true">
        {Array.from({ length: all }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal blocks, told apart only by their place
          <i key={index} data-used={index < all - left} />
        ))}
      </span>
      {children}
    </p>
  )
}
