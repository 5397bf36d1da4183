import styles from './blocks.module.css'

/**
 * Counted blocks, as every meter of the course. What the last step changed is hatched: gained with a firm edge, lost with a
 * broken one. Hidden from assistive technology: the words beside it say the same.
 * @param before the value before the last step; the value itself where nothing changed
 */
export function Blocks({ value, before = value, max }: { value: number; before?: number; max: number }) {
  const kept = Math.min(value, before)
  const touched = Math.max(value, before)
  return (
    <span className={styles['blocks']} aria-hidden="true">
      {Array.from({ length: max }, (_, at) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are counted, they have no other identity
          key={at}
          data-state={at < kept ? 'full' : at < touched ? (value > before ? 'gained' : 'lost') : 'empty'}
        />
      ))}
    </span>
  )
}
