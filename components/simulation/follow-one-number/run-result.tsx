import { Insight } from '#components/simulation/parts/insight.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { say } from '#lib/message/format.ts'
import { placeIds } from '#lib/simulation/follow-one-number/partners.ts'
import type { Plan } from '#lib/simulation/follow-one-number/plan.ts'
import { bestPlaces, lastState, type Run, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { standingOf } from '#lib/simulation/follow-one-number/step.ts'
import { needAt, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import { CompareWays } from './compare-ways.tsx'
import { placeNames } from './describe.ts'
import { LateStrips } from './late-strips.tsx'
import styles from './run-result.module.css'

/** After the last week: whom the trucks missed, what was known and what was not, who was late, the idea, another way beside this one. */
export function RunResult({ words, run, insight, earlier, own, children }: ResultProps<Run, Plan>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const state = lastState(run)
  const { missed, reached, possible, places } = summarise(run.world, state)
  const best = bestPlaces(run.world, weeksInRun)
  return (
    <div className={styles['result']}>
      <p className={styles['number']}>
        <b>{missed.toLocaleString(words.locale)}</b> <span>{t(missed > 0 ? 'result_missed' : 'result_missed_none')}</span>
      </p>
      <p className={styles['lead']}>
        {t('result_reached', { reached, possible })}{' '}
        {t('result_trucks', { places: placeNames(words, state.plan), best: placeNames(words, best) })}
      </p>
      <table className={`${parts['table']} ${styles['places']}`}>
        <caption>
          {t('result_places')} <span>{t('result_people', places)}</span>
        </caption>
        <thead>
          <tr>
            {['table_place', 'result_on_table', 'result_really', 'table_truck'].map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placeIds.map((place) => {
            const standing = standingOf(state.table, place, weeksInRun)
            const [went, should] = [state.plan.includes(place), best.includes(place)]
            return (
              <tr key={place} data-standing={standing}>
                <th scope="row">{t(`place_${place}`)}</th>
                <td>
                  <i aria-hidden="true" />
                  {state.table[place]?.figure} <span>{t(`standing_${standing}`)}</span>
                </td>
                <td>{needAt(run.world, place, weeksInRun)}</td>
                <td>{went ? t('result_went') : should ? t('result_should') : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <h5>{t('late_title')}</h5>
      <LateStrips words={words} state={state} />
      <Insight words={words} text={insight} />
      <h5>{t('compare_title')}</h5>
      <CompareWays words={words} run={run} earlier={earlier} own={own} />
      {children}
    </div>
  )
}
