import { useId, useRef } from 'react'
import option from '#components/ui/option.module.css'
import type { Combination, Situation } from '#lib/activity/combine.ts'
import styles from './combine.module.css'

/** Settings of one thing, each a group of radio buttons with a dial drawn above that shows where it stands. */
export function CombineDials({
  situation,
  name,
  choice,
  ready,
  pick,
}: {
  situation: Situation
  name: string
  choice: Combination
  ready: boolean
  pick(part: string, option: string, byKey: boolean): void
}) {
  const keys = useId()
  const byKey = useRef(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: tells keys from pointers, the radio buttons do the rest
    <div
      className={styles['dials']}
      onKeyDown={() => {
        byKey.current = true
      }}
      onPointerDown={() => {
        byKey.current = false
      }}
    >
      {situation.parts.map((part) => {
        const place = part.options.findIndex(({ id }) => id === choice[part.id])
        return (
          <fieldset key={part.id} className={styles['part']} disabled={!ready}>
            <legend>{part.label}</legend>
            <Dial count={part.options.length} place={place} />
            <div className={styles['settings']}>
              {part.options.map(({ id, text }) => (
                <label key={id} className={styles['setting']}>
                  <input
                    type="radio"
                    className={option['radio']}
                    name={`${keys} ${name} ${situation.id} ${part.id}`}
                    checked={choice[part.id] === id}
                    onChange={() => pick(part.id, id, byKey.current)}
                  />
                  {text}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

/** A half turn with a mark for each setting; the hand rests below while nothing is set. */
function Dial({ count, place }: { count: number; place: number }) {
  const angle = (at: number) => (count === 1 ? 0 : -75 + (150 * at) / (count - 1))
  return (
    <svg className={styles['dial']} viewBox="-50 -50 100 68" aria-hidden="true">
      <path className={styles['arc']} d="M-38 10.200A39.350 39.350 0 1 1 38 10.200" />
      {Array.from({ length: count }, (_, at) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are counted
          key={at}
          className={styles['tick']}
          data-here={at === place || undefined}
          y1="-47"
          y2="-39"
          transform={`rotate(${angle(at)})`}
        />
      ))}
      <g className={styles['hand']} data-unset={place < 0 || undefined} style={{ rotate: `${place < 0 ? 0 : angle(place)}deg` }}>
        <circle r="24" />
        <line y1="-10" y2="-21" />
      </g>
    </svg>
  )
}
