import Link from 'next/link'
import type { ReactNode } from 'react'
import account from '#components/account/account.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'

/** The head of the pages of administration, with the way between them. */
export function AdminFrame({
  current,
  messages,
  locale,
  children,
}: {
  current: 'people' | 'log'
  messages: Messages
  locale: Locale
  children: ReactNode
}) {
  const place = (page: 'people' | 'log', path: string) => (
    <Link href={pathFor(locale, path)} prefetch={false} aria-current={page === current ? 'page' : undefined}>
      {say(messages, `nav-${page}`)}
    </Link>
  )
  return (
    <div className={account['page']}>
      <h1>{say(messages, 'title')}</h1>
      <nav className={account['places']} aria-label={say(messages, 'places')}>
        {place('people', '/admin')}
        {place('log', '/admin/log')}
        <Link href={pathFor(locale, '/account')} prefetch={false}>
          {say(messages, 'to-account')}
        </Link>
      </nav>
      {children}
    </div>
  )
}
