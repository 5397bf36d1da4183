import { Insight } from '#components/simulation/parts/insight.tsx'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/promise-ledger/plan.ts'
import { type Run, summarise } from '#lib/simulation/promise-ledger/run.ts'
import { AnswerEffects } from './answer-effects.tsx'
import { CompareRuns } from './compare-runs.tsx'
import { trustFigure } from './describe.ts'
import styles from './run-result.module.css'
import { SameWork } from './same-work.tsx'

/** After the last week: what came out, what each answer did, the same work in other words, the idea by its name, another run. */
export function RunResult({ words, run, insight, earlier, own, children }: ResultProps<Run, Plan>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const { delivered, asked, trust } = summarise(run)
  return (
    <div className={styles['result']}>
      <div className={styles['figures']}>
        <p>
          <b>{delivered}</b> <span>{t('result_days', { asked })}</span>
        </p>
        <p>
          <b>{trustFigure(words, trust)}</b> <span>{t('result_trust')}</span>
        </p>
      </div>
      <h5>{t('answers_title')}</h5>
      <AnswerEffects words={words} run={run} />
      <h5>{t('same_title')}</h5>
      <SameWork words={words} run={run} own={own} />
      <Insight words={words} text={insight} />
      <h5>{t('compare_title')}</h5>
      <CompareRuns words={words} run={run} earlier={earlier} own={own} />
      {children}
    </div>
  )
}
