import * as m from 'framer-motion/m'
import { type Messages, say } from '#lib/message/format.ts'
import { type Meters as Values, wordFor } from '#lib/scenario/move-meters.ts'
import type { Moved } from '#lib/scenario/run-scenario.ts'
import type { Meter } from '#lib/scenario/schema.ts'
import styles from './meters.module.css'

/**
 * Meters as counted blocks with a word. What the last choice changed is hatched, gained blocks with a firm edge, lost ones
 * with a broken edge, and a short reason stands under it: nothing here is said by colour alone.
 */
export function Meters({
  meters,
  values,
  moved,
  step,
  told,
  still,
  moving,
  messages,
  locale,
}: {
  meters: readonly Meter[]
  values: Values
  moved: readonly Moved[]
  /** names the change, so that its blocks move in once */
  step: string
  /** reasons are shown also where there is little room */
  told: boolean
  still: boolean
  moving: boolean
  messages: Messages
  locale: string
}) {
  return (
    <section className={styles['meters']} aria-label={say(messages, 'meters')} data-told={told || undefined}>
      <ul className={styles['list']}>
        {meters.map((meter) => {
          const value = values[meter.id] ?? meter.min
          const change = moved.find((one) => one.meter === meter.id)
          return (
            <li className={styles['meter']} key={meter.id}>
              <p className={styles['name']}>
                <b>{meter.label}</b> <span>{wordFor(meter, value)}</span>
                <span className="visually-hidden">, {say(messages, 'value', { value, max: meter.max }, locale)}</span>
              </p>
              <Blocks meter={meter} value={value} by={change?.by ?? 0} step={step} moving={moving} />
              {change ? (
                <p className={styles['reason']}>{say(messages, change.by > 0 ? 'up' : 'down', { reason: change.reason }, locale)}</p>
              ) : null}
            </li>
          )
        })}
      </ul>
      {still ? <p className={styles['still']}>{say(messages, 'still')}</p> : null}
    </section>
  )
}

function Blocks({ meter, value, by, step, moving }: { meter: Meter; value: number; by: number; step: string; moving: boolean }) {
  const kept = Math.min(value, value - by)
  const touched = Math.max(value, value - by)
  return (
    <div className={styles['blocks']} aria-hidden="true">
      {Array.from({ length: meter.max - meter.min }, (_, i) => {
        const at = meter.min + i
        const state = at < kept ? 'full' : at < touched ? (by > 0 ? 'gained' : 'lost') : 'empty'
        const key = state === 'gained' || state === 'lost' ? `${at} ${step}` : at
        const late = by > 0 ? at - kept : touched - 1 - at
        return state === 'gained' || state === 'lost' ? (
          <m.i
            key={key}
            data-state={state}
            initial={moving ? { opacity: 0, scaleY: by > 0 ? 0.2 : 1.8 } : false}
            animate={{ opacity: 1, scaleY: 1 }}
            transition={{ duration: 0.26, delay: 0.12 + late * 0.09, ease: [0.2, 0, 0, 1] }}
          />
        ) : (
          <i key={key} data-state={state} />
        )
      })}
    </div>
  )
}
