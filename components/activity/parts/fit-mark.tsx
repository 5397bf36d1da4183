import styles from './fit-mark.module.css'

/** `open`: neither fits nor does not */
export type Fit = 'good' | 'mixed' | 'poor' | 'open'

const inside = {
  good: <path className={styles['stroke']} d="m5.500 10.300 3 3 6-6.300" />,
  mixed: <path className={styles['half']} d="M10 2.250a7.750 7.750 0 0 1 0 15.500Z" />,
  poor: <path className={styles['stroke']} d="m6.800 6.800 6.400 6.400m0-6.400-6.400 6.400" />,
  open: null,
}

/** How well something fits: a shape with its word, so that colour carries nothing. */
export function FitMark({ fit, word }: { fit: Fit; word: string }) {
  return (
    <span className={styles['mark']} data-fit={fit}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.75" />
        {inside[fit]}
      </svg>
      {word}
    </span>
  )
}
