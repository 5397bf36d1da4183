'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { useOtherRun } from '#components/simulation/parts/use-other-run.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/promise-ledger/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/promise-ledger/presets.ts'
import { type Run, runPlan, summarise } from '#lib/simulation/promise-ledger/run.ts'
import { days, trustFigure } from './describe.ts'
import { Ledger } from './ledger.tsx'
import styles from './run-result.module.css'

const model = { presets, planOfPreset, runPlan }

/** This run beside another one in the same world: one of the learner's own earlier ones, or a ready-made one. */
export function CompareRuns({ words, run, earlier, own }: Omit<ResultProps<Run, Plan>, 'insight' | 'children'>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const beside = useOtherRun(words, model, run.world, earlier, presets[0])
  const mine = t(own ? 'compare_yours' : 'compare_shown')
  const { name, run: other } = beside
  const [a, b] = [summarise(run), summarise(other)]
  return (
    <>
      <CompareWith words={words} own={own} beside={beside} />
      <p role="status" className={styles['verdict']}>
        {t('compare_sentence_both', {
          a: mine,
          days_a: days(words, a.delivered),
          trust_a: trustFigure(words, a.trust),
          b: name,
          days_b: days(words, b.delivered),
          trust_b: trustFigure(words, b.trust),
        })}
      </p>
      <Ledger
        words={words}
        runs={[
          { name: mine, run },
          { name, run: other },
        ]}
      />
    </>
  )
}
