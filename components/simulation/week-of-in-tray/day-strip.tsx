'use client'

import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { DayPlan } from '#lib/simulation/week-of-in-tray/plan.ts'
import { hoursFor } from '#lib/simulation/week-of-in-tray/plan.ts'
import { needs, type State } from '#lib/simulation/week-of-in-tray/step.ts'
import { isImportant, taskIds } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import styles from './day-strip.module.css'
import { titleOf } from './describe.ts'

/** The six hours of the day, each with a menu of its own laid over the number that it shows. */
export function DayStrip({
  words,
  world,
  state,
  open,
  draft,
  set,
}: {
  words: Words
  world: World
  state: State
  open: readonly (typeof taskIds)[number][]
  draft: DayPlan
  set(index: number, task: (typeof taskIds)[number] | null): void
}) {
  const { messages } = words
  const t = (key: string, values = {}) => say(messages, key, values, words.locale)
  return (
    <ol className={styles['strip']}>
      {draft.map((task, index) => {
        const time = t(`slot_time_${index + 1}`)
        const back = state.taken[index]
        const joined = task !== null && draft[index - 1] === task && index - 1 >= state.taken.length
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: six hours, told apart only by their place
            key={index}
            data-taken={back !== undefined}
            data-full={task !== null}
            data-joined={joined}
            data-important={task !== null && isImportant(task)}
          >
            <span className={styles['time']} aria-hidden="true">
              {time}
            </span>
            <span className={styles['number']} aria-hidden="true">
              {back ? numberOf(world, back) : task ? numberOf(world, task) : '–'}
            </span>
            {back ? (
              <span className="visually-hidden">{t('slot_taken', { time, number: numberOf(world, back) })}</span>
            ) : (
              <select
                aria-label={time}
                value={task ?? ''}
                onChange={(event) => set(index, taskIds.find((id) => id === event.target.value) ?? null)}
              >
                <option value="">{t('slot_free')}</option>
                {open
                  .filter((id) => id === task || hoursFor(draft, id) < needs(state.tasks[id]))
                  .map((id) => (
                    <option key={id} value={id}>
                      {numberOf(world, id)} · {titleOf(words, state, id)}
                    </option>
                  ))}
              </select>
            )}
          </li>
        )
      })}
    </ol>
  )
}
