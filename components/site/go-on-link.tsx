'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type MouseEvent, useState } from 'react'
import styles from './site-nav.module.css'

/**
 * From any page to the exact place one goes on at. Without script, or where the place cannot be found, it leads to the home page, whose
 * own button knows. What finds the place is loaded when somebody is about to press it.
 */
export function GoOnLink({
  label,
  home,
  outline,
  onFollow,
}: {
  label: string
  home: string
  outline: string
  onFollow(link: Element): void
}) {
  const [place, setPlace] = useState<{ href: string; words: string } | null>(null)
  const router = useRouter()
  const find = async () => {
    const { findPlace } = await import('#components/home/find-place.ts')
    const found = await findPlace(outline, home)
    if (found) setPlace(found)
    return found
  }
  const mean = () => void find().catch(() => undefined)

  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    const link = event.currentTarget
    if (place || event.metaKey || event.ctrlKey || event.shiftKey) return onFollow(link)
    event.preventDefault()
    const found = await find().catch(() => null)
    onFollow(link)
    router.push(found?.href ?? `${home}#go-on`)
  }

  return (
    <Link
      className={styles['goOn']}
      href={place?.href ?? `${home}#go-on`}
      prefetch={false}
      onPointerEnter={mean}
      onTouchStart={mean}
      onFocus={mean}
      onClick={follow}
    >
      {label}
      {place ? <span className={styles['where']}>{place.words}</span> : null}
    </Link>
  )
}
