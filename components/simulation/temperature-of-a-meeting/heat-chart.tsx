import type { CSSProperties } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { lengthOfRun, placeOfMoment, type Run } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { breakAfter, momentsInMeeting } from '#lib/simulation/temperature-of-a-meeting/world.ts'
import { across, down, type Line, labelHeights, pathOf } from './chart-points.ts'
import { chartSummary, degrees, heatWord } from './describe.ts'
import styles from './heat-chart.module.css'

const lines: readonly Line[] = ['other', 'own']

/**
 * The two lines: yours solid with round points, Salome's dashed with open squares, each with its name and its heat where it
 * ends. Another run stands behind them, thin. What the picture says, `chartSummary` and the table say in words.
 */
export function HeatChart({
  words,
  run,
  beside,
  now,
  drawnFrom,
}: {
  words: Words
  run: Run
  beside: { name: string; run: Run } | null
  /** the moment the learner is in, counted from 0 */
  now: number | null
  /** legs that were there before: the rest is drawn before the reader's eyes; null: nothing moves */
  drawnFrom: number | null
}) {
  const t = (key: string, values = {}) => say(words.messages, key, values)
  const { legs } = run
  const end = legs.at(-1)!
  const heights = labelHeights(end.state.own, end.state.other, 17)
  const from = drawnFrom === null ? end.at : (legs[drawnFrom - 1]?.at ?? 0)
  return (
    <figure className={styles['chart']}>
      <div className={styles['plot']} aria-hidden="true">
        {[10, 5, 0].map((heat) => (
          <span key={heat} className={styles['level']} style={{ insetBlockStart: `${100 - heat * 10}%` }}>
            {t(heat === 10 ? 'axis_top' : heat === 5 ? 'axis_middle' : 'axis_bottom')}
          </span>
        ))}
        {Array.from({ length: momentsInMeeting }, (_, moment) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: five moments, told apart only by their place
            key={moment}
            className={styles['moment']}
            data-now={moment === now}
            style={{ insetInlineStart: `${across(placeOfMoment(moment))}%` }}
          >
            <b>{moment + 1}</b>
          </span>
        ))}
        {(['break', 'after', 'night'] as const).map((place, index) => (
          <span
            key={place}
            className={styles['moment']}
            data-place={place}
            style={{ insetInlineStart: `${across(index === 0 ? breakAfter + 1 : lengthOfRun - 2 + index)}%` }}
          >
            <b>{t(`axis_${place}`)}</b>
          </span>
        ))}
        {/* a new key draws the new part again */}
        <div
          key={`${run.world.seed}-${legs.length}-${drawnFrom}`}
          className={styles['drawn']}
          data-moves={drawnFrom !== null}
          style={{ '--from': `${across(from)}%` } as CSSProperties}
        >
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {beside ? lines.map((line) => <path key={line} data-line={line} data-old="true" d={pathOf(beside.run.legs, line)} />) : null}
            {lines.map((line) => (
              <path key={line} data-line={line} d={pathOf(legs, line)} />
            ))}
          </svg>
          {lines.map((line) =>
            legs
              .filter(({ kind }) => kind !== 'happened' || end.kind === 'happened')
              .filter((leg) => leg.kind !== 'happened' || leg === end)
              .map(({ at, state }) => (
                <i
                  key={`${line}-${at}`}
                  className={styles['point']}
                  data-line={line}
                  style={{ insetInlineStart: `${across(at)}%`, insetBlockStart: `${down(state[line])}%` }}
                />
              )),
          )}
          {lines.map((line) => (
            <span
              key={line}
              className={styles['name']}
              data-line={line}
              style={{ insetInlineStart: `${across(end.at)}%`, insetBlockStart: `${heights[line]}%` }}
            >
              {t(line === 'own' ? 'you' : 'other')} <b>{degrees(end.state[line])}</b>
            </span>
          ))}
        </div>
      </div>
      <figcaption>
        <p className="visually-hidden">{chartSummary(words, run, beside?.run ?? null)}</p>
        <ul aria-hidden="true" className={styles['legend']}>
          {(['own', 'other'] as const).map((line) => (
            <li key={line} data-line={line}>
              <svg viewBox="0 0 28 10" aria-hidden="true" focusable="false">
                <path d="M0 5H28" data-line={line} />
                {line === 'own' ? <circle cx="14" cy="5" r="4" /> : <rect x="10" y="1" width="8" height="8" />}
              </svg>
              {t('readout', {
                name: t(line === 'own' ? 'you' : 'other'),
                heat: degrees(end.state[line]),
                word: heatWord(words, end.state[line]),
              })}
            </li>
          ))}
          {beside ? <li>{t('legend_beside', { name: beside.name })}</li> : null}
        </ul>
      </figcaption>
    </figure>
  )
}
