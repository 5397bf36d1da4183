import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import type { Leg, Run } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { degrees, responseText } from './describe.ts'
import styles from './run-result.module.css'

/** All that the picture shows, step by step, for people who do not see it and for those who like to compare. */
export function RunTable({ words, run, beside }: { words: Words; run: Run; beside: { name: string; run: Run } | null }) {
  const t = (key: string, values = {}) => say(words.messages, key, values)
  return (
    <details className={styles['fold']}>
      <summary className={fold['summary']}>{t('table_title')}</summary>
      <table className={parts['table']}>
        <caption>{t('table_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table_step')}</th>
            <th scope="col">{t('you')}</th>
            <th scope="col">{t('other')}</th>
            {beside ? <th scope="col">{t('table_beside', { name: beside.name })}</th> : null}
          </tr>
        </thead>
        <tbody>
          {run.legs.map((leg, index) => {
            const old = beside?.run.legs[index]?.state
            return (
              <tr key={leg.at}>
                <th scope="row">{stepText(leg)}</th>
                <td>{degrees(leg.state.own)}</td>
                <td>{degrees(leg.state.other)}</td>
                {old ? <td>{t('table_pair', { own: degrees(old.own), other: degrees(old.other) })}</td> : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )

  function stepText({ kind, moment }: Leg): string {
    if (moment === null) return t(`table_${kind}`)
    if (kind === 'happened') return `${moment + 1}. ${t(`${run.world.moments[moment]!.id}_name`)}`
    return t('table_responded', { response: responseText(words, run.plan[moment]!, moment) })
  }
}
