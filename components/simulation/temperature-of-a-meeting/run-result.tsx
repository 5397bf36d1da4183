import type { ReactNode } from 'react'
import { Insight } from '#components/simulation/parts/insight.tsx'
import type { Earlier } from '#components/simulation/parts/kept-run.ts'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { lastState, type Run, summarise } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { areaOf } from './chart-points.ts'
import { type Beside, CompareRuns } from './compare-runs.tsx'
import { degrees, responseText } from './describe.ts'
import styles from './run-result.module.css'

/** The next morning: what was settled and what it cost, what went on working, the idea by its name, and one moment to try again. */
export function RunResult({
  words,
  run,
  insight,
  other,
  beside,
  earlier,
  compare,
  tryAgain,
  children,
}: {
  words: Words
  run: Run
  insight: string
  other: { name: string; run: Run } | null
  beside: Beside
  earlier: Earlier<Plan>
  compare(beside: Beside): void
  /** @param moment counted from 0 */
  tryAgain(moment: number): void
  /** what one can do next */
  children: ReactNode
}) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const { settled, half, own, other: theirs, minutes } = summarise(run)
  const { moments } = run.world
  const { points } = lastState(run)
  return (
    <div className={styles['result']}>
      <dl className={styles['figures']}>
        {(
          [
            [
              'settled',
              settled,
              t('figure_settled', { moments: moments.length }),
              t(half ? 'figure_half' : 'figure_half_none', half ? { count: half } : {}),
            ],
            ['own', degrees(own), t('figure_own'), t('figure_from', { heat: degrees(run.world.own) })],
            ['other', degrees(theirs), t('figure_other'), t('figure_from', { heat: degrees(run.world.other) })],
          ] as const
        ).map(([key, figure, label, note]) => (
          <div key={key} data-figure={key}>
            <dt>{label}</dt>
            <dd>
              <b>{figure}</b>
              <span>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['lead']}>{minutes ? t('minutes_some', { minutes }) : t('minutes_none')}</p>
      <h5>{t('strips_title')}</h5>
      <dl className={styles['strips']}>
        {(['kept', 'left'] as const).map((load) => {
          const most = Math.max(...run.legs.map(({ state }) => state[load]))
          return (
            <div key={load} data-load={load}>
              <dt>{t(load === 'kept' ? 'strip_own' : 'strip_other')}</dt>
              <dd>
                <span className={styles['strip']}>
                  <i style={{ clipPath: areaOf(run.legs, load) }} />
                </span>
                <span>{most ? t('strip_note', { most: degrees(most), last: degrees(lastState(run)[load]) }) : t('strip_nothing')}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      <Insight words={words} text={insight} />
      <h5>{t('points_title')}</h5>
      <p className={styles['lead']}>{t('points_lead')}</p>
      <ol className={styles['points']}>
        {moments.map(({ id }, moment) => {
          const point = points[moment]!
          return (
            <li key={id}>
              <div>
                <b>{t(`point_${id}`)}</b>
                <span>{responseText(words, run.plan[moment]!, moment)}</span>
                <span className={styles['state']} data-state={point}>
                  <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <circle cx="8" cy="8" r="6.5" />
                    {point === 'open' ? null : (
                      <path d={point === 'half' ? 'M8 1.5a6.5 6.5 0 0 0 0 13z' : 'M8 1.5a6.5 6.5 0 0 0 0 13 6.5 6.5 0 0 0 0-13z'} />
                    )}
                  </svg>
                  {t(`state_${point}`)}
                  {point === 'settled' ? `: ${t(`settled_${id}`)}` : null}
                </span>
              </div>
              <Button
                look="quiet"
                aria-label={t('try_again_of', { moment: moment + 1, name: t(`${id}_name`) })}
                onClick={() => tryAgain(moment)}
              >
                {t('try_again')}
              </Button>
            </li>
          )
        })}
      </ol>
      <h5>{t('compare_title')}</h5>
      <CompareRuns words={words} run={run} other={other} beside={beside} earlier={earlier} choose={compare} />
      {children}
    </div>
  )
}
