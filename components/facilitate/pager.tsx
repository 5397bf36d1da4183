/** From one page of a long list to the next. */
import Link from 'next/link'
import { say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import type { Clock } from './say-when.ts'

export function Pager({
  page,
  pages,
  perPage,
  count,
  href,
  clock: { messages, locale },
}: {
  page: number
  pages: number
  perPage: number
  /** of all that fit, over all pages */
  count: number
  href: (page: number) => string
  clock: Clock
}) {
  if (pages === 1) return null
  const from = (page - 1) * perPage + 1
  return (
    <nav className={styles['pages']} aria-label={say(messages, 'pages')}>
      <span>{say(messages, 'page-of', { from, to: Math.min(count, page * perPage), count }, locale)}</span>
      {page > 1 ? (
        <Link prefetch={false} href={href(page - 1)} rel="prev">
          {say(messages, 'page-previous')}
        </Link>
      ) : null}
      {page < pages ? (
        <Link prefetch={false} href={href(page + 1)} rel="next">
          {say(messages, 'page-next')}
        </Link>
      ) : null}
    </nav>
  )
}
