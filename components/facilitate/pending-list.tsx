/** Who was invited by address and has not come yet. */
import { say } from '#lib/message/format.ts'
import { Act } from './act.tsx'
import { CopyText } from './copy-text.tsx'
import styles from './facilitate.module.css'
import { pick } from './pick.ts'
import { type Clock, sayAgo } from './say-when.ts'

/** `stopped`: why letters do not go there; null: they do */
type Pending = { id: string; email: string; name: string; invitedAt: number; stopped: 'bounced' | 'unsubscribed' | null }

export function PendingList({
  cohort,
  pending,
  linkOf,
  closed,
  clock,
}: {
  cohort: string
  pending: readonly Pending[]
  /** personal link of an invitation */
  linkOf: (id: string) => string
  /** nothing can be changed */
  closed: boolean
  clock: Clock
}) {
  const { messages, locale } = clock
  const words = pick(messages, 'copied', 'copy-failed')
  const acts = pick(messages)
  const table = pending.map(({ id, name, email }) => [name, email, linkOf(id)].join('\t')).join('\n')
  return (
    <>
      {pending.length > 1 && !closed ? (
        <div className={styles['below']}>
          <CopyText text={table} label={say(messages, 'links-copy', { count: pending.length }, locale)} messages={words} />
        </div>
      ) : null}
      <ul className={styles['rows']}>
        {pending.map(({ id, name, email, invitedAt, stopped }) => (
          <li key={id}>
            <div className={styles['what']}>
              <bdi>{name || email}</bdi>
              <small>
                {name ? `${email} · ` : ''}
                {say(messages, 'pending-since', { when: sayAgo(invitedAt, clock) })}
              </small>
              {stopped === null ? null : <small>{say(messages, stopped === 'bounced' ? 'bounced' : 'stopped')}</small>}
            </div>
            {closed ? null : (
              <div className={styles['does']}>
                <CopyText
                  text={linkOf(id)}
                  label={say(messages, 'pending-link')}
                  name={say(messages, 'pending-link-of', { name: name || email })}
                  look="press"
                  messages={words}
                />
                <Act
                  method="DELETE"
                  path={`/api/cohorts/${cohort}/invitations/${id}`}
                  label={say(messages, 'pending-withdraw')}
                  name={say(messages, 'pending-withdraw-of', { name: name || email })}
                  messages={acts}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
