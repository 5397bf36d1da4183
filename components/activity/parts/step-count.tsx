import styles from './step-count.module.css'

/**
 * Where one is in something that comes in steps, in words and as a row of small fields.
 * @param place from 0
 * @param label the words, e.g. “Case 2 of 6”
 */
export function StepCount({ place, total, label }: { place: number; total: number; label: string }) {
  return (
    <p className={styles['count']}>
      <span>{label}</span>
      <span className={styles['track']} aria-hidden="true">
        {Array.from({ length: total }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
          <i key={i} data-past={i < place || undefined} data-here={i === place || undefined} />
        ))}
      </span>
    </p>
  )
}
