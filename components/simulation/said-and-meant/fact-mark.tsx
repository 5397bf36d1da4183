import type { Mark } from './describe.ts'
import styles from './fact-mark.module.css'

/** The sign of one fact, told apart by form: dotted and empty, a ring with a point, a full disc with a tick, a ring crossed out. */
export function FactShape({ mark }: { mark: Mark }) {
  return (
    <g className={styles['shape']} data-mark={mark}>
      <circle r="5.4" />
      {mark === 'heard' ? <circle r="1.9" data-inner="" /> : null}
      {mark === 'checked' ? <path d="M-2.6 0.2L-0.7 2.2L2.8-2" /> : null}
      {mark === 'otherwise' ? <path d="M-5.6 5.600L5.600-5.600" /> : null}
    </g>
  )
}

/** The same sign before a line of text; the words stand beside it. */
export function FactMark({ mark }: { mark: Mark }) {
  return (
    <svg className={styles['mark']} viewBox="-8 -8 16 16" width="18" height="18" aria-hidden="true">
      <FactShape mark={mark} />
    </svg>
  )
}
