import account from '#components/account/account.module.css'
import type { TroubledLetter } from '#lib/letter/outbox.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { sayUniversal } from './say-time.ts'

/** Letters about accounts that the mail server did not take. */
export function Letters({
  letters,
  count,
  messages,
  locale,
}: {
  letters: readonly TroubledLetter[]
  /** how many there are in all */
  count: number
  messages: Messages
  locale: string
}) {
  return (
    <>
      <ul className={account['rows']}>
        {letters.map(({ id, kind, toAddress, createdAt, over, problem }) => (
          <li key={id}>
            <span>
              <b>
                <bdi>{toAddress}</bdi>
              </b>
              <small>
                {say(messages, over ? 'letter-over' : 'letter-again', {
                  kind: say(messages, `letter-${kind}`),
                  date: sayUniversal(createdAt, locale),
                })}
              </small>
              <small>
                {problem === null ? (
                  say(messages, 'letter-lost')
                ) : (
                  <>
                    {say(messages, 'letter-problem')} <q>{problem}</q>
                  </>
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {count > letters.length ? (
        <p className={account['spaced']}>{say(messages, 'letters-more', { count: letters.length, total: count })}</p>
      ) : null}
    </>
  )
}
