import { Insight } from '#components/simulation/parts/insight.tsx'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { oneDecimal } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/who-knows-whom/plan.ts'
import { lastState, type Run, summarise } from '#lib/simulation/who-knows-whom/run.ts'
import { ComparePlans } from './compare-plans.tsx'
import { KindEffects } from './kind-effects.tsx'
import styles from './run-result.module.css'
import { WaitTable } from './wait-table.tsx'

/** After the last week: what came out, what each kind did, the idea by its name, and another plan beside this one. */
export function RunResult({ words, run, insight, earlier, own, children }: ResultProps<Run, Plan>) {
  const t = (key: string, values = {}) => say(words.messages, key, values)
  const state = lastState(run)
  const summary = summarise(state)
  return (
    <div className={styles['result']}>
      <p className={styles['figure']}>
        <b>{oneDecimal(words, summary.mean)}</b> <span>{t('result_mean')}</span>
      </p>
      <p className={styles['lead']}>{t('result_answered', { answered: summary.answered, needs: summary.needs })}</p>
      <WaitTable words={words} caption={t('chart_title')} plans={[{ name: t('table_days'), state }]} />
      <h5>{t('kinds_title')}</h5>
      <KindEffects words={words} run={run} />
      <Insight words={words} text={insight} />
      <h5>{t('compare_title')}</h5>
      <ComparePlans words={words} run={run} earlier={earlier} own={own} />
      {children}
    </div>
  )
}
