import { type Arrow, countOn, curve } from '#lib/activity/power-map.ts'
import styles from './power-map.module.css'

export type Person = { id: string; name: string; role: string; x: number; y: number }
/** `both`: a full line; `missed`: a broken one; `extra`: a dotted one. */
export type Drawn = Arrow & { look: 'both' | 'missed' | 'extra' }

const width = 200
const height = 150
const radius = 11
const ring = 3

/**
 * People as circles, their names on the outer side, dependence as arrows. Like the lines of a hill on a map, each ring around a person is one who depends on
 * them. For a screen reader it is one picture: the table and the lists say the same.
 */
export function People({
  people,
  arrows,
  rings,
  chosen,
  label,
  onPerson,
}: {
  people: readonly Person[]
  arrows: readonly Drawn[]
  /** the arrows that are counted as rings */
  rings: readonly Arrow[]
  chosen?: string | null
  label: string
  onPerson?: ((id: string) => void) | undefined
}) {
  const spot = (id: string) => {
    const person = people.find((one) => one.id === id)
    // the inset leaves room for a circle's rings and for its name
    return { x: 30 + ((person?.x ?? 50) / 100) * (width - 60), y: 34 + ((person?.y ?? 50) / 100) * (height - 68) }
  }
  const reach = (id: string) => radius + ring * countOn(rings, id)
  return (
    <svg className={styles['drawing']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {people.map(({ id }) => {
        const { x, y } = spot(id)
        return (
          <g key={id} className={styles['rings']}>
            {Array.from({ length: countOn(rings, id) }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rings are counted, they have no other identity
              <circle key={index} cx={x} cy={y} r={radius + ring * (index + 1)} />
            ))}
          </g>
        )
      })}
      {arrows.map(({ from, to, look }) => {
        const { path, head } = curve(spot(from), spot(to), radius + 1, reach(to) + 2)
        return (
          <g key={`${from} ${to}`} className={styles['arrow']} data-look={look}>
            <path d={path} />
            <path className={styles['tip']} d="M1 0-6-3-6 3Z" transform={`translate(${head.x} ${head.y}) rotate(${head.angle})`} />
          </g>
        )
      })}
      {people.map(({ id, name, y: down }) => {
        const { x, y } = spot(id)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table is the same choice for keyboard and screen reader
          <g
            key={id}
            className={styles['person']}
            data-chosen={id === chosen || undefined}
            data-live={onPerson ? true : undefined}
            transform={`translate(${x} ${y})`}
            onClick={onPerson ? () => onPerson(id) : undefined}
          >
            <circle className={styles['touch']} r="19" />
            <circle className={styles['mark']} r={radius} />
            <text className={styles['initials']} y="3.6">
              {initials(name)}
            </text>
            <text className={styles['name']} y={down < 50 ? -reach(id) - 4 : reach(id) + 10}>
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** At most two capitals: “Ines Tavares” → “IT”. */
function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase()
}
