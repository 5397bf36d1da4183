/**
 * Lets a page say that it is gone, or that it cannot be shown now. Next knows pages that are there (200) and pages that are not (404); what
 * was shared once and is not any more is 410 (RFC 9110, 15.5.11), so that search engines and caches forget it; what comes back is 503, so
 * that they do not. The server asks after the page was made.
 *
 * The page runs in the same process as the server, from a bundle of its own: they meet on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

type Said = { status?: 410 | 503 }
const known = globalThis as { [key: symbol]: AsyncLocalStorage<Said> | undefined }
const key = Symbol.for('common-ground.page-status')
const saying = (): AsyncLocalStorage<Said> => (known[key] ??= new AsyncLocalStorage())

/** To be called while a page is made. Outside of a request that is served here it says nothing to anybody. */
export const sayGone = (): void => sayStatus(410)
/** The same for what comes back. */
export const sayUnavailable = (): void => sayStatus(503)

function sayStatus(status: 410 | 503): void {
  const said = saying().getStore()
  if (said) said.status = status
}

/** Serves one request; what its page says of itself, the reply says, too. */
export function servePage(response: ServerResponse, serve: () => void): void {
  const said: Said = {}
  const { writeHead } = response
  response.writeHead = function head(this: ServerResponse, status: number, ...rest: unknown[]) {
    return Reflect.apply(writeHead, this, [status === 200 ? (said.status ?? 200) : status, ...rest])
  } as typeof writeHead
  saying().run(said, serve)
}
