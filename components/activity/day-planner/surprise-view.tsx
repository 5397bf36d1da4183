import type { Ref } from 'react'
import { type Option, type Planner, type Standing, type Surprise, timeAt } from '#lib/activity/day-planner.ts'
import styles from './day-planner.module.css'
import type { Words } from './task-list.tsx'

/** What happened, and what one can do about it, each with the time it takes. */
export function SurpriseView({
  data,
  state,
  surprise,
  words,
  heading,
  onRespond,
}: {
  data: Planner
  state: Standing
  surprise: Surprise
  words: Words
  heading: Ref<HTMLHeadingElement>
  onRespond(option: string): void
}) {
  const from = Math.max(state.now, ...state.lost.map(({ to }) => to))
  const takes = ({ takes: count }: Option) =>
    count === 0 ? words('takes-none') : words('takes', { count, to: timeAt(data, Math.min(data.slots, from + count)) })
  return (
    <div className={styles['surprise']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('surprise', { time: surprise.at })}
      </h4>
      <p className={styles['said']}>{surprise.text}</p>
      <h5>{words('choose')}</h5>
      <ul className={styles['options']}>
        {surprise.options.map((option) => (
          <li key={option.id}>
            <button type="button" onClick={() => onRespond(option.id)}>
              <span>{option.text}</span>
              <small>
                <span className={styles['blocks']} aria-hidden="true">
                  {Array.from({ length: option.takes }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are counted, they have no other identity
                    <i key={index} />
                  ))}
                </span>
                {takes(option)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
