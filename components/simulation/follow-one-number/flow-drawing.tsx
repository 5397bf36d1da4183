import { useId } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { type PartnerId, type PlaceId, partnerIds, partners } from '#lib/simulation/follow-one-number/partners.ts'
import { bestPlaces } from '#lib/simulation/follow-one-number/run.ts'
import { type State, standingOf } from '#lib/simulation/follow-one-number/step.ts'
import { needAt, type World, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import { drawingText, isEmpty, placesOf } from './describe.ts'
import {
  blankRadius,
  cellAt,
  placeAt,
  radiusOf,
  roadPath,
  size,
  sourceRadius,
  sourceX,
  sourceY,
  streamPath,
  table,
} from './drawing-layout.ts'
import styles from './flow-drawing.module.css'

/** A book, a house, a fish, a lamp, a compass: who is who, beside the name. */
const marks: Record<PartnerId, string> = {
  teachers: 'M0-5c-3-2.500-6-2-8-1.500V6c2-.5 5-1 8 1.500 3-2.500 6-2 8-1.500V-6.500c-2-.5-5-1 -8 1.500zM0-5V7.500',
  builders: 'M-8-.5L0-7.500 8-.5M-5.500-2.500V7h11v-9.500M-1.500 7V2.500h3V7',
  fishers: 'M-8 0C-4.500-5.500 2.500-5.500 5 0 2.500 5.500-4.500 5.500-8 0zM5 0L9-4V4zM-4.500-.8v.01',
  midwives: 'M-3-8h6M0-8v2.500M-4.500-5.500h9L6 5.500H-6zM-7.500 8h15M0-2.500V2.500',
  scouts: 'M0-8.500V-6M0 6v2.500M-8.500 0H-6M6 0h2.500M-3.500 3.500L-1.300-1.300 3.500-3.500 1.300 1.300z',
}
const land =
  'M8 352C2 318 40 306 86 312S150 300 196 304 284 300 318 308 358 330 352 372 346 430 352 464 322 524 268 522 196 534 138 526 34 530 16 494 18 392 8 352z'
const contours = [
  'M24 420C40 392 66 400 84 424S82 486 56 494 14 454 24 420z',
  'M206 352C222 330 268 334 282 360S264 418 234 418 192 376 206 352z',
  'M270 450C286 430 330 436 338 462S312 506 288 502 258 470 270 450z',
  'M92 352C104 330 138 338 144 362S120 390 106 384 84 372 92 352z',
]
const river = 'M150 304C158 340 150 372 160 402S150 452 166 482 160 516 166 530'
const truck = 'M-11-7H2V4H-11zM2-3.500H7L10.500.5V4H2zM-7 4.500a2.200 2.200 0 1 0 .01 0M5.500 4.500a2.200 2.200 0 1 0 .01 0'

/**
 * The drawing: five partners, five streams of figures, one table, three trucks on a map. A picture with a name; all that
 * it says stands in the tables below it, too.
 *
 * @param playing the week has just been played: the streams run down to the table before one's eyes
 */
export function FlowDrawing({ words, world, state, playing }: { words: Words; world: World; state: State; playing: boolean }) {
  const id = useId()
  const { messages } = words
  const over = state.week === weeksInRun
  const best = bestPlaces(world, weeksInRun)
  return (
    <svg
      className={styles['drawing']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={drawingText(words, world, state)}
      data-playing={playing}
    >
      <defs>
        <pattern id={`${id}-stripes`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className={styles['stripe']} />
        </pattern>
      </defs>
      <path d={land} className={styles['land']} />
      {contours.map((d) => (
        <path key={d} d={d} className={styles['contour']} />
      ))}
      <path d={river} className={styles['river']} />
      {partnerIds.map((partner) => (
        <Stream key={partner} id={`${id}-${partner}`} partner={partner} state={state} />
      ))}
      {partners.map((partner) => (
        <g key={partner.id} transform={`translate(${sourceX(partner.id)} ${sourceY})`}>
          <circle r={sourceRadius} className={styles['source']} />
          <circle
            r={sourceRadius}
            pathLength={100}
            className={styles['ring']}
            transform="rotate(-90)"
            strokeDasharray={`${state.partners[partner.id].understanding} 100`}
          />
          <path d={marks[partner.id]} className={styles['mark']} />
          <text y={-24} className={styles['name']}>
            {say(messages, `partner_${partner.id}`)}
          </text>
        </g>
      ))}
      {partnerIds.flatMap((partner) =>
        placesOf(partner).map((place) => (
          <Cell key={place} stripes={`url(#${id}-stripes)`} partner={partner} place={place} state={state} />
        )),
      )}
      <path className={styles['frame']} d={`M${table.x} ${table.y}h${table.width}M${table.x} ${table.y + 2 * table.row}h${table.width}`} />
      {state.week === 0
        ? null
        : state.plan.map((place) => (
            <path
              key={place}
              d={roadPath(partnerOf(place), place, over ? 34 : topOf(state, place) + 2)}
              className={styles['road']}
              data-left={over}
            />
          ))}
      <text x={table.x} y={table.y + 2 * table.row + 16} className={styles['title']}>
        {say(messages, 'drawing_table')}
      </text>
      {partnerIds.flatMap((partner) =>
        placesOf(partner).map((place) => (
          <Place
            key={place}
            name={say(messages, `place_${place}`)}
            stripes={`url(#${id}-stripes)`}
            place={place}
            state={state}
            truth={over ? needAt(world, place, weeksInRun) : null}
            flag={over && best.includes(place)}
          />
        )),
      )}
      {over
        ? state.plan.map((place) => (
            <g key={place} transform={`translate(${placeAt[place].x} ${placeAt[place].y - 24})`}>
              <path d={truck} className={styles['truck']} />
            </g>
          ))
        : null}
    </svg>
  )
}

function partnerOf(place: PlaceId): PartnerId {
  return partnerIds.find((id) => placesOf(id).includes(place))!
}

function topOf(state: State, place: PlaceId): number {
  const entry = state.table[place]
  return entry ? radiusOf(entry.figure) : blankRadius
}

/** What a partner sent this week: a wide stream of figures, a thin dotted one that stops short, or a few dots. */
function Stream({ id, partner, state }: { id: string; partner: PartnerId; state: State }) {
  const report = state.partners[partner].reports.at(-1)
  const arrival = report?.arrival ?? 'none'
  const d = streamPath(partner, arrival === 'late' ? 'late' : 'inTime')
  const figures = Object.values(report?.figures ?? {}).map(({ figure, counted }) => `${counted ? '' : '~'}${figure}`)
  // in time: one figure after the other, all the way; late: sparse
  const gap = arrival === 'late' ? ' · · ' : ' '
  const most = arrival === 'late' ? 15 : 20
  let text = figures[0] ?? ''
  for (let next = 1; figures.length > 0; next++) {
    const longer = text + gap + figures[next % figures.length]
    if (longer.length > most) break
    text = longer
  }
  return (
    <g className={styles['stream']} data-arrival={arrival} data-empty={report !== undefined && isEmpty(report)}>
      <path d={d} id={id} pathLength={100} className={styles['water']} />
      {figures.length === 0 ? null : (
        <text className={styles['figures']} dy="3.5">
          <textPath href={`#${id}`} startOffset="3">
            {text}
          </textPath>
        </text>
      )}
    </g>
  )
}

function Cell({ partner, place, state, stripes }: { partner: PartnerId; place: PlaceId; state: State; stripes: string }) {
  const { x, y, width, height } = cellAt(partner, place)
  const entry = state.table[place]
  const standing = standingOf(state.table, place, state.week)
  return (
    <g className={styles['cell']} data-standing={standing}>
      <rect x={x + 1.5} y={y + 1.5} width={width - 3} height={height - 3} fill={standing === 'guessed' ? stripes : undefined} />
      <text x={x + 8} y={y + 21.5} className={styles['letter']}>
        {place.toUpperCase()}
      </text>
      <text x={x + width - 8} y={y + 22} className={styles['figure']}>
        {entry ? `${standing === 'guessed' ? '~' : ''}${entry.figure}` : ''}
      </text>
    </g>
  )
}

function Place({
  name,
  place,
  state,
  stripes,
  truth,
  flag,
}: {
  name: string
  place: PlaceId
  state: State
  stripes: string
  truth: number | null
  flag: boolean
}) {
  const { x, y } = placeAt[place]
  const standing = standingOf(state.table, place, state.week)
  const radius = topOf(state, place)
  return (
    <g transform={`translate(${x} ${y})`} className={styles['place']} data-standing={standing}>
      <circle r={radius} className={styles['ground']} />
      <circle r={radius} className={styles['people']} fill={standing === 'guessed' ? stripes : undefined} />
      {truth === null ? null : <circle r={radiusOf(truth)} className={styles['truth']} />}
      {flag ? <path d="M12 6V-13M12-13L24-9.500 12-6z" className={styles['flag']} /> : null}
      <text y={4} className={styles['letter']}>
        {place.toUpperCase()}
      </text>
      <text y={Math.max(radius, truth === null ? 0 : radiusOf(truth)) + 11} className={styles['placeName']}>
        {name}
      </text>
    </g>
  )
}
