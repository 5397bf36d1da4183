/**
 * Lets a page say that it is gone. Next knows pages that are there (200) and pages that are not (404); what was shared once and is not any
 * more is 410 (RFC 9110, 15.5.11), so that search engines and caches forget it. The server asks after the page was made.
 *
 * The page runs in the same process as the server, from a bundle of its own: they meet on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'

type Said = { gone?: true }
const known = globalThis as { [key: symbol]: AsyncLocalStorage<Said> | undefined }
const key = Symbol.for('common-ground.page-status')
const saying = (): AsyncLocalStorage<Said> => (known[key] ??= new AsyncLocalStorage())

/** To be called while a page is made. Outside of a request that is served here it says nothing to anybody. */
export function sayGone(): void {
  const said = saying().getStore()
  if (said) said.gone = true
}

/** Serves one request; where its page says that it is gone, the reply says so, too. */
export function servePage(response: ServerResponse, serve: () => void): void {
  const said: Said = {}
  const { writeHead } = response
  response.writeHead = function head(this: ServerResponse, status: number, ...rest: unknown[]) {
    return Reflect.apply(writeHead, this, [said.gone && status === 200 ? 410 : status, ...rest])
  } as typeof writeHead
  saying().run(said, serve)
}
