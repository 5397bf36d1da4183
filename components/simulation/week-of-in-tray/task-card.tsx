'use client'

import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { type DayPlan, freeHours, hoursFor } from '#lib/simulation/week-of-in-tray/plan.ts'
import { isLastDay, quadrantOf, type State } from '#lib/simulation/week-of-in-tray/step.ts'
import type { TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { dayName, taskFacts, titleOf } from './describe.ts'
import styles from './task-card.module.css'

/** The task whose mark was chosen on the plane, and the one thing to do with it. */
export function TaskCard({
  words,
  world,
  state,
  task,
  draft,
  toggle,
}: {
  words: Words
  world: World
  state: State
  task: TaskId
  draft: DayPlan
  toggle(): void
}) {
  const day = dayName(words, state.day + 1)
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const planned = hoursFor(draft, task) > 0
  const full = !planned && freeHours(draft, state.taken.length) === 0
  return (
    <div className={styles['card']}>
      <p>
        <b>{numberOf(world, task)}</b> {titleOf(words, state, task)}
      </p>
      <p className={styles['facts']}>
        {[
          t(`quadrant_${quadrantOf(task, state.tasks[task])}`),
          ...taskFacts(words, world, state, task, isLastDay(world, state, task)),
        ].join(' · ')}
      </p>
      {full ? (
        <p className={styles['facts']}>{t('card_full', { day })}</p>
      ) : (
        <Button onClick={toggle}>{t(planned ? 'card_out' : 'card_in', { day })}</Button>
      )}
    </div>
  )
}
