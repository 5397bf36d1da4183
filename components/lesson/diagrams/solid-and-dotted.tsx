import { type Messages, say } from '#lib/message/format.ts'
import styles from './drawing.module.css'
import { along, Person, type Point, Tie } from './marks.tsx'
import own from './solid-and-dotted.module.css'

/** In the order of the route; the arrow from the last one leads back to the first. */
const stations = [
  { name: 'route-count', at: [40, 136] },
  { name: 'route-collect', at: [106, 54] },
  { name: 'route-report', at: [214, 30] },
  { name: 'route-combine', at: [326, 34] },
  { name: 'route-meeting', at: [426, 78] },
  { name: 'route-decide', at: [438, 180] },
  { name: 'route-partner', at: [306, 236] },
  { name: 'route-village', at: [134, 226] },
] as const satisfies readonly { name: string; at: Point }[]
const [volunteer, officer, , imo, coordinator] = stations
/** People on no list: a driver, the woman in the kiosk. */
const outside: Point[] = [
  [232, 158],
  [330, 156],
]
const radius = 19

/** The formal route as a ring of eight stations with solid arrows, and the informal lines across it, dotted. */
export function SolidAndDotted({ messages }: { messages: Messages }) {
  return (
    <>
      <svg className={own['drawing']} viewBox="12 4 456 260" aria-hidden="true">
        {stations.map(({ name, at }, index) => (
          <Arrow key={name} from={at} to={stations[(index + 1) % stations.length]!.at} />
        ))}
        <Tie from={volunteer.at} to={imo.at} look="chance" start={radius + 5} end={radius + 5} />
        <Tie from={officer.at} to={coordinator.at} look="chance" start={radius + 5} end={radius + 5} />
        {outside.map((at) => (
          <Tie key={at.join()} from={at} to={imo.at} look="chance" start={11} end={radius + 5} />
        ))}
        {outside.map((at) => (
          <Person key={at.join()} at={at} r={7} />
        ))}
        {stations.map(({ name, at: [x, y] }, index) => (
          <g key={name}>
            <circle className={styles[name === imo.name ? 'you' : 'other']} cx={x} cy={y} r={radius} />
            <text className={`${own['digit']} ${name === imo.name ? own['you'] : ''}`} x={x} y={y + 8}>
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
      <ol className={own['names']}>
        {stations.map(({ name }, index) => (
          <li key={name}>
            <b>{index + 1}</b>
            {say(messages, name)}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 40 12" aria-hidden="true">
            <path className={styles['tie']} d="M2 6H37M31 2.500 37 6l-6 3.500" />
          </svg>
          {say(messages, 'route-formal')}
        </li>
        <li>
          <svg viewBox="0 0 40 12" aria-hidden="true">
            <path className={styles['chance']} d="M3 6H38" />
          </svg>
          {say(messages, 'route-informal')}
        </li>
        <li>
          <svg viewBox="0 0 40 12" aria-hidden="true">
            <Person at={[33, 6]} r={4.5} />
          </svg>
          {say(messages, 'route-outside')}
        </li>
      </ol>
    </>
  )
}

/** One step of the route. */
function Arrow({ from, to }: { from: Point; to: Point }) {
  const start = along(from, to, radius + 5)
  const tip = along(to, from, radius + 5)
  const angle = Math.atan2(tip[1] - start[1], tip[0] - start[0])
  const barb = (turn: number) => `${(tip[0] - 9 * Math.cos(angle + turn)).toFixed(1)} ${(tip[1] - 9 * Math.sin(angle + turn)).toFixed(1)}`
  const line = `M${start.map((n) => n.toFixed(1)).join(' ')}L${tip.map((n) => n.toFixed(1)).join(' ')}`
  return <path className={styles['tie']} d={`${line}M${barb(0.5)}L${tip.map((n) => n.toFixed(1)).join(' ')}L${barb(-0.5)}`} />
}
