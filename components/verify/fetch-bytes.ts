/** One question to a site, without saying who asks: no cookies, no referrer. Throws `Unreachable` where there is no answer. */

export class Unreachable extends Error {}
/** `url`: whose answer it is, after every turn on the way */
export type Fetched = { url: string; status: number; type: string; bytes: Uint8Array<ArrayBuffer> }
/** `most`: bytes, beyond which it is no answer. `signal` ends the asking. */
export type FetchBytes = (url: string, limits?: { most?: number; signal?: AbortSignal }) => Promise<Fetched>

/** milliseconds; a slow line gets its time, and whoever waits an answer */
const patience = 20_000
/** bytes: a badge with a large picture in it */
export const largest = 12_000_000

export const fetchBytes: FetchBytes = async (url, { most = largest, signal } = {}) => {
  if (!navigator.onLine || signal?.aborted) throw new Unreachable(url)
  const asking = new AbortController()
  const end = () => asking.abort()
  const timer = setTimeout(end, patience)
  signal?.addEventListener('abort', end)
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json, application/ld+json, */*;q=0.1' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: asking.signal,
    })
    const type = response.headers.get('content-type') ?? ''
    return { url: response.url, status: response.status, type, bytes: await bytesOf(response, most) }
  } catch {
    throw new Unreachable(url)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

/** Stops reading where it is too much, whatever the other side said of its length. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    length += next.value.length
    if (length > most) {
      await reader?.cancel()
      throw new RangeError('too large')
    }
    parts.push(next.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
