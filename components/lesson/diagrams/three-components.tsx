import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import { Person, type Point, Tie, You } from './marks.tsx'

const box = '0 0 220 150'

/** The three components of accountability in the alphabet of the network drawings. */
export function ThreeComponents({ messages }: { messages: Messages }) {
  const components = { vision: SharedVision, information: PertinentInformation, commitments: SeenCommitments }
  return (
    <div className={styles['row']}>
      {Object.entries(components).map(([name, Drawing]) => (
        <div className={styles['cell']} key={name}>
          <svg viewBox={box} aria-hidden="true">
            <Drawing />
          </svg>
          <p className={styles['name']}>{say(messages, `accountability-${name}`)}</p>
        </div>
      ))}
    </div>
  )
}

/** From three places, the same flag. */
function SharedVision() {
  const self: Point = [36, 76]
  const others: Point[] = [
    [60, 30],
    [60, 122],
  ]
  const flag: Point = [180, 76]
  return (
    <>
      {[self, ...others].map((from) => (
        <Tie key={from.join()} from={from} to={flag} />
      ))}
      {others.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <path className={styles['strong']} d="M180 92V50" />
      <path className={styles['tie']} d="M180 50H200L194 57L200 64H180" />
      <You at={self} />
    </>
  )
}

/** Half of a figure is dotted. You ask somebody, and their arrow leads into that half. */
function PertinentInformation() {
  const self: Point = [36, 112]
  const other: Point = [186, 112]
  return (
    <>
      <path className={styles['tie']} d="M110 26H66V74H110Z" />
      <path className={styles['chance']} d="M117 26H156V74H117" />
      <path className={styles['tie']} d="M52 118C88 136 136 136 172 119M162.500 116.500L172 119L168.500 128" />
      <path className={styles['tie']} d="M185 100C182 80 168 56 142 50M150.500 45.500L142 50L147.500 57.500" />
      <Person at={other} />
      <You at={self} />
    </>
  )
}

/** One step to a mark, and three people who look at it. */
function SeenCommitments() {
  const mark: Point = [168, 100]
  const others: Point[] = [
    [64, 34],
    [118, 22],
    [180, 30],
  ]
  return (
    <>
      {others.map((at) => (
        <Tie key={at.join()} from={at} to={mark} look="thin" start={11} end={18} />
      ))}
      {others.map((at) => (
        <Person key={at.join()} at={at} />
      ))}
      <path className={styles['tie']} d="M52 112H157M148 106.500L157 112L148 117.500" />
      <path className={styles['strong']} d="M168 92V132" />
      <You at={[34, 112]} />
    </>
  )
}
