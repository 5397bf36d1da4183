'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { rememberedText, subscribeRemembered } from './remembered.ts'

/**
 * “Sign in”, or the way to one's account for who is signed in on this device. Static pages stay the same for everybody: it is in the
 * browser's own memory, and nothing is asked of the site. Last in its list, so that nothing moves when it changes.
 */
export function AccountLink({
  words,
  start,
  current,
  onFollow,
}: {
  words: { signIn: string; account: string; facilitate: string }
  /** of the addresses of this language: empty, or with a slash before it */
  start: string
  /** the part of the site one is in */
  current: string
  onFollow(link: Element): void
}) {
  const known = useSyncExternalStore(subscribeRemembered, rememberedText, () => '')
  const entry = (page: string, label: string) => (
    <li>
      <Link
        href={`${start}/${page}`}
        prefetch={false}
        aria-current={current === page ? 'true' : undefined}
        onClick={(event) => onFollow(event.currentTarget)}
      >
        {label}
      </Link>
    </li>
  )
  return (
    <>
      {known && !known.includes('"out":true') ? entry('account', words.account) : entry('sign-in', words.signIn)}
      {known.includes('"staff":true') ? entry('facilitate', words.facilitate) : null}
    </>
  )
}
