import type { Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { accountsOf, type Run } from '#lib/simulation/promise-ledger/run.ts'
import { partnerName } from './describe.ts'
import styles from './run-player.module.css'

/** What the lines of the ledger show, week by week, in figures. */
export function TrustTable({ words, run }: { words: Words; run: Run }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const weeks = Array.from({ length: run.weeks.length + 1 }, (_, week) => week)
  return (
    <details className={styles['fold']}>
      <summary className={fold['summary']}>{t('table_title')}</summary>
      <div className={styles['weekly']}>
        <table>
          <caption>{t('table_caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger_partner')}</th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {week}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accountsOf(run).map(({ partner, trust }) => (
              <tr key={partner}>
                <th scope="row">{partnerName(words, partner)}</th>
                {weeks.map((week) => (
                  <td key={week}>{trust[week]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
