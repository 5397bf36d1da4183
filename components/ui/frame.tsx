import Link from 'next/link'
import type { ReactNode } from 'react'
import { SavedState } from '#components/device/saved-state.tsx'
import { SiteNav } from '#components/site/site-nav.tsx'
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
  find,
  children,
}: {
  site: string
  locale: Locale
  messages: Messages
  device: Messages
  /** folder of the files that search and “Go on” fetch */
  find: string
  children: ReactNode
}) {
  const place = (page: string, ...more: string[]) => ({
    href: pathFor(locale, `/${page}`),
    label: say(messages, `nav-${page || 'course'}`),
    segments: [page, ...more],
  })
  const words = {
    menu: say(messages, 'menu'),
    nav: say(messages, 'nav'),
    signIn: say(messages, 'nav-sign-in'),
    account: say(messages, 'nav-account'),
    facilitate: say(messages, 'nav-facilitate'),
    goOn: say(messages, 'go-on'),
    search: say(messages, 'search'),
    close: say(messages, 'search-close'),
    loading: say(messages, 'search-loading'),
    failed: say(messages, 'search-failed'),
    retry: say(messages, 'search-retry'),
  }
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
        <SiteNav
          places={[place('', 'modules', 'primer'), place('review'), place('toolkit'), place('notebook')]}
          words={words}
          find={find}
          home={pathFor(locale, '/')}
        />
        <div className={styles['side']}>
          <SavedState messages={device} locale={locale} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles['footer']}>
        <div className={styles['inner']}>
          <p className={styles['more']}>
            <Link href={pathFor(locale, '/glossary')} prefetch={false}>
              {say(messages, 'nav-glossary')}
            </Link>
            <Link href={pathFor(locale, '/primer')} prefetch={false}>
              {say(messages, 'nav-primer')}
            </Link>
            <Link href={pathFor(locale, '/me')} prefetch={false}>
              {say(messages, 'nav-me')}
            </Link>
            {/* a load of its own: the page may more than others (content-security.ts), and a browser asks that once for each load */}
            <a href={pathFor(locale, '/verify')}>{say(messages, 'nav-verify')}</a>
          </p>
          <p>{say(messages, 'privacy')}</p>
          <p>{say(messages, 'licence')}</p>
        </div>
      </footer>
    </>
  )
}
