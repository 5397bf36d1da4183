import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import type { Finding } from './finding.ts'
import { claimedIssuer, dayOf, isGenuine, issuerOf } from './say-finding.ts'
import styles from './verify.module.css'

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** What the certificate says of itself. Plain text only: it is somebody else's. */
export function Says({
  finding,
  messages,
  locale,
  onWhole,
}: {
  finding: Finding
  messages: Messages
  locale: string
  /** verify what is behind this link, too */
  onWhole(link: string): void
}) {
  const { shown, page, whole, code } = finding
  if (!shown) return null
  const word = (key: string) => say(messages, key)
  const genuine = isGenuine(finding)
  const holder = shown.longName ? word('says-holder-long') : (shown.holder ?? word('says-holder-none'))
  return (
    <section className={styles['says']} aria-labelledby="says">
      <h2 id="says">{word('says-title')}</h2>
      {genuine ? null : <p className={styles['warning']}>{word('says-warning')}</p>}
      <dl>
        <Fact name={word('says-holder')}>
          <bdi className={shown.holder ? styles['name'] : undefined}>{holder}</bdi>
        </Fact>
        <Fact name={word('says-achievement')}>
          <bdi>{shown.achievement || '–'}</bdi>
        </Fact>
        <Fact name={word('says-issuer')}>
          <bdi>{issuerOf(finding)}</bdi>
          {claimedIssuer(finding) === issuerOf(finding) ? null : (
            <small>
              <bdi>{say(messages, 'says-issuer-calls', { name: claimedIssuer(finding) })}</bdi>
            </small>
          )}
          {shown.issuer.id && shown.issuer.id !== issuerOf(finding) ? <small>{shown.issuer.id}</small> : null}
        </Fact>
        <Fact name={word('says-day')}>{dayOf(shown.validFrom, locale)}</Fact>
        {shown.validUntil ? <Fact name={word('says-until')}>{dayOf(shown.validUntil, locale)}</Fact> : null}
        {shown.criteria ? (
          <Fact name={word('says-criteria')}>
            {genuine && isAddress(shown.criteria) ? (
              <a href={shown.criteria} rel="noreferrer">
                {word('says-criteria-link')}
              </a>
            ) : (
              <span className={styles['criteria']}>{shown.criteria}</span>
            )}
          </Fact>
        ) : null}
      </dl>
      <p className={styles['actions']}>
        {whole ? <Button onClick={() => onWhole(whole)}>{word('says-whole')}</Button> : null}
        {page && genuine && code !== 'revoked' ? (
          <a href={page} rel="noreferrer">
            {word('says-open')}
          </a>
        ) : null}
      </p>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
