import styles from '#components/simulation/parts/run-tables.module.css'
import { listOf, type Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { personIds } from '#lib/simulation/who-knows-whom/people.ts'
import { daysWaited } from '#lib/simulation/who-knows-whom/run.ts'
import type { State } from '#lib/simulation/who-knows-whom/step.ts'
import { daysInWeek } from '#lib/simulation/who-knows-whom/world.ts'
import { isOnMap, nameOf, tieWord } from './describe.ts'

/** All that the drawing shows, for people who do not see it and for those who like to compare. */
export function RunTables({ words, state }: { words: Words; state: State }) {
  const { messages } = words
  const t = (key: string, values = {}) => say(messages, key, values)
  return (
    <details className={styles['tables']}>
      <summary className={fold['summary']}>{t('table_title')}</summary>
      <div>
        <table>
          <caption>{t('table_people')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table_person')}</th>
              <th scope="col">{t('table_tie')}</th>
              <th scope="col">{t('table_goodwill')}</th>
              <th scope="col">{t('table_last')}</th>
            </tr>
          </thead>
          <tbody>
            {personIds
              .filter((id) => isOnMap(state, id))
              .map((id) => {
                const tie = state.ties[id]
                const word = t(`tie_${tieWord(tie)}`)
                return (
                  <tr key={id}>
                    <th scope="row">
                      {nameOf(words, id)} <span>{t(`role_${id}`)}</span>
                    </th>
                    <td>{tie.open ? t('table_strength', { tie: word, strength: tie.strength }) : word}</td>
                    <td>{tie.open ? tie.goodwill : t('table_none')}</td>
                    <td>
                      {!tie.open ? t('table_none') : tie.tended === 0 ? t('table_last_start') : t('table_last_week', { week: tie.tended })}
                    </td>
                  </tr>
                )
              })}
          </tbody>
        </table>
        <table>
          <caption>{t('table_needs')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table_need')}</th>
              <th scope="col">{t('table_came')}</th>
              <th scope="col">{t('table_answered')}</th>
              <th scope="col">{t('table_days')}</th>
              <th scope="col">{t('table_path')}</th>
            </tr>
          </thead>
          <tbody>
            {state.needs
              .filter((need) => need.arrives <= state.week + 1)
              .map((need) => (
                <tr key={need.id}>
                  <th scope="row">{t(`need_${need.id}`)}</th>
                  <td>{t('table_week', { week: need.arrives })}</td>
                  <td>
                    {need.days === null
                      ? t('table_open')
                      : t('table_week', { week: need.arrives + Math.floor((need.days - 1) / daysInWeek) })}
                  </td>
                  <td>{daysWaited(need, state.week)}</td>
                  <td>
                    {need.path
                      ? listOf(
                          words,
                          need.path.map((id) => nameOf(words, id)),
                        )
                      : t('table_none')}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
