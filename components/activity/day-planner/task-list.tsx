import { useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { type Planner, type Standing, startsFor, type Task, timeAt } from '#lib/activity/day-planner.ts'
import styles from './day-planner.module.css'

export type Words = (key: string, values?: Record<string, string | number>) => string

/** What there is to do. A task opens in place, with the times at which it can begin. */
export function TaskList({
  data,
  state,
  selected,
  disabled,
  words,
  onSelect,
  onPut,
  onTakeOut,
}: {
  data: Planner
  state: Standing
  selected: string | null
  disabled: boolean
  words: Words
  onSelect(id: string): void
  onPut(id: string, start: number): void
  onTakeOut(id: string): void
}) {
  const open = data.tasks.filter(({ id }) => state.left[id] !== 0 && !state.gone.includes(id))
  return (
    <ul className={styles['tasks']}>
      {open.map((task) => {
        const start = state.plan[task.id]
        const left = state.left[task.id] ?? 0
        const meta = [
          words(left < task.length ? 'rest' : 'half-hours', { count: left }),
          ...(task.before ? [words('before', { time: task.before })] : []),
          ...(task.fixed ? [words('fixed')] : []),
        ].join(' · ')
        const where = start === undefined ? words('out') : words('at', { from: timeAt(data, start), to: timeAt(data, start + left) })
        const head = (
          <>
            <i aria-hidden="true">{task.quadrant}</i>
            <span>{task.text}</span>
            <small>{meta}</small>
            <em data-in={start !== undefined || undefined}>{where}</em>
          </>
        )
        return (
          <li key={task.id} data-open={task.id === selected || undefined}>
            {task.fixed ? (
              <div className={styles['head']}>{head}</div>
            ) : (
              <button
                type="button"
                className={styles['head']}
                aria-expanded={task.id === selected}
                disabled={disabled}
                onClick={() => onSelect(task.id)}
              >
                {head}
              </button>
            )}
            {task.id === selected && !task.fixed ? (
              <Times
                data={data}
                task={task}
                start={start}
                starts={startsFor(data, state, task)}
                words={words}
                onPut={(at) => onPut(task.id, at)}
                onTakeOut={() => onTakeOut(task.id)}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function Times({
  data,
  task,
  start,
  starts,
  words,
  onPut,
  onTakeOut,
}: {
  data: Planner
  task: Task
  start: number | undefined
  starts: readonly number[]
  words: Words
  onPut(start: number): void
  onTakeOut(): void
}) {
  const [wanted, want] = useState<number | null>(null)
  const first = starts.find((one) => one !== start) ?? starts[0]
  const value = wanted !== null && starts.includes(wanted) ? wanted : (start ?? first)
  const id = `begin-${task.id}`
  return (
    <div className={styles['times']}>
      {starts.length > 0 ? (
        <>
          <label htmlFor={id}>{words('start')}</label>
          <select id={id} className={privacy['input']} value={value} onChange={(event) => want(Number(event.target.value))}>
            {starts.map((slot) => (
              <option key={slot} value={slot}>
                {timeAt(data, slot)}
              </option>
            ))}
          </select>
          <Button
            disabled={value === start}
            onClick={(event) => {
              toHead(event.currentTarget)
              if (value !== undefined) onPut(value)
            }}
          >
            {words(start === undefined ? 'put' : 'move')}
          </Button>
        </>
      ) : (
        <p>{words('no-room')}</p>
      )}
      {start === undefined ? null : (
        <Button
          look="quiet"
          onClick={(event) => {
            toHead(event.currentTarget)
            onTakeOut()
          }}
        >
          {words('take-out')}
        </Button>
      )}
    </div>
  )
}

/** The button that was pressed goes away; the focus stays with its task. */
const toHead = (button: HTMLElement) => button.closest('li')?.querySelector('button')?.focus()
