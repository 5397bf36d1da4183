'use client'
import Link from 'next/link'
import { useSelectedLayoutSegments } from 'next/navigation'
import { AccountLink } from '#components/account/account-link.tsx'
import { Search } from '#components/search/search.tsx'
import { GoOnLink } from './go-on-link.tsx'
import styles from './site-nav.module.css'

/** segments: folders of the pages it stands for; the first is its own, '' is the home page */
export type Place = { href: string; label: string; segments: readonly string[] }

/** Closes the menu it stands in, where it is open as one. The browser gives the focus back to its button. */
const closeMenu = (one: Element) => one.closest<HTMLElement>(':popover-open')?.hidePopover()

/**
 * The ways through the site. One list: beside the name of the site where there is room, and otherwise a sheet at the lower edge, within
 * reach of a thumb, which opens and closes by the browser's own popover.
 */
export function SiteNav({
  places,
  words,
  find,
  home,
}: {
  places: readonly Place[]
  words: { menu: string; nav: string; goOn: string } & Parameters<typeof Search>[0]['words'] & Parameters<typeof AccountLink>[0]['words']
  find: string
  home: string
}) {
  const [section = '', ...below] = useSelectedLayoutSegments().filter((one) => !one.startsWith('('))
  return (
    <>
      <button type="button" className={styles['button']} popoverTarget="site-menu">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M3 6h14M3 10h14M3 14h14" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
        </svg>
        <span className="visually-hidden">{words.menu}</span>
      </button>
      <nav id="site-menu" popover="auto" className={styles['nav']} aria-label={words.nav}>
        <ul className={styles['places']}>
          {places.map(({ href, label, segments }) => (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={segments.includes(section) ? (section === segments[0] && below.length === 0 ? 'page' : 'true') : undefined}
                onClick={(event) => closeMenu(event.currentTarget)}
              >
                {label}
              </Link>
            </li>
          ))}
          <AccountLink words={words} start={home === '/' ? '' : home} current={section} onFollow={closeMenu} />
        </ul>
        <div className={styles['near']}>
          {section === '' ? null : <GoOnLink label={words.goOn} home={home} outline={`${find}/outline.json`} onFollow={closeMenu} />}
          <Search words={words} file={`${find}/search.json`} glossary={`${home === '/' ? '' : home}/glossary`} onOpen={closeMenu} />
        </div>
      </nav>
    </>
  )
}
