import { notFound } from 'next/navigation'

/** Any address below a locale that no other page has: the not-found page inside the site's frame. */
export default function UnknownPage() {
  notFound()
}
