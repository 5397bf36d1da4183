import type { CSSProperties } from 'react'
import { type Planner, planned, type Standing, timeAt } from '#lib/activity/day-planner.ts'
import styles from './day-planner.module.css'
import type { Words } from './task-list.tsx'

/**
 * The day as a sheet: half-hours from top to bottom, what was done, what was lost, what is planned. For a screen reader a list in
 * the order of the day; the free half-hours are an extra for mouse and finger, the list of tasks does the same.
 */
export function Timetable({
  data,
  state,
  starts,
  selected,
  words,
  onSlot,
  onTask,
}: {
  data: Planner
  state: Standing
  starts: readonly number[]
  selected: string | null
  words: Words
  onSlot(slot: number): void
  onTask(id: string): void
}) {
  const entries = [
    ...state.past.map((span) => ({ ...span, look: 'past' as const })),
    ...state.lost.map((span) => ({ ...span, look: 'lost' as const })),
    ...planned(state).map((span) => ({ ...span, look: 'planned' as const })),
  ].sort((one, other) => one.from - other.from)
  return (
    <div className={styles['sheet']} style={{ '--slots': data.slots } as CSSProperties}>
      <p className={styles['sheetTitle']}>{words('day')}</p>
      <div className={styles['grid']}>
        {Array.from({ length: data.slots }, (_, slot) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the half-hours themselves
            key={slot}
            className={styles['slot']}
            style={{ gridRow: slot + 1 }}
            data-past={slot < state.now || undefined}
            data-open={starts.includes(slot) || undefined}
            aria-hidden="true"
            onClick={() => onSlot(slot)}
          >
            <span>{timeAt(data, slot)}</span>
          </div>
        ))}
        {state.now > 0 && state.now < data.slots ? (
          <div className={styles['now']} style={{ gridRow: state.now + 1 }} aria-hidden="true" />
        ) : null}
        <ol className={styles['entries']} aria-label={words('day')}>
          {entries.map((entry) => {
            const task = 'task' in entry ? data.tasks.find(({ id }) => id === entry.task) : undefined
            const surprise = 'surprise' in entry ? data.surprises.find(({ id }) => id === entry.surprise) : undefined
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: an extra; the list of tasks is the way for the keyboard
              <li
                key={`${entry.look} ${entry.from}`}
                style={{ gridRow: `${entry.from + 1} / ${entry.to + 1}` }}
                data-look={entry.look}
                data-fixed={task?.fixed ? true : undefined}
                data-selected={(task && task.id === selected) || undefined}
                onClick={() => (task && !task.fixed && entry.look === 'planned' ? onTask(task.id) : undefined)}
              >
                <span className="visually-hidden">{`${words('at', { from: timeAt(data, entry.from), to: timeAt(data, entry.to) })}: `}</span>
                <i aria-hidden="true">{task?.quadrant ?? ''}</i>
                <span>{task ? task.text : `${words('lost')}: ${surprise?.text ?? ''}`}</span>
                {entry.look === 'past' ? <span className="visually-hidden">{`, ${words('done-before')}`}</span> : null}
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}
