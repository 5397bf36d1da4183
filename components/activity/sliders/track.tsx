import type { CSSProperties } from 'react'
import styles from './sliders.module.css'

type Numbers = CSSProperties & Record<`--${string}`, number>

/** The scale with the range as a field and the own value as a dot. Decorative: what it shows stands beside it in words. */
export function Track({ range: [from, to], value }: { range: readonly [number, number]; value: number }) {
  const places: Numbers = { '--from': from, '--to': to, '--at': value }
  return (
    <div className={styles['track']} style={places} aria-hidden="true">
      <i className={styles['ticks']} />
      <i className={styles['band']} />
      <i className={styles['mark']} />
    </div>
  )
}
