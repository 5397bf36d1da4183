'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { rememberedText, subscribeRemembered } from './remembered.ts'

/**
 * “Sign in”, or the name of who is signed in on this device. Static pages stay the same for everybody: the name is in the browser's own
 * memory, and nothing is asked of the site.
 */
export function AccountLink({
  words,
  start,
  current,
  onFollow,
}: {
  words: { signIn: string; facilitate: string }
  start: string
  /** the part of the site one is in */
  current: string
  onFollow(link: Element): void
}) {
  const text = useSyncExternalStore(subscribeRemembered, rememberedText, () => '')
  const { name, staff } = text ? JSON.parse(text) : {}
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
      {staff ? entry('facilitate', words.facilitate) : null}
      {name ? entry('account', name) : entry('sign-in', words.signIn)}
    </>
  )
}
