import type { Kind } from '#lib/simulation/who-knows-whom/plan.ts'
import styles from './kind-mark.module.css'

/** An open ring of dots, a line to a point, a small loop, two hands that meet. Decoration beside a word. */
const strokes: Record<Kind, string> = {
  unstructured:
    'M12 12m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M12 3.5v.01M18 6v.01M20.5 12v.01M18 18v.01M12 20.5v.01M6 18v.01M3.5 12v.01M6 6v.01',
  structured: 'M4 18.5m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M6 17L18 7M12.5 6H19v6.5',
  maintenance: 'M19 9.5A7.5 7.5 0 0 0 5.2 8.6M5 14.5a7.5 7.5 0 0 0 13.8.9M5 4v5h5M19 20v-5h-5',
  assistance: 'M3 8h11M10.5 4.5L14 8l-3.500 3.500M21 16H10M13.500 12.500L10 16l3.500 3.500',
}

export function KindMark({ kind }: { kind: Kind }) {
  return (
    <svg viewBox="0 0 24 24" className={styles['mark']} aria-hidden="true">
      <path d={strokes[kind]} />
    </svg>
  )
}
