import parts from '#components/simulation/parts/parts.module.css'
import { oneDecimal, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { daysWaited, type Summary, summarise } from '#lib/simulation/who-knows-whom/run.ts'
import type { State } from '#lib/simulation/who-knows-whom/step.ts'
import { daysInWeek, weeksInRun } from '#lib/simulation/who-knows-whom/world.ts'
import { FlagMark } from './flag-mark.tsx'
import styles from './wait-table.module.css'

const longest = weeksInRun * daysInWeek

/**
 * Days to an answer, question by question, for one plan or for two side by side: a table whose cells are also bars on
 * one scale. The first plan's bars are full, the second's hatched; an open question ends without an edge.
 */
export function WaitTable({ words, caption, plans }: { words: Words; caption: string; plans: readonly { name: string; state: State }[] }) {
  const { messages, locale } = words
  const needs = plans[0]!.state.needs
  return (
    <table className={`${parts['table']} ${styles['waits']}`} data-plans={plans.length}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say(messages, 'table_need')}</th>
          {plans.map(({ name }) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need, index) => (
          <tr key={need.id}>
            <th scope="row">
              <FlagMark number={index + 1} />
              {say(messages, `need_${need.id}`)}
            </th>
            {plans.map(({ name, state }, plan) => {
              const found = state.needs[index]!
              const days = daysWaited(found, state.week)
              return (
                <td key={name}>
                  <span
                    className={styles['bar']}
                    data-plan={plan}
                    data-open={found.days === null}
                    style={{ inlineSize: `${(days / longest) * 100}%` }}
                  />
                  <span className={styles['days']}>
                    {say(messages, found.days === null ? 'chart_open' : 'chart_days', { count: days }, locale)}
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {plans.length > 1 ? (
        <tfoot>
          <tr>
            <th scope="row">{say(messages, 'compare_mean')}</th>
            {plans.map(({ name, state }) => (
              <td key={name}>
                <Mean words={words} summary={summarise(state)} />
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

function Mean({ words, summary }: { words: Words; summary: Summary }) {
  return (
    <>
      <b>{say(words.messages, 'compare_mean_days', { days: oneDecimal(words, summary.mean) })}</b>
      <span className={styles['answered']}>
        {say(words.messages, 'compare_answered', { answered: summary.answered, needs: summary.needs })}
      </span>
    </>
  )
}
