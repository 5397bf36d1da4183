import Link from 'next/link'
import account from '#components/account/account.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './admin.module.css'
import issuer from './issuer.module.css'
import { Revoke } from './revoke.tsx'
import { sayDay } from './say-time.ts'

/** Times in milliseconds; `name` is null where its holder shows it to nobody. */
type Listed = { id: string; name: string | null; issuedAt: number; revoked: { at: number; reason: string } | null }

/** Certificates, newest first. Each opens to its page and to what ends it. */
export function Certificates({
  certificates,
  none,
  older,
  messages,
  locale,
}: {
  certificates: readonly Listed[]
  /** why there are none */
  none: string
  /** address of the page after this one; null at the end */
  older: string | null
  messages: Messages
  locale: Locale
}) {
  const word = (key: string) => say(messages, key)
  if (certificates.length === 0) return <p className={`${account['about']} ${account['spaced']}`}>{none}</p>
  return (
    <>
      <ul className={styles['people']}>
        {certificates.map(({ id, name, issuedAt, revoked }) => (
          <li key={id}>
            <details>
              <summary>
                <span>
                  <b>{name === null ? word('no-name') : <bdi>{name}</bdi>}</b>
                  <small className={issuer['number']}>{id}</small>
                </span>
                <span>{revoked ? word('revoked') : null}</span>
                <small>{say(messages, 'issued', { date: sayDay(issuedAt, locale) })}</small>
              </summary>
              <div className={styles['tools']}>
                <Link href={pathFor(locale, `/certificates/${id}`)} prefetch={false}>
                  {word('open')}
                </Link>
                <Revoke
                  number={id}
                  ended={revoked && say(messages, 'revoked-on', { date: sayDay(revoked.at, locale), reason: revoked.reason })}
                  messages={messages}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {older ? (
        <p className={account['more']}>
          <Link href={older} prefetch={false}>
            {word('older')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
