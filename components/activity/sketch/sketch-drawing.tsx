import type { PointerEvent } from 'react'
import { type Contact, placeContacts, type Spot } from '#lib/activity/sketch.ts'
import styles from './sketch.module.css'

const radii = [44, 72, 100] as const
const edge = 113

/**
 * The three rings with you in the middle. A tap on a contact selects it, a tap on a ring places the initials that were typed.
 * For a screen reader it is one picture: everything in it can be done, and read, in the form and the list beside it.
 */
export function SketchDrawing({
  rings,
  contacts,
  selected,
  label,
  you,
  onRing,
  onContact,
}: {
  rings: readonly { id: string; label: string }[]
  contacts: readonly Contact[]
  selected: string | null
  label: string
  you: string
  onRing(ring: string): void
  onContact(id: string): void
}) {
  const spots = placeContacts(contacts, rings, radii)

  function tap(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = (2 * edge) / box.width
    const x = (event.clientX - box.left) * scale - edge
    const y = (event.clientY - box.top) * scale - edge
    const hit = nearest(spots, x, y)
    if (hit) onContact(hit.contact.id)
    else onRing(rings[ringAt(Math.hypot(x, y))]?.id ?? '')
  }

  return (
    <svg
      className={styles['drawing']}
      viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`}
      role="img"
      aria-label={label}
      onPointerUp={tap}
    >
      {radii.toReversed().map((radius) => (
        <circle key={radius} className={styles['ring']} r={radius} />
      ))}
      {spots.map((spot) => (
        <Tie key={spot.contact.id} spot={spot} selected={spot.contact.id === selected} />
      ))}
      {rings.map(({ id, label: name }, index) => (
        <text key={id} className={styles['ringName']} y={(radii[index] ?? 0) + 3}>
          {name}
        </text>
      ))}
      <circle className={styles['you']} r="12" />
      <text className={styles['youName']} y="3.5">
        {you}
      </text>
      {spots.map(({ contact, x, y, room }) => {
        const size = Math.min(11, Math.max(6.5, room - 0.5))
        return (
          <g key={contact.id} className={contact.id === selected ? styles['chosen'] : styles['dot']} transform={`translate(${x} ${y})`}>
            <circle r={size} />
            <text y={size * 0.3} fontSize={contact.initials.length > 2 ? size * 0.66 : size * 0.9}>
              {contact.initials}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The line to a contact: dotted while nothing is said; an arrow towards the one who got the last message; a square where the last question came from. */
function Tie({ spot: { contact, x, y }, selected }: { spot: Spot; selected: boolean }) {
  const length = Math.hypot(x, y)
  const at = (distance: number) => [(x / length) * distance, (y / length) * distance] as const
  const [startX, startY] = at(13)
  const [endX, endY] = at(length - 13)
  // beside the line, so that it never covers an arrow
  const [alongX, alongY] = at(contact.asked === 'me' ? 0.42 * length : length - 17)
  const askX = alongX - (y / length) * 5
  const askY = alongY + (x / length) * 5
  const angle = (Math.atan2(y, x) * 180) / Math.PI
  return (
    <g className={selected ? styles['tieChosen'] : styles['tie']}>
      <line x1={startX} y1={startY} x2={endX} y2={endY} strokeDasharray={contact.wrote ? undefined : '1.5 3'} />
      {contact.wrote === 'me' ? <path d="M0 0 -5.5 -2.8 -5.5 2.8Z" transform={`translate(${endX} ${endY}) rotate(${angle})`} /> : null}
      {contact.wrote === 'they' ? <path d="M0 0 5.5 -2.8 5.5 2.8Z" transform={`translate(${startX} ${startY}) rotate(${angle})`} /> : null}
      {contact.asked === 'me' || contact.asked === 'they' ? <rect x={askX - 2.25} y={askY - 2.25} width="4.5" height="4.5" /> : null}
    </g>
  )
}

function nearest(spots: readonly Spot[], x: number, y: number): Spot | undefined {
  const byDistance = spots.map((spot) => ({ spot, distance: Math.hypot(spot.x - x, spot.y - y) })).sort((a, b) => a.distance - b.distance)
  return byDistance[0] && byDistance[0].distance <= 13 ? byDistance[0].spot : undefined
}

/** The ring whose line is nearest; outside the last one it is still the last. */
function ringAt(distance: number): number {
  return distance < (radii[0] + radii[1]) / 2 ? 0 : distance < (radii[1] + radii[2]) / 2 ? 1 : 2
}
