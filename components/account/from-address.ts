/** What stands behind the `?` of a page's address. It came from outside: a word given twice counts as none. Pure. */
import { safeNext } from '#lib/account/addresses.ts'

export type Given = Promise<Record<string, string | string[] | undefined>>

/** Where to go on to: a path of this site, or null. */
export async function nextIn(given: Given): Promise<string | null> {
  return safeNext((await given)['next'])
}

/** The token of a link, or null where the link is not complete. */
export async function tokenIn(given: Given): Promise<string | null> {
  const { token } = await given
  return typeof token === 'string' && /^[\w.~-]{8,2000}$/.test(token) ? token : null
}

/** The same address with the way back in it. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
