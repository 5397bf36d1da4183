'use client'

import { Button } from '#components/ui/button.tsx'
import { confusedPairs, confusionTable, type MixedRound, type Round } from '#lib/activity/mixed-round.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './mixed-round.module.css'

/** Explained in words; the table shows them all. */
const mostPairs = 2

/** The round at a glance: what fitted, which categories were taken for each other, and the cards to go through again. */
export function RoundPicture({
  data,
  round,
  missed,
  again,
  messages,
  locale,
}: {
  data: MixedRound
  round: Round
  missed: readonly string[]
  again(cards: readonly string[]): void
  messages: Messages
  locale: string
}) {
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const table = confusionTable(data, round)
  const pairs = confusedPairs(data, round).slice(0, mostPairs)
  const named = (id: string) => data.categories.find((category) => category.id === id) ?? { id, label: id, cue: '' }
  const total = round.cards.length

  return (
    <div className={styles['picture']}>
      <h4 className={styles['result']}>{t('mixed-round-result', { fitting: total - missed.length, count: total })}</h4>
      <table className={styles['table']}>
        <caption>{t('mixed-round-caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mixed-round-row')}</th>
            {data.categories.map(({ id, label }) => (
              <th key={id} scope="col" className={styles['column']}>
                <span>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {data.categories.map((column) => {
                const count = table.get(id)?.get(column.id) ?? 0
                return (
                  <td key={column.id} data-cell={count === 0 ? 'empty' : column.id === id ? 'fits' : 'confused'}>
                    {count}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {pairs.length === 0 ? (
        <p>{t('mixed-round-none')}</p>
      ) : (
        <ul className={styles['pairs']}>
          {pairs.map(({ a, b, times }) => (
            <li key={`${a} ${b}`}>
              <b>{t('mixed-round-pair', { a: named(a).label, b: named(b).label, count: times })}</b>
              <dl className={styles['cues']}>
                {[named(a), named(b)].map((category) => (
                  <div key={category.id}>
                    <dt>{category.label}</dt>
                    <dd>{category.cue}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['actions']}>
        {missed.length > 0 ? (
          <Button look="primary" onClick={() => again(missed)}>
            {t('mixed-round-again-missed', { count: missed.length })}
          </Button>
        ) : null}
        <Button onClick={() => again(data.cards.map((card) => card.id))}>{t('mixed-round-again', { count: data.cards.length })}</Button>
      </div>
    </div>
  )
}
