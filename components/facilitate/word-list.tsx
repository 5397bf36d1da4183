/** Who needs a word: each with the reason, one they could be told, and the letter to begin with. */
import Link from 'next/link'
import type { Row } from '#lib/cohort/grid.ts'
import type { Concern } from '#lib/cohort/stuck.ts'
import { say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import { mailLink, mainConcerns, sayConcern } from './say-concern.ts'
import type { Clock } from './say-when.ts'

export type WordOf = {
  row: Row
  cohort: { id: string; name: string }
  /** of that cohort */
  clock: Clock
}

/** the others stand on the learner's own page */
const mostReasons = 2

export function WordList({
  people,
  home,
  titleOf,
  named = false,
  messages,
}: {
  people: readonly WordOf[]
  home: string
  titleOf: (module: string) => string
  /** says of each which cohort they are in */
  named?: boolean
  messages: Clock['messages']
}) {
  return (
    <ul className={`${styles['rows']} ${styles['words']}`}>
      {people.map(({ row, cohort, clock }) => {
        const concerns = mainConcerns(row.concerns)
        return (
          <li key={`${cohort.id}${row.learner}`}>
            <div className={styles['what']}>
              <b>
                <Link prefetch={false} href={`${home}/cohorts/${cohort.id}/learners/${row.learner}`}>
                  <bdi>{row.name}</bdi>
                </Link>
              </b>
              {named ? (
                <small>
                  <bdi>{cohort.name}</bdi>
                </small>
              ) : null}
            </div>
            <div className={styles['why']}>
              {concerns.slice(0, mostReasons).map((one) => (
                <p key={`${one.kind}${one.module}`}>{sayConcern(one, titleOf, clock)}</p>
              ))}
              {concerns.length > mostReasons ? <p>{say(messages, 'word-more', { count: concerns.length - mostReasons })}</p> : null}
            </div>
            <div className={styles['does']}>
              {row.email === null ? (
                <small>{say(messages, 'word-no-address')}</small>
              ) : (
                <a
                  className={styles['press']}
                  href={mailLink({ name: row.name, email: row.email }, titleOf(concerns[0]!.module), clock)}
                  aria-label={say(messages, 'word-write-to', { name: row.name })}
                >
                  {say(messages, 'word-write')}
                </a>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const weight: Record<Concern['kind'], number> = { 'no-attempts': 0, failed: 1, silent: 2 }

/** Who cannot go on at all comes first, then who fails, then who is silent; of each, what is due first. */
export function byConcern(a: Row, b: Row): number {
  const of = ({ concerns }: Row) => Math.min(...concerns.map(({ kind }) => weight[kind]))
  const due = ({ concerns }: Row) => Math.min(...concerns.map((one) => (one.kind === 'silent' ? one.dueAt : Number.MAX_SAFE_INTEGER)))
  return of(a) - of(b) || due(a) - due(b) || (a.name < b.name ? -1 : 1)
}
