/** Who is in the cohort, or was. */
import Link from 'next/link'
import { say } from '#lib/message/format.ts'
import { Act } from './act.tsx'
import styles from './facilitate.module.css'
import { pick } from './pick.ts'
import { type Clock, sayAgo } from './say-when.ts'

type Member = {
  learner: string
  name: string
  email: string | null
  joinedAt: number
  endedAt: number | null
  /** null while they are in */
  ended: 'left' | 'removed' | null
}

export function MemberList({
  cohort,
  path,
  members,
  stopped,
  closed,
  clock,
}: {
  cohort: string
  path: string
  members: readonly Member[]
  /** addresses that get no letters, and why */
  stopped: ReadonlyMap<string, string>
  /** nothing can be changed */
  closed: boolean
  clock: Clock
}) {
  const { messages } = clock
  const acts = pick(messages)
  return (
    <ul className={styles['rows']}>
      {members.map(({ learner, name, email, joinedAt, endedAt, ended }) => {
        const why = email === null ? undefined : stopped.get(email)
        return (
          <li key={learner}>
            <div className={styles['what']}>
              {ended === null ? (
                <Link prefetch={false} href={`${path}/learners/${learner}`}>
                  <bdi>{name}</bdi>
                </Link>
              ) : (
                <bdi>{name}</bdi>
              )}
              <small>
                {email ?? say(messages, 'people-guest')} ·{' '}
                {ended === null
                  ? say(messages, 'people-joined', { when: sayAgo(joinedAt, clock) })
                  : say(messages, `people-${ended}`, { when: sayAgo(endedAt, clock) })}
              </small>
              {why === undefined ? null : <small>{say(messages, why === 'bounced' ? 'bounced' : 'stopped')}</small>}
            </div>
            {closed ? null : ended === null ? (
              <Act
                method="DELETE"
                path={`/api/cohorts/${cohort}/members/${learner}`}
                label={say(messages, 'people-remove')}
                name={say(messages, 'people-remove-name', { name })}
                ask={say(messages, 'people-remove-ask', { name })}
                sure={say(messages, 'people-remove-do')}
                messages={acts}
              />
            ) : ended === 'removed' ? (
              <Act
                method="PUT"
                path={`/api/cohorts/${cohort}/members/${learner}`}
                label={say(messages, 'people-back')}
                name={say(messages, 'people-back-name', { name })}
                messages={acts}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
