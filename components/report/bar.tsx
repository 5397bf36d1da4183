import styles from './report.module.css'

/** Expected share of right responses, in percent, for each difficulty an author can give (lib/quiz/item-head). */
export const expected = { easy: [80, 100], medium: [55, 80], hard: [0, 55] } as const

/** A share as a bar. Says nothing by itself: the figure always stands beside it in words. */
export function Bar({ percent, band, look = 'value' }: { percent: number; band?: readonly [number, number]; look?: 'value' | 'before' }) {
  return (
    <svg className={styles['bar']} viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles['track']} width="100" height="14" />
      {band ? <rect className={styles['band']} x={band[0]} width={band[1] - band[0]} height="14" /> : null}
      <rect className={styles[look]} y={band ? 3 : 0} width={percent} height={band ? 8 : 14} />
    </svg>
  )
}

/** The mark of something that opens. */
export function OpenMark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 0 9 5 1 10Z" />
    </svg>
  )
}

/** Says in a legend which bar is meant. */
export function Swatch({ look }: { look: 'value' | 'before' }) {
  return (
    <svg className={styles['swatch']} viewBox="0 0 10 10" aria-hidden="true">
      <rect className={styles[look]} width="10" height="10" rx="2" />
    </svg>
  )
}
