'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { useOtherRun } from '#components/simulation/parts/use-other-run.ts'
import { oneDecimal } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { partnerIds } from '#lib/simulation/follow-one-number/partners.ts'
import { costOf, kinds, type Plan } from '#lib/simulation/follow-one-number/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/follow-one-number/presets.ts'
import { lastState, type Run, runPlan, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import styles from './run-result.module.css'

const model = { presets, planOfPreset, runPlan }

/** This run beside another in the same world: one of the learner's own earlier ones, or a ready-made one. */
export function CompareWays({ words, run, earlier, own }: Omit<ResultProps<Run, Plan>, 'insight' | 'children'>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  // first what the learner has not tried: whoever mostly chased sees explaining
  const opposite = hoursOn(run.plan, 'chase') > hoursOn(run.plan, 'explain') ? 'explain' : 'chase'
  const beside = useOtherRun(words, model, run.world, earlier, opposite)
  const ways = [
    { name: t(own ? 'compare_yours' : 'compare_shown'), run },
    { name: beside.name, run: beside.run },
  ].map((way) => ({ ...way, summary: summarise(run.world, lastState(way.run)) }))
  const [mine, theirs] = [ways[0]!, ways[1]!]
  const people = mine.summary.reached - theirs.summary.reached
  const rows: [string, (way: (typeof ways)[number]) => string][] = [
    ['compare_reached', ({ summary }) => summary.reached.toLocaleString(words.locale)],
    ['compare_missed', ({ summary }) => summary.missed.toLocaleString(words.locale)],
    ['compare_known', ({ summary }) => `${summary.places.known}`],
    ['compare_guessed', ({ summary }) => `${summary.places.guessed}`],
    ['compare_blank', ({ summary }) => `${summary.places.blank}`],
    ['compare_late', ({ summary }) => oneDecimal(words, summary.late)],
    ['compare_hours', (way) => kinds.map((kind) => hoursOn(way.run.plan, kind)).join(', ')],
  ]
  return (
    <>
      <CompareWith words={words} own={own} beside={beside} />
      <p role="status" className={styles['verdict']}>
        {people === 0
          ? t('compare_sentence_same')
          : t('compare_sentence_more', {
              people: Math.abs(people),
              a: (people > 0 ? mine : theirs).name,
              b: (people > 0 ? theirs : mine).name,
            })}{' '}
        {t('compare_sentence_known', { a: mine.summary.places.known, b: theirs.summary.places.known })}
      </p>
      <table className={`${parts['table']} ${styles['weeks']}`}>
        <caption>{t('compare_weeks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare_way')}</th>
            {Array.from({ length: weeksInRun }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: eight weeks, told apart only by their place
              <th key={index} scope="col">
                <span className="visually-hidden">{t('late_week', { week: index + 1 })}</span>
                <span aria-hidden="true">{index + 1}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ways.map((way, index) => (
            <tr key={way.name} data-way={index}>
              <th scope="row">{way.name}</th>
              {inTimeByWeek(way.run).map((count, week) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one count for each week
                <td key={week}>
                  <i style={{ blockSize: `${count * 9}px` }} />
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table className={`${parts['table']} ${styles['figures']}`}>
        <caption>{t('compare_figures')}</caption>
        <thead>
          <tr>
            <td />
            {ways.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              {ways.map((way) => (
                <td key={way.name}>{value(way)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function inTimeByWeek(run: Run): number[] {
  const { partners } = lastState(run)
  return run.weeks.map((_, week) => partnerIds.filter((id) => partners[id].reports[week]!.arrival === 'in-time').length)
}

function hoursOn(plan: Plan, kind: (typeof kinds)[number]): number {
  return plan.flat().filter((deed) => deed.kind === kind).length * costOf(kind)
}
