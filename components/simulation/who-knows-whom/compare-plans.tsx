'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { useOtherRun } from '#components/simulation/parts/use-other-run.ts'
import { oneDecimal } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/who-knows-whom/plan.ts'
import { kinds } from '#lib/simulation/who-knows-whom/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/who-knows-whom/presets.ts'
import { lastState, type Run, runPlan, summarise } from '#lib/simulation/who-knows-whom/run.ts'
import styles from './run-result.module.css'
import { WaitTable } from './wait-table.tsx'

const model = { presets, planOfPreset, runPlan }

/** This run beside another plan in the same world: one of the learner's own earlier ones, or a ready-made one. */
export function ComparePlans({ words, run, earlier, own }: Omit<ResultProps<Run, Plan>, 'insight' | 'children'>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const beside = useOtherRun(words, model, run.world, earlier, 'asking')
  const mine = t(own ? 'compare_yours' : 'compare_shown')
  const { name, run: other } = beside
  const difference = summarise(lastState(run)).mean - summarise(lastState(other)).mean
  return (
    <>
      <CompareWith words={words} own={own} beside={beside} />
      <p role="status" className={styles['verdict']}>
        {Math.abs(difference) < 0.05
          ? t('compare_sentence_same')
          : t('compare_sentence_shorter', {
              days: oneDecimal(words, Math.abs(difference)),
              a: difference < 0 ? mine : name,
              b: difference < 0 ? name : mine,
            })}
      </p>
      <WaitTable
        words={words}
        caption={t('chart_title')}
        plans={[
          { name: mine, state: lastState(run) },
          { name, state: lastState(other) },
        ]}
      />
      <table className={parts['table']}>
        <caption>{t('compare_used')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare_kind')}</th>
            <th scope="col">{mine}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind_${kind}`)}</th>
              <td>{countOf(run.plan, kind)}</td>
              <td>{countOf(other.plan, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function countOf(plan: Plan, kind: (typeof kinds)[number]): number {
  return plan.flat().filter((contact) => contact.kind === kind).length
}
