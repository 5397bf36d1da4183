import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'
import { sayDay } from './say-time.ts'

/** Times in milliseconds. */
type Key = { id: string; createdAt: number; retiredAt: number | null; revokedAt: number | null }

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
  /** of the key that signs, or of the one that would and was called back */
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
  const nobody = now != null && now.revokedAt !== null
  const others = nobody ? keys : keys.filter((key) => key.id !== keyId)
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
          {nobody ? <p>{word('key-none')}</p> : <p className={styles['code']}>{keyId}</p>}
          {now && !nobody ? <small>{say(messages, 'key-since', { date: sayDay(now.createdAt, locale) })}</small> : null}
          <small>{word('key-care')}</small>
          <small>{withCommand(word('key-rotate'), 'npm run admin -- rotate-key')}</small>
          <small>{withCommand(word('key-stolen'), 'npm run admin -- revoke-key <key>')}</small>
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
                  {key.revokedAt === null ? null : (
                    <small>{say(messages, 'key-called-back', { date: sayDay(key.revokedAt, locale) })}</small>
                  )}
                </li>
              ))}
            </ul>
            {others.some(({ revokedAt }) => revokedAt === null) ? <small>{word('keys-before-why')}</small> : null}
            {others.some(({ revokedAt }) => revokedAt !== null) ? <small>{word('keys-called-back-why')}</small> : null}
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function withCommand(sentence: string, command: string) {
  const [before, after] = sentence.split('{command}')
  return (
    <>
      {before}
      <code className={styles['code']}>{command}</code>
      {after}
    </>
  )
}
