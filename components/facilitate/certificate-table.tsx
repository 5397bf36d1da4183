/**
 * Certificates as a table; on a narrow screen each becomes a block. The roles are written out, because a browser forgets them when a
 * row is laid out as anything else than a row.
 */
import Link from 'next/link'
import type { ListedCertificate } from '#lib/cohort/certificate-list.ts'
import { dateOf } from '#lib/credential/describe-achievement.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './certificate-table.module.css'

export function CertificateTable({
  path,
  rows,
  locale,
  messages,
}: {
  /** address of the cohort */
  path: string
  rows: readonly ListedCertificate[]
  locale: Locale
  messages: Messages
}) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className={styles['table']}>
      <caption className="visually-hidden">{say(messages, 'caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['person', 'title', 'issued', 'state', 'page'].map((column) => (
            <th key={column} role="columnheader" scope="col">
              {say(messages, `col-${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, learner, name, written, number, title, issuedAt, state, shared }) => (
          <tr key={id} role="row" data-module={number ?? undefined}>
            <th role="rowheader" scope="row" className={styles['person']}>
              <Link prefetch={false} href={`${path}/learners/${learner}`}>
                <bdi>{name}</bdi>
              </Link>
              {!shared || written === name ? null : <small>{sayWritten(written, messages)}</small>}
            </th>
            <td role="cell" className={styles['title']}>
              {number === null ? <small>{say(messages, 'course')}</small> : <b>{number}</b>} {title}
            </td>
            <td role="cell" className={styles['day']}>
              {dateOf(issuedAt, locale)}
            </td>
            <td role="cell" className={styles[state]}>
              {say(messages, `state-${state}`)}
            </td>
            <td role="cell" className={styles['page']}>
              {shared ? (
                <Link
                  prefetch={false}
                  href={pathFor(locale, `/certificates/${id}`)}
                  aria-label={say(messages, 'open-of', { name: written ?? name, title })}
                >
                  {say(messages, 'open')}
                </Link>
              ) : (
                <span>{say(messages, 'not-shared')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

/** The name stands in a piece of its own, so that its direction does not turn the words around it. */
function sayWritten(written: string | null, messages: Messages) {
  if (written === null) return say(messages, 'written-none')
  const [before, after] = say(messages, 'written', { name: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <bdi>{written}</bdi>
      {after}
    </>
  )
}
