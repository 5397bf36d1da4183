import { useMemo } from 'react'
import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { inOtherWords, manners } from '#lib/simulation/promise-ledger/other-words.ts'
import { type Run, runPlan, summarise } from '#lib/simulation/promise-ledger/run.ts'
import { trustFigure } from './describe.ts'
import styles from './run-result.module.css'

/** The run beside itself: the same days of work, said all clearly, and said all vaguely. */
export function SameWork({ words, run, own }: { words: Words; run: Run; own: boolean }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const rows = useMemo(
    () => [
      { key: own ? 'same_own' : 'same_shown', sum: summarise(run) },
      ...manners.map((manner) => ({ key: `same_${manner}`, sum: summarise(runPlan(run.world, inOtherWords(run, manner))) })),
    ],
    [run, own],
  )
  return (
    <table className={`${parts['table']} ${styles['table']}`}>
      <caption>{t('same_lead')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('same_words')}</th>
          <th scope="col">{t('same_delivered')}</th>
          <th scope="col">{t('same_trust')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, sum }) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            <td>{sum.delivered}</td>
            <td>
              <b>{trustFigure(words, sum.trust)}</b>
              <span className={styles['bar']} aria-hidden="true">
                <i style={{ inlineSize: `${sum.trust}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
