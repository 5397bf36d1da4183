import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import 'fake-indexeddb/auto'
import { keptDocuments } from './kept-documents.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('keptDocuments', () => {
  it('gives back what was written last, also to the next visit', async () => {
    const kept = keptDocuments()
    await kept.write({ url: 'https://a.example', document: { n: 1 }, fetchedAt: 1 })
    await kept.write({ url: 'https://a.example', document: { n: 2 }, fetchedAt: 2 })
    expect(await keptDocuments().read('https://a.example')).toEqual({ url: 'https://a.example', document: { n: 2 }, fetchedAt: 2 })
    expect(await kept.read('https://b.example')).toBeUndefined()
    expect(await kept.count()).toBe(1)
  })
  it('forgets the oldest where there are too many', async () => {
    const kept = keptDocuments()
    for (let i = 0; i < 303; i++) await kept.write({ url: `https://${i}.example`, document: i, fetchedAt: 1000 + i })
    expect(await kept.count()).toBe(300)
    expect(await kept.read('https://2.example')).toBeUndefined()
    expect(await kept.read('https://3.example')).toMatchObject({ document: 3 })
  })
})
