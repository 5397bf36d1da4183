import type { ReactNode } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { isLastDay, quadrantOf, type State } from '#lib/simulation/week-of-in-tray/step.ts'
import { isImportant, quadrants, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { titleOf } from './describe.ts'
import styles from './plane.module.css'
import { placeMarks, planeSize, xOf } from './plane-layout.ts'
import { type Badge, TaskMark } from './task-mark.tsx'

const { width, height } = planeSize
/** The upper half flows: quiet lines from right to left, decoration that says which way things go there. */
const currents = [0.09, 0.19, 0.29, 0.39].map((part, index) => wave(part * height, index))

/**
 * The plane of importance and urgency with a mark for each task and its tail. The marks are radios laid over the drawing:
 * one stop for the Tab key, arrows go from task to task. Where there is nothing to choose they are only drawn.
 */
export function Plane({
  words,
  world,
  state,
  shown,
  summary,
  name,
  selected,
  planned = [],
  fresh = false,
  choose,
  children,
}: {
  words: Words
  world: World
  state: State
  /** the tasks on it, in order of arrival */
  shown: readonly TaskId[]
  /** what it shows, in words */
  summary: string
  name: string
  selected: TaskId | null
  planned?: readonly TaskId[]
  /** mark what has come this morning */
  fresh?: boolean
  choose?: ((task: TaskId) => void) | undefined
  children?: ReactNode
}) {
  const { messages } = words
  const places = placeMarks(shown.map((id) => ({ id, urgency: state.tasks[id].urgency, importance: world.plans[id].importance })))
  const marks = shown.map((id) => {
    const task = state.tasks[id]
    const badge: Badge | undefined = task.end?.how ?? (fresh && world.plans[id].arrives === state.day + 1 ? 'new' : undefined)
    const number = numberOf(world, id)
    const { x, y } = places.get(id)!
    const style = { insetInlineStart: `${x}%`, insetBlockStart: `${(y / height) * 100}%` }
    const mark = <TaskMark task={id} number={number} turned={task.turned !== null} full={planned.includes(id)} badge={badge} />
    if (!choose) {
      return (
        <span key={id} className={styles['place']} style={style}>
          {mark}
        </span>
      )
    }
    const quadrant = say(messages, `quadrant_${quadrantOf(id, task)}`)
    return (
      <label key={id} className={styles['place']} style={style} data-last={isLastDay(world, state, id)}>
        <input type="radio" name={name} checked={selected === id} onChange={() => choose(id)} />
        {mark}
        <span className="visually-hidden">{say(messages, 'mark', { number, task: titleOf(words, state, id), quadrant })}</span>
      </label>
    )
  })
  return (
    <figure className={styles['figure']}>
      <div className={styles['plane']}>
        {(['urgent', 'rest', 'important', 'unimportant'] as const).map((axis) => (
          <span key={axis} className={styles['axis']} data-axis={axis} aria-hidden="true">
            {say(messages, `axis_${axis}`)}
          </span>
        ))}
        <div className={styles['field']}>
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {currents.map((path) => (
              <path key={path} className={styles['current']} d={path} />
            ))}
            <path className={styles['cross']} d={`M${width / 2} 0V${height}M0 ${height / 2}H${width}`} />
            {shown.map((id) => (
              <Tail key={id} trail={state.tasks[id].trail} at={places.get(id)!} strong={isImportant(id)} />
            ))}
          </svg>
          {quadrants.map((letter) => (
            <span key={letter} className={styles['letter']} data-quadrant={letter} aria-hidden="true">
              {letter}
            </span>
          ))}
          {choose ? (
            <fieldset className={styles['marks']}>
              <legend className="visually-hidden">{say(messages, 'plane_legend')}</legend>
              {marks}
            </fieldset>
          ) : (
            <div className={styles['marks']} data-many={shown.length > 14} aria-hidden="true">
              {marks}
            </div>
          )}
        </div>
      </div>
      <figcaption>{summary}</figcaption>
      {children}
    </figure>
  )
}

/** From where a task has come: thin at its first morning, a dot for each morning since. */
function Tail({ trail, at, strong }: { trail: readonly number[]; at: { x: number; y: number }; strong: boolean }) {
  const first = xOf(trail[0]!)
  if (first - at.x < 1) return null
  return (
    <g className={styles['tail']} data-strong={strong}>
      <path d={`M${at.x} ${at.y - 1.5}L${first} ${at.y - 0.2}v.4L${at.x} ${at.y + 1.5}z`} />
      {trail.slice(0, -1).map((urgency) => (
        <circle key={urgency} cx={xOf(urgency)} cy={at.y} r={0.85} />
      ))}
    </g>
  )
}

function wave(y: number, index: number): string {
  const high = 1.6 + (index % 2) * 0.8
  const part = width / 4
  return `M${width} ${y}${Array.from({ length: 4 }, (_, step) => `q${-part / 2} ${(step + index) % 2 ? high : -high} ${-part} 0`).join('')}`
}
