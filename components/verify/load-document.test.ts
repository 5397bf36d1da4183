import { describe, expect, it } from 'vitest'
import { type FetchBytes, Unreachable } from './fetch-bytes.ts'
import type { KeptDocument, KeptDocuments } from './kept-documents.ts'
import { loader } from './load-document.ts'

const url = 'https://ground.example/.well-known/did.json'

function fakeKept(): KeptDocuments & { rows: Map<string, KeptDocument> } {
  const rows = new Map<string, KeptDocument>()
  return {
    rows,
    read: async (one) => rows.get(one),
    write: async (one) => void rows.set(one.url, one),
    count: async () => rows.size,
  }
}
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
const answer =
  (status: number, text: string): FetchBytes =>
  async (one) => ({ url: one, status, type: '', bytes: bytes(text) })
const silence: FetchBytes = async (one) => {
  throw new Unreachable(one)
}

describe('loader', () => {
  it('takes what the site says now, and keeps it once it was found good', async () => {
    const kept = fakeKept()
    const documents = loader(answer(200, '{"a":1}'), kept, () => 5000)
    expect(await documents.load(url)).toEqual({ document: { a: 1 }, fetchedAt: 5000, fresh: true })
    expect(kept.rows.size).toBe(0)
    documents.keep(url)
    documents.keep('https://other.example/')
    await documents.written()
    expect(kept.rows.size).toBe(1)
    expect(kept.rows.get(url)).toEqual({ url, document: { a: 1 }, fetchedAt: 5000 })
  })
  it.each([
    ['nobody answers', silence],
    ['the site fails', answer(503, 'busy')],
    ['somebody else answers', answer(200, '<html>Welcome to the hotel</html>')],
    ['the site sends to another', async () => ({ url: 'https://evil.example/did.json', status: 200, type: '', bytes: bytes('{"a":2}') })],
    ['another site says that there is nothing', async () => ({ url: 'https://evil.example/', status: 404, type: '', bytes: bytes('') })],
  ] as [string, FetchBytes][])('takes what was kept, with its time, where %s', async (_, fetchBytes) => {
    const kept = fakeKept()
    await kept.write({ url, document: { a: 1 }, fetchedAt: 5000 })
    expect(await loader(fetchBytes, kept, () => 9000).load(url)).toEqual({ document: { a: 1 }, fetchedAt: 5000, fresh: false })
    expect(kept.rows.get(url)?.fetchedAt).toBe(5000)
    await expect(loader(fetchBytes, fakeKept(), () => 9000).load(url)).rejects.toThrow()
  })
  it('believes a site that says that there is nothing', async () => {
    const kept = fakeKept()
    await kept.write({ url, document: { a: 1 }, fetchedAt: 5000 })
    await expect(loader(answer(404, '{}'), kept, () => 9000).load(url)).rejects.toThrow()
  })
  it('works where the browser keeps nothing', async () => {
    const broken: KeptDocuments = {
      read: () => Promise.reject(new Error('private window')),
      write: () => Promise.reject(new Error('private window')),
      count: () => Promise.reject(new Error('private window')),
    }
    const documents = loader(answer(200, '[]'), broken, () => 1)
    expect(await documents.load(url)).toMatchObject({ document: [], fresh: true })
    documents.keep(url)
    await documents.written()
    await expect(loader(silence, broken, () => 1).load(url)).rejects.toThrow(Unreachable)
  })
  it('stops, and keeps nothing more, when it is told to', async () => {
    const kept = fakeKept()
    await kept.write({ url, document: { a: 1 }, fetchedAt: 5000 })
    const stop = new AbortController()
    let told: AbortSignal | undefined
    const fetching: FetchBytes = async (one, limits) => {
      told = limits?.signal
      return answer(200, '{"a":2}')(one)
    }
    const documents = loader(fetching, kept, () => 9000, stop.signal)
    await documents.load(url)
    expect(told).toBe(stop.signal)
    stop.abort()
    documents.keep(url)
    await documents.written()
    expect(kept.rows.get(url)?.fetchedAt).toBe(5000)
    await expect(documents.load('https://ground.example/other')).rejects.toThrow()
  })
  it('asks once for the same, however often it is wanted', async () => {
    let count = 0
    const load = loader(
      async () => {
        count++
        return { url, status: 200, type: '', bytes: bytes('{}') }
      },
      fakeKept(),
      () => 1,
    ).load
    await Promise.all([load(url), load(url)])
    await load(url)
    expect(count).toBe(1)
  })
})
