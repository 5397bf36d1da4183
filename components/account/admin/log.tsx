import Link from 'next/link'
import account from '#components/account/account.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './admin.module.css'
import { type Act, sayAct } from './say-act.ts'
import { sayUniversal } from './say-time.ts'

/** Who did what, and when, newest first. */
export function Log({
  entries,
  names,
  older,
  messages,
  locale,
}: {
  /** times in milliseconds */
  entries: readonly (Act & { id: string; at: number; by: string })[]
  /** of accounts and cohorts, by what the log calls them */
  names: ReadonlyMap<string, string>
  /** address of the page before this one; null at the end */
  older: string | null
  messages: Messages
  locale: string
}) {
  const word = (key: string) => say(messages, key)
  if (entries.length === 0) return <p className={account['lead']}>{word('log-empty')}</p>
  return (
    <>
      <table className={styles['log']}>
        <caption className="visually-hidden">{word('log')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('log-when')}</th>
            <th scope="col">{word('log-who')}</th>
            <th scope="col">{word('log-what')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={new Date(entry.at).toISOString()}>{sayUniversal(entry.at, locale)}</time>
              </td>
              <td>
                <bdi>{entry.by}</bdi>
              </td>
              <td>{sayAct(entry, (object) => names.get(object) ?? null, messages)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {older ? (
        <p className={account['more']}>
          <Link href={older} prefetch={false}>
            {word('log-older')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
