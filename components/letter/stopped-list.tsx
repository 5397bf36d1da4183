/** Addresses that get no letters: whose, why, since when, and what a facilitator can do about it. */
import { Act } from '#components/facilitate/act.tsx'
import facilitate from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import type { StoppedAddress } from '#lib/letter/outbox.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './letter.module.css'

export function StoppedList({
  cohort,
  stopped,
  closed,
  date,
  messages,
  common,
}: {
  cohort: string
  stopped: readonly StoppedAddress[]
  closed: boolean
  date: (at: number) => string
  messages: Messages
  common: Messages
}) {
  const bounced = stopped.some(({ reason }) => reason === 'bounced')
  const asked = stopped.some(({ reason }) => reason === 'unsubscribed')
  return (
    <>
      <div className={styles['advice']}>
        {bounced ? <p className={facilitate['soft']}>{say(messages, 'stopped-do-bounced')}</p> : null}
        {asked ? <p className={facilitate['soft']}>{say(messages, 'stopped-do')}</p> : null}
      </div>
      <ul className={facilitate['rows']}>
        {stopped.map(({ address, name, reason, detail, at }) => (
          <li key={address}>
            <div className={facilitate['what']}>
              <bdi>{name || address}</bdi>
              {name ? <small>{address}</small> : null}
              <small>
                {say(messages, reason === 'bounced' ? 'stopped-bounced' : 'stopped-unsubscribed')} · {date(at)}
              </small>
              {reason === 'bounced' && detail ? (
                <small className={styles['problem']}>{say(messages, 'problem', { problem: detail })}</small>
              ) : null}
            </div>
            {reason === 'bounced' && !closed ? (
              <div className={facilitate['does']}>
                <Act
                  method="PUT"
                  path={`/api/cohorts/${cohort}/letters/addresses`}
                  body={{ address }}
                  label={say(messages, 'stopped-allow')}
                  name={say(messages, 'stopped-allow-of', { address })}
                  messages={pick(common)}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
