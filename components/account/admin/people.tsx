import account from '#components/account/account.module.css'
import type { Role } from '#lib/account/role.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './admin.module.css'
import { PersonTools } from './person-tools.tsx'
import { sayDay } from './say-time.ts'

/** Times in milliseconds. */
type Person = { id: string; name: string; email: string; role: Role; since: number; lastSeen: number | null; twoFactor: boolean }

/** Everybody with an account, staff first. Each opens to what can be done for them. */
export function People({
  people,
  more,
  search,
  own,
  messages,
  locale,
}: {
  people: readonly Person[]
  more: boolean
  search: string
  /** id of the account that looks */
  own: string
  messages: Messages
  locale: string
}) {
  const word = (key: string) => say(messages, key)
  if (people.length === 0) return <p className={account['about']}>{say(messages, 'people-none', { search })}</p>
  return (
    <>
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.id}>
            <details>
              <summary>
                <span>
                  <b>
                    <bdi>{person.name}</bdi>
                    {person.id === own ? ` ${word('you')}` : ''}
                  </b>
                  <small>
                    <bdi>{person.email}</bdi>
                  </small>
                </span>
                <span data-role={person.role}>{word(`role-${person.role}`)}</span>
                <small>
                  {person.lastSeen === null ? word('never-seen') : say(messages, 'seen', { date: sayDay(person.lastSeen, locale) })}
                  {person.twoFactor ? (
                    <span>{word('has-factor')}</span>
                  ) : person.role === 'learner' ? null : (
                    <span>{word('no-factor')}</span>
                  )}
                </small>
              </summary>
              <p className={account['about']}>{say(messages, 'since', { date: sayDay(person.since, locale) })}</p>
              <PersonTools person={person} own={person.id === own} messages={messages} locale={locale} />
            </details>
          </li>
        ))}
      </ul>
      {more ? <p className={account['about']}>{say(messages, 'people-more', { count: people.length }, locale)}</p> : null}
    </>
  )
}
