import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import { along, Person, type Point, Tie, You } from './marks.tsx'

/** One small network for each type, in the same alphabet of marks, so that only what differs differs. */
export function FourTypes({ messages }: { messages: Messages }) {
  const types = { unstructured: Unstructured, structured: Structured, maintenance: Maintenance, assistance: Assistance }
  return (
    <div className={styles['grid']}>
      {Object.entries(types).map(([name, Drawing]) => (
        <div className={styles['cell']} key={name}>
          <Drawing />
          <p className={styles['name']}>{say(messages, name)}</p>
        </div>
      ))}
    </div>
  )
}

const box = '0 0 220 150'

function Unstructured() {
  const self: Point = [44, 104]
  const group: Point[] = [
    [96, 62],
    [122, 104],
    [142, 44],
    [164, 82],
    [186, 112],
    [192, 52],
  ]
  return (
    <svg viewBox={box} aria-hidden="true">
      {group.slice(0, 3).map((at) => (
        <Tie key={at.join()} from={self} to={at} look="chance" />
      ))}
      {group.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={self} />
    </svg>
  )
}

function Structured() {
  const self: Point = [52, 88]
  const chosen: Point[] = [
    [128, 42],
    [172, 88],
    [118, 124],
  ]
  return (
    <svg viewBox={box} aria-hidden="true">
      {chosen.map((at) => (
        <Tie key={at.join()} from={self} to={at} look="strong" />
      ))}
      {chosen.map(([x, y]) => (
        <path key={x} className={styles['thin']} d={`M${x} ${y - 6}v-20h13l-4 4.500 4 4.500h-13`} />
      ))}
      {chosen.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={self} />
    </svg>
  )
}

function Maintenance() {
  const self: Point = [110, 84]
  const kept: Point[] = [
    [40, 52],
    [92, 22],
    [176, 40],
    [186, 112],
    [56, 126],
  ]
  return (
    <svg viewBox={box} aria-hidden="true">
      {kept.map((at) => (
        <Tie key={at.join()} from={self} to={at} look="thin" />
      ))}
      {kept.flatMap((at) =>
        [24, 34, 44].map((distance) => <Beat key={`${at.join()} ${distance}`} from={self} to={at} distance={distance} />),
      )}
      {kept.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={self} />
    </svg>
  )
}

/** One short dash across a line: a small contact, again and again. */
function Beat({ from, to, distance }: { from: Point; to: Point; distance: number }) {
  const [x, y] = along(from, to, distance)
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]) + Math.PI / 2
  const [dx, dy] = [Math.cos(angle) * 4, Math.sin(angle) * 4]
  return (
    <path className={styles['tie']} d={`M${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)}L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`} />
  )
}

function Assistance() {
  const self: Point = [58, 84]
  const other: Point = [166, 84]
  return (
    <svg viewBox={box} aria-hidden="true">
      <Tie from={self} to={other} look="strong" arrows start={19} end={15} />
      <Person at={other} r={8} />
      <You at={self} />
    </svg>
  )
}
