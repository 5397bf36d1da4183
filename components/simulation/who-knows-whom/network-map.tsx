'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { coldBelow } from '#lib/simulation/who-knows-whom/find-path.ts'
import { groups, othersTies, type PersonId, people, personIds } from '#lib/simulation/who-knows-whom/people.ts'
import type { Event, State } from '#lib/simulation/who-knows-whom/step.ts'
import { isGroupOnMap, isOnMap, standingOf, tieWord } from './describe.ts'
import { curve, labelOf, mapSize, placeOf, waypoints, youAt } from './map-layout.ts'
import styles from './network-map.module.css'

/**
 * The drawing. It is a picture with a name; whoever cannot see it has the sentence beside it, the tables and, through
 * `children`, one native radio group laid over the people.
 *
 * @param news events of the week just played: their answers travel along the ties
 */
export function NetworkMap({
  words,
  state,
  news = [],
  selected = null,
  summary,
  children,
}: {
  words: Words
  state: State
  news?: readonly Event[]
  selected?: PersonId | null
  summary: string
  children?: ReactNode
}) {
  const { messages } = words
  const answers = news.filter((event) => event.type === 'answered')
  return (
    <div className={styles['map']} data-moving={news.length > 0 || undefined} dir="ltr">
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="img" aria-label={summary}>
        <g className={styles['sea']}>
          <path d="M0 396q14-7 28 0t28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0" />
          <path d="M140 378q14-7 28 0t28 0 28 0 28 0" />
        </g>
        {groups.map((group) => {
          const known = isGroupOnMap(state, group)
          return (
            <g key={`${group}-${known}`} className={known ? styles['region'] : styles['unknown']}>
              {known ? <Region group={group} /> : null}
              <text x={labelOf[group].x} y={known ? labelOf[group].y : labelOf[group].y + 30}>
                {say(messages, known ? `group_${group}` : 'unknown_land')}
              </text>
            </g>
          )
        })}
        <g className={styles['others']}>
          {othersTies
            .filter(([a, b]) => isOnMap(state, a) && isOnMap(state, b))
            .map(([a, b]) => (
              <path key={`${a}-${b}`} d={curve(placeOf[a], placeOf[b])} />
            ))}
        </g>
        {personIds
          .filter((id) => state.ties[id].open)
          .map((id) => {
            const { strength } = state.ties[id]
            return (
              <path
                key={id}
                d={curve(youAt, placeOf[id])}
                className={strength < coldBelow ? styles['cold'] : styles['tie']}
                style={{
                  strokeWidth: strength < coldBelow ? 1.4 : 0.9 + strength / 20,
                  opacity: strength < coldBelow ? 0.75 : 0.45 + strength / 180,
                }}
              />
            )
          })}
        {people
          .filter(({ id }) => isOnMap(state, id))
          .map(({ id }) => (
            <g key={id} className={styles[standingOf(state, id)]} data-tie={tieWord(state.ties[id])}>
              {selected === id ? <circle className={styles['chosen']} cx={placeOf[id].x} cy={placeOf[id].y} r="15" /> : null}
              <circle cx={placeOf[id].x} cy={placeOf[id].y} r="8.5" />
              <text x={placeOf[id].x} y={placeOf[id].y + 21}>
                {say(messages, `short_${id}`)}
              </text>
            </g>
          ))}
        <g className={styles['you']}>
          <circle cx={youAt.x} cy={youAt.y} r="15" />
          <text x={youAt.x} y={youAt.y + 4}>
            {say(messages, 'you')}
          </text>
        </g>
        <Flags state={state} />
        {answers.map((event, index) => (
          <Traveller
            key={`${state.week}-${event.need}`}
            along={waypoints([...event.path.map((id) => placeOf[id]).toReversed(), youAt])}
            seconds={0.5 + 0.5 * event.path.length}
            after={0.4 + 0.35 * index}
          />
        ))}
      </svg>
      {children}
    </div>
  )
}

/** An answer on its way along the ties; nothing where somebody wants no movement, since the report says the same. */
function Traveller({ along, seconds, after }: { along: readonly { x: number; y: number }[]; seconds: number; after: number }) {
  const dot = useRef<SVGCircleElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it travels once
  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const places = along.map(({ x, y }, index) => ({ transform: `translate(${x}px, ${y}px)`, opacity: index < along.length - 1 ? 1 : 0 }))
    const journey = dot.current?.animate(places, { duration: seconds * 1000, delay: after * 1000 })
    return () => journey?.cancel()
  }, [])
  return <circle ref={dot} r="4.5" className={styles['news']} />
}

/** A region is drawn like high ground on a map: two lines around the places where its people stand. */
function Region({ group }: { group: (typeof groups)[number] }) {
  const members = people.filter((person) => person.group === group).map(({ id }) => placeOf[id])
  const d = `M${members.map(({ x, y }) => `${x} ${y + 5}`).join('L')}Z`
  return (
    <>
      <path d={d} className={styles['shore']} />
      <path d={d} className={styles['ground']} />
      <path d={d} className={styles['shore']} data-inner="" />
      <path d={d} className={styles['ground']} data-inner="" />
    </>
  )
}

/** Open questions stand in a row above you; an answered one stands with the person who knew. */
function Flags({ state }: { state: State }) {
  const numbered = state.needs.map((need, index) => ({ ...need, number: index + 1 }))
  const open = numbered.filter((need) => need.arrives <= state.week + 1 && need.days === null)
  const answered = numbered.filter((need) => need.days !== null)
  const held = new Map<PersonId, number>()
  return (
    <>
      {answered.map((need) => {
        const holder = need.path?.at(-1)
        if (!holder) return null
        const before = held.get(holder) ?? 0
        held.set(holder, before + 1)
        return <Flag key={need.id} number={need.number} x={placeOf[holder].x + 7 + before * 13} y={placeOf[holder].y - 5} look="answered" />
      })}
      {open.map((need, index) => (
        <Flag key={need.id} number={need.number} x={youAt.x - (open.length * 13) / 2 + index * 13} y={youAt.y - 16} look="open" />
      ))}
    </>
  )
}

function Flag({ number, x, y, look }: { number: number; x: number; y: number; look: 'open' | 'answered' }) {
  return (
    <g className={styles['flag']} data-look={look} transform={`translate(${x} ${y})`}>
      <path className={styles['pole']} d="M0 0V-17" />
      <path className={styles['cloth']} d="M0-17h11l-2 4.5 2 4.5H0z" />
      <text x="4.6" y="-9.6">
        {number}
      </text>
    </g>
  )
}
