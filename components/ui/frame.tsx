import Link from 'next/link'
import type { ReactNode } from 'react'
import { SavedState } from '#components/device/saved-state.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './frame.module.css'
import { SiteMark } from './site-mark.tsx'

/** What stands around every page: a way past it, the name of the site, and where one's work is kept. */
export function Frame({
  site,
  locale,
  messages,
  device,
  children,
}: {
  site: string
  locale: Locale
  messages: Messages
  device: Messages
  children: ReactNode
}) {
  return (
    <>
      <a className={styles['skip']} href="#content">
        {say(messages, 'skip')}
      </a>
      <header className={styles['bar']}>
        <Link prefetch={false} className={styles['brand']} href={pathFor(locale, '/')} aria-label={say(messages, 'home', { site })}>
          <SiteMark />
          {site}
        </Link>
        <div className={styles['side']}>
          <SavedState messages={device} locale={locale} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles['footer']}>
        <div className={styles['inner']}>
          <p>{say(messages, 'privacy')}</p>
          <p>{say(messages, 'licence')}</p>
        </div>
      </footer>
    </>
  )
}
