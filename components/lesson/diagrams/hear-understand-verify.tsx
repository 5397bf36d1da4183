import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import { Person, type Point, You } from './marks.tsx'

const box = '0 0 220 150'
const speaker: Point = [34, 76]
const listener: Point = [186, 76]

/** The three things a listener does: several messages come, one guess is made of them, the speaker returns it corrected. */
export function HearUnderstandVerify({ messages }: { messages: Messages }) {
  const steps = { hear: Hear, understand: Understand, verify: Verify }
  return (
    <div className={styles['row']}>
      {Object.entries(steps).map(([name, Drawing]) => (
        <div className={styles['cell']} key={name}>
          <svg viewBox={box} aria-hidden="true">
            <Drawing />
            <Person at={speaker} r={8} />
            <You at={listener} />
          </svg>
          <p className={styles['name']}>{say(messages, name)}</p>
        </div>
      ))}
    </div>
  )
}

/** Words, voice and body: three lines of different kinds, each on its own way. */
function Hear() {
  return (
    <>
      <path className={styles['tie']} d="M46 68C84 26 136 26 171 66M165.500 55.500L171 66L159.500 62.500" />
      <path className={styles['thin']} d="M49 76q6-9 12 0t12 0t12 0t12 0t12 0t12 0t12 0t12 0t12 0M159 72l8 4l-8 4" />
      <path className={styles['chance']} d="M46 84C84 126 136 126 170 88" />
    </>
  )
}

/** The lines meet in one shape beside the listener. It is drawn with dashes: so far it is a guess. */
function Understand() {
  return (
    <>
      <path className={styles['thin']} d="M46 68C70 34 98 42 116 66M49 76H112M46 84C70 118 98 110 116 86" />
      <Shape x={143} y={76} look="guess" />
    </>
  )
}

/** The guess goes back to the speaker and returns with one corner in another place, in a firm line. */
function Verify() {
  return (
    <>
      <path className={styles['thin']} d="M170 62C150 44 134 38 128 37M92 37C76 40 62 50 48 64M50.500 54.500L48 64L57.500 61.500" />
      <Shape x={110} y={38} look="guess" />
      <path className={styles['tie']} d="M48 88C60 102 72 110 86 114M136 114C150 110 160 102 170 90M160 93L170 90L169.500 100.500" />
      <Shape x={110} y={114} look="confirmed" />
    </>
  )
}

function Shape({ x, y, look }: { x: number; y: number; look: 'guess' | 'confirmed' }) {
  const corner = look === 'guess' ? 'L14-9' : 'L19-14'
  return (
    <path
      className={styles[look === 'guess' ? 'chance' : 'strong']}
      d={`M-15-4L-2-14${corner}L12 9L-9 13Z`}
      transform={`translate(${x} ${y})`}
    />
  )
}
