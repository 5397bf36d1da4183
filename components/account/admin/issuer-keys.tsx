import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'
import { sayDay } from './say-time.ts'

/** Times in milliseconds. */
type Key = { id: string; createdAt: number; retiredAt: number | null }

/** Under which identity certificates are signed, with which key, since when, and what that means for whoever runs the site. */
export function IssuerKeys({
  id,
  keyId,
  keys,
  document,
  messages,
  locale,
}: {
  /** did:web:… or did:key:… */
  id: string
  /** of the key that signs */
  keyId: string
  keys: readonly Key[]
  /** address at which the keys can be read */
  document: string
  messages: Messages
  locale: string
}) {
  const word = (key: string) => say(messages, key)
  const web = id.startsWith('did:web:')
  const now = keys.find((key) => key.id === keyId)
  const others = keys.filter((key) => key.id !== keyId)
  const [before, after] = word('key-rotate').split('{command}')
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{word('identity-is')}</dt>
        <dd>
          <p className={styles['code']}>{id}</p>
          <small>{word(web ? 'identity-web' : 'identity-key')}</small>
        </dd>
      </div>
      {web ? (
        <div>
          <dt>{word('identity-web-keys')}</dt>
          <dd>
            <a className={styles['code']} href={document}>
              {document}
            </a>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{word('key-now')}</dt>
        <dd>
          <p className={styles['code']}>{keyId}</p>
          {now ? <small>{say(messages, 'key-since', { date: sayDay(now.createdAt, locale) })}</small> : null}
          <small>
            {word('key-care')} {before}
            <code className={styles['code']}>npm run admin -- rotate-key</code>
            {after}
          </small>
        </dd>
      </div>
      {others.length > 0 ? (
        <div>
          <dt>{word('keys-before')}</dt>
          <dd>
            <ul>
              {others.map((key) => (
                <li key={key.id}>
                  <span className={styles['code']}>{key.id}</span>
                  <small>
                    {key.retiredAt === null
                      ? say(messages, 'key-since', { date: sayDay(key.createdAt, locale) })
                      : say(messages, 'key-from-to', { from: sayDay(key.createdAt, locale), to: sayDay(key.retiredAt, locale) })}
                  </small>
                </li>
              ))}
            </ul>
            <small>{word('keys-before-why')}</small>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
