import { useMemo } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import { deriveMap } from '#lib/scenario/derive-map.ts'
import type { Replay } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import styles from './story-map.module.css'

const cell = { width: 64, height: 62 }
const margin = 26

/**
 * The scenes as places on a route: the path of this run solid and numbered like the list beside it, all other ways dotted.
 * Places that no run of the learner has come to have no name, so that a second run still has something to find.
 */
export function StoryMap({
  scenario,
  replay,
  been,
  messages,
  locale,
}: {
  scenario: Scenario
  replay: Replay
  /** scenes and endings that any run of the learner passed */
  been: ReadonlySet<string>
  messages: Messages
  locale: string
}) {
  const map = useMemo(() => deriveMap(scenario), [scenario])
  const path = [...replay.steps.map(({ scene }) => scene), replay.ending ?? '']
  const number = new Map(path.map((id, i) => [id, i + 1]))
  const onPath = (from: string, to: string) => path.some((id, i) => id === from && path[i + 1] === to)
  const x = (column: number) => margin + column * cell.width
  const y = (layer: number) => margin + layer * cell.height
  const lines = map.lines.map((line) => ({ ...line, taken: onPath(line.from, line.to) }))
  const counts = { count: replay.steps.length, scenes: scenario.scenes.length, endings: scenario.endings.length }
  return (
    <figure className={styles['figure']}>
      <svg
        className={styles['map']}
        viewBox={`0 0 ${2 * margin + (map.columns - 1) * cell.width} ${2 * margin + (map.layers - 1) * cell.height}`}
        role="img"
        aria-label={say(messages, 'mapLabel', counts, locale)}
      >
        {lines
          .toSorted((a, b) => Number(a.taken) - Number(b.taken))
          .map(({ from, to, points, taken }) => (
            <path
              key={`${from} ${to}`}
              data-taken={taken || undefined}
              d={curve(points.map(({ column, layer }) => [x(column), y(layer)]))}
            />
          ))}
        {map.places.map(({ id, kind, column, layer }) => {
          const state = number.has(id) ? 'here' : been.has(id) ? 'been' : 'unseen'
          return (
            <g key={id} data-state={state} transform={`translate(${x(column)} ${y(layer)})`}>
              {kind === 'ending' ? <Ending state={state} /> : <circle r={state === 'here' ? 14 : state === 'been' ? 8 : 6} />}
              {kind === 'scene' && state === 'here' ? (
                <text dy="0.36em" textAnchor="middle">
                  {number.get(id)}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <figcaption className={styles['key']}>
        <ul>
          <Key text={say(messages, 'mapPath')}>
            <path data-taken d="M1 10h26" />
          </Key>
          <Key text={say(messages, 'mapOther')}>
            <path d="M1 10h26" />
          </Key>
          <Key text={say(messages, 'mapScene')}>
            <g data-state="unseen" transform="translate(14 10)">
              <circle r={6} />
            </g>
          </Key>
          <Key text={say(messages, 'mapEnding')}>
            <g data-state="unseen" transform="translate(14 10)">
              <Ending state="unseen" />
            </g>
          </Key>
          {map.places.some(({ id }) => been.has(id) && !number.has(id)) ? (
            <Key text={say(messages, 'mapSeen')}>
              <g data-state="been" transform="translate(14 10)">
                <circle r={8} />
              </g>
            </Key>
          ) : null}
        </ul>
      </figcaption>
    </figure>
  )
}

/** A flag for a reached ending, an empty diamond for one that waits. */
function Ending({ state }: { state: 'here' | 'been' | 'unseen' }) {
  const r = state === 'here' ? 17 : state === 'been' ? 10 : 8
  return (
    <>
      <path className={styles['ending']} d={`M0 ${-r}L${r} 0 0 ${r} ${-r} 0Z`} />
      {state === 'here' ? <path className={styles['flag']} d="M-4 7V-7L6 -3.5 -4 0" /> : null}
    </>
  )
}

function Key({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li>
      <svg className={styles['map']} viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  )
}

/** Down the page with upright ends, so that lines meet places like roads a junction. */
function curve(points: [number, number][]): string {
  const [first, ...rest] = points
  let [x, y] = first!
  let d = `M${x} ${y}`
  for (const [toX, toY] of rest) {
    const bend = (toY - y) / 2
    d += `C${x} ${y + bend} ${toX} ${toY - bend} ${toX} ${toY}`
    x = toX
    y = toY
  }
  return d
}
