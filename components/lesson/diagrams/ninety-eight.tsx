import type { ReactNode } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import own from './ninety-eight.module.css'

/** Side of a square and the way to the next one. */
const side = 13
const pitch = 18
/** Left edges of the places for levels 1, 2 and 3, and the width of each. */
const places = [0, 126, 252] as const
const place = 86
const width = places[2] + place
/** Indicators of each value, of each core competency at a level, of each managerial competency at a level. */
const values = [4, 5, 5]
const core = [4, 4, 4, 4, 4]
const managerial = [4, 4, 4]

/** The framework as squares, one for each of its 98 indicators; filled are those that go with a post at core level 1. */
export function NinetyEight({ messages }: { messages: Messages }) {
  const room = width - values.reduce((sum, count) => sum + count * pitch - (pitch - side), 0)
  const starts = values.map(
    (_, index) => (index * room) / (values.length - 1) + values.slice(0, index).reduce((sum, count) => sum + count * pitch - 5, 0),
  )
  return (
    <div className={own['sets']}>
      <Row name={say(messages, 'ninety-eight-values')} height={side}>
        {values.map((count, index) => (
          <Column key={starts[index]} x={starts[index]!} count={count} across filled />
        ))}
      </Row>
      <Row name={say(messages, 'ninety-eight-core')} height={104}>
        {places.map((x, index) => (
          <Level key={x} x={x} level={index + 1} columns={core} filled={index === 0} />
        ))}
      </Row>
      <Row name={say(messages, 'ninety-eight-managerial')} height={104}>
        {places.slice(1).map((x, index) => (
          <Level key={x} x={x} level={index + 2} columns={managerial} />
        ))}
      </Row>
    </div>
  )
}

function Row({ name, height, children }: { name: string; height: number; children: ReactNode }) {
  return (
    <div>
      <p className={own['name']}>{name}</p>
      <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} aria-hidden="true">
        {children}
      </svg>
    </div>
  )
}

/** A block of squares with the number of its level below. */
function Level({ x, level, columns, filled = false }: { x: number; level: number; columns: readonly number[]; filled?: boolean }) {
  const start = x + (place - (columns.length * pitch - (pitch - side))) / 2
  return (
    <>
      {columns.map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
        <Column key={index} x={start + index * pitch} count={count} filled={filled} />
      ))}
      <text className={own['digit']} x={x + place / 2} y={98}>
        {level}
      </text>
    </>
  )
}

function Column({ x, count, across = false, filled = false }: { x: number; count: number; across?: boolean; filled?: boolean }) {
  return Array.from({ length: count }, (_, index) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
      key={index}
      className={styles[filled ? 'you' : 'other']}
      x={across ? x + index * pitch : x}
      y={across ? 0 : index * pitch}
      width={side}
      height={side}
      rx={1.5}
    />
  ))
}
