import parts from '#components/simulation/parts/parts.module.css'
import { oneDecimal, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { partnerIds } from '#lib/simulation/follow-one-number/partners.ts'
import { meanLate } from '#lib/simulation/follow-one-number/run.ts'
import type { State } from '#lib/simulation/follow-one-number/step.ts'
import { weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import styles from './run-result.module.css'

/** Each partner's eight reports, side by side: full, striped, dotted. */
export function LateStrips({ words, state }: { words: Words; state: State }) {
  const t = (key: string, values = {}) => say(words.messages, key, values)
  return (
    <>
      <table className={`${parts['table']} ${styles['strips']}`}>
        <caption className="visually-hidden">{t('late_title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table_partner')}</th>
            {Array.from({ length: weeksInRun }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: eight weeks, told apart only by their place
              <th key={index} scope="col">
                <span className="visually-hidden">{t('late_week', { week: index + 1 })}</span>
                <span aria-hidden="true">{index + 1}</span>
              </th>
            ))}
            <th scope="col">{t('late_mean')}</th>
          </tr>
        </thead>
        <tbody>
          {partnerIds.map((id) => (
            <tr key={id}>
              <th scope="row">{t(`partner_${id}`)}</th>
              {state.partners[id].reports.map(({ arrival, chased }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one report for each week
                <td key={index}>
                  <i data-arrival={arrival} data-chased={chased} />
                  <span className="visually-hidden">
                    {t(arrival === 'in-time' ? 'late_in_time' : `late_${arrival}`)}
                    {chased ? `, ${t('late_chased')}` : ''}
                  </span>
                </td>
              ))}
              <td>{oneDecimal(words, meanLate(state, id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['small']}>{t('late_key')}</p>
    </>
  )
}
