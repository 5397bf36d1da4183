import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchBytes, Unreachable } from './fetch-bytes.ts'
import type { KeptDocuments } from './kept-documents.ts'
import { largestDocument, loader } from './load-document.ts'

const url = 'https://ground.example/list'
const nothingKept: KeptDocuments = { read: async () => undefined, write: async () => undefined, count: async () => 0 }

/** @param answer what the site sends; never, where there is none */
function site(answer?: string) {
  const ended = vi.fn()
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
    if (answer === undefined)
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          ended()
          reject(signal.reason)
        }),
      )
    const response = new Response(answer, { headers: { 'content-type': 'application/json' } })
    Object.defineProperty(response, 'url', { value: url })
    return response
  })
  return ended
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('fetchBytes', () => {
  it('gives what the site sends, and whose answer it is', async () => {
    site('[1]')
    expect(await fetchBytes(url)).toMatchObject({ url, status: 200, type: 'application/json', bytes: new Uint8Array([91, 49, 93]) })
  })
  it('reads no more than it was allowed', async () => {
    site('1234567')
    await expect(fetchBytes(url, { most: 6 })).rejects.toThrow(Unreachable)
    expect((await fetchBytes(url, { most: 7 })).bytes).toHaveLength(7)
  })
  it('stops when it is told to, also before it began', async () => {
    const ended = site()
    const stop = new AbortController()
    const asking = fetchBytes(url, { signal: stop.signal })
    stop.abort()
    await expect(asking).rejects.toThrow(Unreachable)
    expect(ended).toHaveBeenCalledOnce()
    await expect(fetchBytes(url, { signal: stop.signal })).rejects.toThrow(Unreachable)
    expect(ended).toHaveBeenCalledOnce()
  })
  it('takes no document of an issuer that is larger than any is', async () => {
    const json = (length: number) => JSON.stringify('a'.repeat(length - 2))
    site(json(largestDocument))
    await expect(loader(fetchBytes, nothingKept, () => 1).load(url)).resolves.toMatchObject({ fresh: true })
    site(json(largestDocument + 1))
    await expect(loader(fetchBytes, nothingKept, () => 1).load(url)).rejects.toThrow(Unreachable)
  })
})
