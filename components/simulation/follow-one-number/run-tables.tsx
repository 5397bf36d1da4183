import tables from '#components/simulation/parts/run-tables.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { partnerIds, placeIds } from '#lib/simulation/follow-one-number/partners.ts'
import { type State, standingOf } from '#lib/simulation/follow-one-number/step.ts'
import { goodwillStep, reportText, understandingStep } from './describe.ts'

/** All that the drawing shows, for people who do not see it and for those who like to compare. */
export function RunTables({ words, state }: { words: Words; state: State }) {
  const t = (key: string) => say(words.messages, key)
  return (
    <details className={tables['tables']}>
      <summary className={fold['summary']}>{t('table_title')}</summary>
      <div>
        <table>
          <caption>{t('table_partners')}</caption>
          <thead>
            <tr>
              {['table_partner', 'last_report', 'understanding', 'goodwill'].map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partnerIds.map((id) => {
              const { understanding, goodwill, reports } = state.partners[id]
              return (
                <tr key={id}>
                  <th scope="row">{t(`partner_${id}`)}</th>
                  <td>{reportText(words, reports.at(-1))}</td>
                  <td>
                    {t(`understanding_${understandingStep(understanding)}`)} ({understanding})
                  </td>
                  <td>
                    {t(`goodwill_${goodwillStep(goodwill)}`)} ({goodwill})
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <table>
          <caption>{t('table_places')}</caption>
          <thead>
            <tr>
              {['table_place', 'table_figure', 'table_standing', 'table_from', 'table_truck'].map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placeIds.map((place) => {
              const entry = state.table[place]
              return (
                <tr key={place}>
                  <th scope="row">{t(`place_${place}`)}</th>
                  <td>{entry?.figure ?? t('table_none')}</td>
                  <td>{t(`standing_${standingOf(state.table, place, state.week)}`)}</td>
                  <td>{entry?.week ?? t('table_none')}</td>
                  <td>{t(state.plan.includes(place) ? 'table_yes' : 'table_no')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
