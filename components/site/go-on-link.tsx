'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'

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
  const router = useRouter()
  const href = `${home}#go-on`
  const find = () => import('#components/home/find-place.ts').then(({ findPlace }) => findPlace(outline, home)).catch(() => href)
  return (
    <Link
      href={href}
      prefetch={false}
      onPointerEnter={find}
      onFocus={find}
      onClick={(event) => {
        onFollow(event.currentTarget)
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        find().then((place) => router.push(place))
      }}
    >
      {label}
    </Link>
  )
}
