'use client'

import { useId, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { type DayPlan, freeHours, hoursFor, putIn, takeOut } from '#lib/simulation/week-of-in-tray/plan.ts'
import { isLastDay, needs, openTasks, quadrantOf, type State } from '#lib/simulation/week-of-in-tray/step.ts'
import { quadrants, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { DayStrip } from './day-strip.tsx'
import { dayName, hoursText, taskFacts, titleOf } from './describe.ts'
import styles from './plan-day.module.css'
import { TaskMark } from './task-mark.tsx'

/** The morning: the in-tray as a list that says what the plane says, the six hours, and the start of the day. */
export function PlanDay({
  words,
  world,
  state,
  draft,
  change,
  run,
}: {
  words: Words
  world: World
  state: State
  draft: DayPlan
  change(draft: DayPlan): void
  run(): void
}) {
  const id = useId()
  const { messages, locale } = words
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const [said, setSaid] = useState('')
  const day = dayName(words, state.day + 1)
  const taken = state.taken.length
  const open = openTasks(world, state)
  const free = freeHours(draft, taken)
  const left = (next: DayPlan) => t('left', { count: freeHours(next, taken) })

  function toggle(task: TaskId) {
    const next = toggled(state, draft, task)
    change(next)
    const hours = hoursFor(next, task)
    const values = { number: numberOf(world, task), day, left: left(next), hours: hoursText(words, hours) }
    setSaid(t(hours > 0 ? 'put' : 'taken_out', values))
  }

  function set(index: number, task: TaskId | null) {
    const next = draft.map((each, at) => (at === index ? task : each))
    change(next)
    const name = task ? titleOf(words, state, task) : t('slot_free')
    setSaid(t('slot_set', { time: t(`slot_time_${index + 1}`), task: name, left: left(next) }))
  }

  return (
    <div className={styles['plan']}>
      <div className={styles['tray']}>
        <h5>{t('list_title')}</h5>
        {quadrants.map((letter) => {
          const members = open.filter((task) => quadrantOf(task, state.tasks[task]) === letter)
          return (
            <fieldset key={letter}>
              <legend>
                <b>{letter}</b> {t(`quadrant_${letter}`)}
              </legend>
              {members.length === 0 ? <p className={styles['none']}>{t('list_none')}</p> : null}
              {members.map((task) => {
                const hours = hoursFor(draft, task)
                const need = needs(state.tasks[task])
                return (
                  <label key={task} className={styles['task']} data-in={hours > 0}>
                    <input
                      type="checkbox"
                      checked={hours > 0}
                      disabled={hours === 0 && free === 0}
                      onChange={() => toggle(task)}
                      aria-describedby={`${id}-${task}`}
                    />
                    <TaskMark task={task} number={numberOf(world, task)} turned={state.tasks[task].turned !== null} full={hours > 0} />
                    <span className={styles['text']}>
                      <span className="visually-hidden">{numberOf(world, task)}: </span>
                      {titleOf(words, state, task)}
                    </span>
                    <span className={styles['blocks']} aria-hidden="true">
                      {Array.from({ length: need }, (_, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: equal blocks, told apart only by their place
                        <i key={index} data-used={index < hours} />
                      ))}
                    </span>
                    <span className={styles['facts']} id={`${id}-${task}`}>
                      {[
                        ...taskFacts(words, world, state, task, isLastDay(world, state, task)),
                        ...(hours > 0 && hours < need ? [t('in_day', { hours, needs: need })] : []),
                      ].join(' · ')}
                    </span>
                  </label>
                )
              })}
            </fieldset>
          )
        })}
      </div>
      <section className={styles['dock']} aria-labelledby={`${id}-day`}>
        <p className={styles['left']}>
          <b id={`${id}-day`}>{day}</b> <span>{t('left', { count: free })}</span>
        </p>
        <DayStrip words={words} world={world} state={state} open={open} draft={draft} set={set} />
      </section>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <Button look="primary" className={styles['run']} onClick={run}>
        {free > 0 ? t('run_free', { day, left: t('left', { count: free }) }) : t('run', { day })}
      </Button>
    </div>
  )
}

/** Into the free hours, or out of the day where it is in. */
export function toggled(state: State, draft: DayPlan, task: TaskId): DayPlan {
  return hoursFor(draft, task) > 0 ? takeOut(draft, task) : putIn(draft, task, needs(state.tasks[task]), state.taken.length)
}
