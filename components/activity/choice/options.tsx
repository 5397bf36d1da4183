'use client'

import { type ReactNode, useRef } from 'react'
import option from '#components/ui/option.module.css'
import styles from './options.module.css'
import { useSettled } from './use-settled.ts'

/**
 * Options of which one is chosen, as often as one likes, each with its reply directly below it.
 * @param choose called at once, for what is shown
 * @param settle called when the choice is meant: at once by pointer, after a moment's rest with the arrow keys
 */
export function Options({
  name,
  labelledBy,
  options,
  chosen,
  choose,
  settle,
}: {
  name: string
  labelledBy: string
  options: readonly { id: string; text: string; reply: ReactNode }[]
  chosen: string | null
  choose(id: string): void
  settle(id: string): void
}) {
  const byKey = useRef(false)
  const settled = useSettled(settle)
  return (
    <fieldset
      className={option['group']}
      aria-labelledby={labelledBy}
      onKeyDown={() => {
        byKey.current = true
      }}
      onPointerDown={() => {
        byKey.current = false
      }}
    >
      {options.map(({ id, text, reply }) => (
        <div key={id}>
          <label className={option['option']}>
            <input
              type="radio"
              name={name}
              value={id}
              checked={chosen === id}
              onChange={() => {
                choose(id)
                if (byKey.current) settled.say(id)
                else settled.now(id)
              }}
            />
            <span>{text}</span>
          </label>
          <div role="status">{chosen === id ? <p className={`${option['feedback']} ${styles['reply']}`}>{reply}</p> : null}</div>
        </div>
      ))}
    </fieldset>
  )
}
