'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import {
  choicesOf,
  type Day,
  dayFrom,
  freeSlots,
  newDay,
  put,
  respond,
  run,
  standing,
  startsFor,
  takeOut,
  timeAt,
} from '#lib/activity/day-planner.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { DayEnd } from './day-end.tsx'
import styles from './day-planner.module.css'
import { SurpriseView } from './surprise-view.tsx'
import { TaskList } from './task-list.tsx'
import { Timetable } from './timetable.tsx'

/**
 * A day of half-hours: plan it, start it, answer what happens, plan again what is left. No clock runs. The day in hand is kept
 * on the device; it is recorded once, when it is over.
 */
export default function DayPlanner({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'day-planner'>>) {
  const kept = usePrivate<Day | null>(object, null)
  const statements = useStatements(object)
  const [selected, select] = useState<string | null>(null)
  const [moves, setMoves] = useState(0)
  const [news, setNews] = useState('')
  const focus = useFocusOn<HTMLHeadingElement>(moves || null)

  // both come from the same log, so that a day that is null is a day not begun
  const ready = statements !== null
  const last = statements?.findLast(({ result }) => result?.response !== undefined)?.result?.response
  const finished = kept.value === null && last !== undefined
  const day = finished ? { ...dayFrom(last), running: true } : dayFrom(kept.value)
  const state = standing(data, day)
  const words = (key: string, values = {}) => say(messages, `day-planner-${key}`, values, locale)
  const task = data.tasks.find(({ id }) => id === selected)
  const starts = task && state.phase === 'plan' ? startsFor(data, state, task) : []
  const latest = choicesOf(data, day).at(-1)
  const named = (ids: readonly string[]) => data.tasks.filter(({ id }) => ids.includes(id)).map(({ text }) => text)

  function go(next: Day | null) {
    kept.save(next)
    select(null)
    setNews('')
    setMoves(moves + 1)
  }

  function place(id: string, start: number) {
    const found = data.tasks.find((one) => one.id === id)
    if (!ready || !found) return
    const next = put(data, day, id, start)
    if (next === day) return setNews(words('not-there', { time: timeAt(data, start) }))
    kept.save(next)
    setNews(words('was-put', { task: found.text, from: timeAt(data, start), to: timeAt(data, start + (state.left[id] ?? 0)) }))
    select(null)
  }

  function remove(id: string) {
    kept.save(takeOut(data, day, id))
    setNews(words('was-out', { task: named([id])[0] ?? '' }))
  }

  /** To the next surprise; where there is none, the day is over and is recorded. */
  function goOn() {
    const next = run(data, day)
    if (standing(data, next).phase !== 'over') return go(next)
    record({
      verb: 'answered',
      object,
      contentHash,
      result: { response: { plans: next.plans.map((plan) => ({ ...plan })), choices: [...next.choices] }, completion: true },
    })
    go(null)
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <p className={styles['goal']}>
        <b>{words('goal')}</b> {data.goal}
      </p>
      <div className={styles['layout']}>
        <div className={styles['stage']}>
          {state.phase === 'over' ? (
            <DayEnd
              data={data}
              day={day}
              words={words}
              heading={focus}
              reading={({ name, ...values }) => say({ reading: data.readings[name] }, 'reading', values, locale)}
              onAgain={(plan) => go(newDay(plan))}
            />
          ) : state.surprise ? (
            <SurpriseView
              data={data}
              state={state}
              surprise={state.surprise}
              words={words}
              heading={focus}
              onRespond={(option) => go(respond(data, day, option))}
            />
          ) : (
            <>
              <h4 ref={focus} tabIndex={-1}>
                {latest ? words('replan', { time: timeAt(data, state.now) }) : words('plan')}
              </h4>
              {latest ? (
                <div className={styles['result']}>
                  <p className={styles['said']}>{latest.option.result}</p>
                  <p>{latest.option.feedback}</p>
                  {state.pushed.some((id) => !state.gone.includes(id)) ? (
                    <p>
                      <b>{words('pushed')}</b> {named(state.pushed.filter((id) => !state.gone.includes(id))).join(' · ')}
                    </p>
                  ) : null}
                  {state.pushed.some((id) => state.gone.includes(id)) ? (
                    <p>
                      <b>{words('gone')}</b> {named(state.pushed.filter((id) => state.gone.includes(id))).join(' · ')}
                    </p>
                  ) : null}
                </div>
              ) : (
                <p className={styles['hint']}>{words('how')}</p>
              )}
              <TaskList
                data={data}
                state={state}
                selected={selected}
                disabled={!ready}
                words={words}
                onSelect={(id) => {
                  select(id === selected ? null : id)
                  setNews('')
                }}
                onPut={place}
                onTakeOut={remove}
              />
              <p className={styles['news']} role="status">
                {news}
              </p>
              <div className={styles['actions']}>
                <Button look="primary" disabled={!ready} onClick={goOn}>
                  {words(latest ? 'go-on' : 'begin')}
                </Button>
                <span>{words('free', { count: freeSlots(data, state) })}</span>
              </div>
            </>
          )}
        </div>
        <Timetable
          data={data}
          state={state}
          starts={starts}
          selected={selected}
          words={words}
          onSlot={(slot) => (selected ? place(selected, slot) : undefined)}
          onTask={(id) => (state.phase === 'plan' ? select(id) : undefined)}
        />
      </div>
    </Box>
  )
}
