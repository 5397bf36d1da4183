import type { Person, RoomState } from '#lib/activity/room.ts'
import styles from './room.module.css'

const width = 160
const height = 108
const inset = 14
/** Where one comes in. */
const door = { x: 22, y: height - 8 }

/**
 * The room from above: walls, a door, windows, the people as numbered marks, and your way from one to the next. An extra for
 * eye and finger; the list beside it names everyone and does the same, so the plan is hidden from screen readers and the Tab key.
 */
export function RoomPlan({
  people,
  state,
  chosen,
  you,
  onPick,
}: {
  people: readonly Person[]
  state: RoomState
  chosen: string | null
  you: string
  onPick(id: string): void
}) {
  const met = state.met.map(({ person }) => person)
  const way = [door, ...met.map(spotOf)]
  const here = way.at(-1) ?? door
  return (
    <svg className={styles['drawing']} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className={styles['wall']} d={`M14 ${height - 4}H4V4H${width - 4}V${height - 4}H34`} />
      <path className={styles['thin']} d={`M14 ${height - 4}a20 20 0 0 1 20 -20V${height - 4}`} />
      <path className={styles['window']} d={`M40 4h28M92 4h28M${width - 4} 30v22M${width - 4} 62v22`} />
      <polyline className={styles['way']} points={way.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {people.map((person, index) => {
        const { x, y } = spotOf(person)
        const done = met.includes(person)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list of people is the same choice for keyboard and screen reader
          <g
            key={person.id}
            className={styles['person']}
            data-met={done || undefined}
            data-chosen={person.id === chosen || undefined}
            transform={`translate(${x} ${y})`}
            onClick={done ? undefined : () => onPick(person.id)}
          >
            <circle className={styles['reach']} r="13" />
            <circle className={styles['mark']} r="7.5" />
            <text y="3">{index + 1}</text>
          </g>
        )
      })}
      <g className={styles['here']} transform={`translate(${here.x} ${here.y})`}>
        {here === door ? null : <circle r="11" />}
        {here === door ? (
          <>
            <circle className={styles['self']} r="3.5" />
            <text x="16" y="1">
              {you}
            </text>
          </>
        ) : null}
      </g>
    </svg>
  )
}

function spotOf(person: Person) {
  return {
    x: inset + (person.x / 100) * (width - 2 * inset),
    y: inset + (person.y / 100) * (height - 2 * inset),
  }
}
