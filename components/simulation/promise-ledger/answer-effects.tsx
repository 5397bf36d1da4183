import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { lastState, type Run } from '#lib/simulation/promise-ledger/run.ts'
import { entryOf } from '#lib/simulation/promise-ledger/step.ts'
import { effectOf, partnerName, requestName, saidText, signed } from './describe.ts'
import styles from './run-result.module.css'

/** Request by request: what was said, whether it came, and all the points it brought or cost. */
export function AnswerEffects({ words, run }: { words: Words; run: Run }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const { entries } = lastState(run)
  return (
    <table className={`${parts['table']} ${styles['table']}`}>
      <caption>{t('answers_lead')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('answers_request')}</th>
          <th scope="col">{t('answers_said')}</th>
          <th scope="col">{t('answers_came')}</th>
          <th scope="col">{t('answers_effect')}</th>
        </tr>
      </thead>
      <tbody>
        {run.world.requests.map(({ id, partner, arrives }, request) => {
          const entry = entries[request]
          if (!entry) return null
          const answer = run.plan[arrives - 1]?.answers.find((each) => each.request === request)
          // What was said on the first day: a date that was given later does not make the first words clear.
          const said = answer ? entryOf(run.world, answer) : { reply: entry.reply, clear: false }
          const { end } = entry
          return (
            <tr key={id}>
              <th scope="row">
                {requestName(words, run.world, request)} <span>{partnerName(words, partner)}</span>
              </th>
              <td>{saidText(words, said)}</td>
              <td>
                {end?.how === 'delivered' ? t('came_week', { week: end.week }) : t(end?.how === 'taken-back' ? 'came_back' : 'came_never')}
              </td>
              <td>
                <b>{signed(words, effectOf(run, request))}</b>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
