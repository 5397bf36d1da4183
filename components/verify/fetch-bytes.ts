/** One question to a site, without saying who asks: no cookies, no referrer. Throws `Unreachable` where there is no answer. */

export class Unreachable extends Error {}
export type Fetched = { status: number; type: string; bytes: Uint8Array<ArrayBuffer> }
export type FetchBytes = (url: string) => Promise<Fetched>

/** milliseconds; a slow line gets its time, and whoever waits an answer */
const patience = 20_000
/** bytes: a badge with a large picture in it */
export const largest = 12_000_000

export const fetchBytes: FetchBytes = async (url) => {
  if (!navigator.onLine) throw new Unreachable(url)
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json, application/ld+json, */*;q=0.1' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: await bytesOf(response) }
  } catch {
    throw new Unreachable(url)
  }
}

/** Stops reading where it is too much, whatever the other side said of its length. */
async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    length += next.value.length
    if (length > largest) {
      await reader?.cancel()
      throw new RangeError('too large')
    }
    parts.push(next.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
