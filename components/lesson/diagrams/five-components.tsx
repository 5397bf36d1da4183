import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import { Person, type Point, Tie, You } from './marks.tsx'

/** The five components in the alphabet of the network drawings: you, others, and where your attention goes. */
export function FiveComponents({ messages }: { messages: Messages }) {
  const components = {
    'self-awareness': SelfAwareness,
    'self-management': SelfManagement,
    'social-awareness': SocialAwareness,
    empathy: Empathy,
    motivation: Motivation,
  }
  return (
    <div className={styles['row']}>
      {Object.entries(components).map(([name, Drawing]) => (
        <div className={styles['cell']} key={name}>
          <Drawing />
          <p className={styles['name']}>{say(messages, `component-${name}`)}</p>
        </div>
      ))}
    </div>
  )
}

const box = '0 0 220 150'

/** A line that goes out and comes back. */
function SelfAwareness() {
  return (
    <svg viewBox={box} aria-hidden="true">
      <path className={styles['tie']} d="M122 84C176 78 172 22 120 26 92 28 80 44 92 63" />
      <path className={styles['tie']} d="M82.500 60.500L92.700 64.500 96.500 54.200" />
      <You at={[106, 84]} />
    </svg>
  )
}

/** A ring with one opening, and a way out through it. */
function SelfManagement() {
  return (
    <svg viewBox={box} aria-hidden="true">
      <path className={styles['strong']} d="M131 53.500A44 44 0 1 0 131 96.500" />
      <path className={styles['tie']} d="M109 75H182M173 69.500L182 75 173 80.500" />
      <You at={[92, 75]} />
    </svg>
  )
}

function SocialAwareness() {
  const self: Point = [42, 75]
  const group: Point[] = [
    [128, 30],
    [176, 60],
    [142, 82],
    [168, 120],
  ]
  return (
    <svg viewBox={box} aria-hidden="true">
      {group.map((at) => (
        <Tie key={at.join()} from={self} to={at} look="thin" />
      ))}
      {group.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <You at={self} />
    </svg>
  )
}

/** You where the other person stands, and what that person looks up to. */
function Empathy() {
  return (
    <svg viewBox={box} aria-hidden="true">
      <path className={styles['chance']} d="M44 118C60 128 84 126 99 115" />
      <circle className={styles['halo']} cx={32} cy={108} r={7} />
      <circle className={styles['other']} cx={114} cy={104} r={15} />
      <circle className={styles['you']} cx={114} cy={104} r={7} />
      <path className={styles['tie']} d="M125 91L154 56.500M152 67L154 56.500 144 60.300" />
      <Person at={[168, 40]} r={13} />
    </svg>
  )
}

function Motivation() {
  return (
    <svg viewBox={box} aria-hidden="true">
      <path className={styles['tie']} d="M30 122H84V96H126V70H168V44H204" />
      <path className={styles['thin']} d="M186 44V16H202L197 21.500 202 27H186" />
      <path className={styles['tie']} d="M66 92C74 72 88 60 106 52M95.500 51L106 52 102.500 62" />
      <You at={[52, 106]} />
    </svg>
  )
}
