import Link from 'next/link'
import type { ReactNode } from 'react'
import account from '#components/account/account.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'

type Place = 'people' | 'certificates' | 'issuer' | 'log'

/** The head of the pages of administration, with the way between them. */
export function AdminFrame({
  current,
  messages,
  locale,
  children,
}: {
  current: Place
  messages: Messages
  locale: Locale
  children: ReactNode
}) {
  const place = (page: Place, path: string) => (
    <Link href={pathFor(locale, path)} prefetch={false} aria-current={page === current ? 'page' : undefined}>
      {say(messages, `nav-${page}`)}
    </Link>
  )
  return (
    <div className={account['page']}>
      <h1>{say(messages, 'title')}</h1>
      <nav className={account['places']} aria-label={say(messages, 'places')}>
        {place('people', '/admin')}
        {place('certificates', '/admin/certificates')}
        {place('issuer', '/admin/issuer')}
        {place('log', '/admin/log')}
        <Link href={pathFor(locale, '/account')} prefetch={false}>
          {say(messages, 'to-account')}
        </Link>
      </nav>
      {children}
    </div>
  )
}
