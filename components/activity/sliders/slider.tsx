import { useId } from 'react'
import { type Scale, wordFor } from '#lib/activity/sliders.ts'
import styles from './sliders.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** One scale to set: a native range input that says its value in words, not as a number alone. */
export function Slider({
  scale,
  value,
  set,
  disabled,
  t,
}: {
  scale: Scale
  value: number
  set(value: number): void
  disabled: boolean
  t: Words
}) {
  const id = useId()
  const { label, low, high } = scale
  const word = t(`sliders-at-${wordFor(value)}`, { low, high })
  return (
    <div className={styles['scale']}>
      <div className={styles['head']}>
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} aria-live="off">
          {word}
        </output>
      </div>
      <div className={styles['rail']}>
        <i className={styles['ticks']} aria-hidden="true" />
        <input
          id={id}
          className={styles['range']}
          type="range"
          min={0}
          max={10}
          step={1}
          value={value}
          disabled={disabled}
          aria-valuetext={`${value}. ${word}`}
          onChange={(event) => set(event.currentTarget.valueAsNumber)}
        />
      </div>
      <Ends scale={scale} />
    </div>
  )
}

export function Ends({ scale }: { scale: Scale }) {
  return (
    <p className={styles['ends']}>
      <span>{scale.low}</span>
      <span>{scale.high}</span>
    </p>
  )
}
