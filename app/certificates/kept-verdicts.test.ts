/** A verdict is given again for some seconds, and only while nothing that it rests on has changed. */
import { beforeEach, expect, it } from 'vitest'
import type { Load, VerdictCode } from '#lib/credential/verdict.ts'
import { type KeptVerdicts, keepVerdicts } from './kept-verdicts.ts'

const [keys, list] = ['https://learn.example.org/.well-known/did.json', 'https://learn.example.org/list/1']
let documents: Record<string, unknown>
let checks: number
let verdict: VerdictCode
let kept: KeptVerdicts

const load: Load = async (url) => {
  const document = documents[url]
  if (document === undefined) throw new Error('Not there')
  return { document, fetchedAt: 0, fresh: true }
}
const verify = async (_json: string, given: { load: Load }) => {
  checks++
  await Promise.all([keys, list].map((url) => given.load(url).catch(() => null)))
  return { code: verdict }
}
const ask = (now: number, json = '{"one":1}') => kept(json, { load, now })

beforeEach(() => {
  documents = { [keys]: { key: ['z1'] }, [list]: '{"list":"a"}' }
  checks = 0
  verdict = 'verified'
  kept = keepVerdicts({ verify, lasts: 1000, most: 2 })
})

it('is made once for many who look within a second, also at the same time, and says when that was', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(5000 + i)))
  all.push(await ask(5999))
  expect(new Set(all.map(({ at }) => at))).toEqual(new Set([5000]))
  expect([all.at(-1), checks]).toEqual([{ code: 'verified', at: 5000 }, 1])
  expect([await ask(6000), checks]).toEqual([{ code: 'verified', at: 6000 }, 2])
})

it.each<[string, () => void]>([
  ['the list of what is revoked changes', () => Object.assign(documents, { [list]: '{"list":"b"}' })],
  ['a key comes', () => Object.assign(documents, { [keys]: { key: ['z1', 'z2'] } })],
  ['the list is gone', () => Reflect.deleteProperty(documents, list)],
])('is made anew as soon as %s', async (_what, change) => {
  await ask(5000)
  change()
  verdict = 'revoked'
  expect([await ask(5001), checks]).toEqual([{ code: 'revoked', at: 5001 }, 2])
})

it('is made anew for a credential that was signed anew', async () => {
  await ask(5000)
  verdict = 'altered'
  expect(await ask(5001, '{"one":2}')).toEqual({ code: 'altered', at: 5001 })
  expect(await ask(5002)).toEqual({ code: 'verified', at: 5000 })
})

it('is not given again where something could not be read', async () => {
  const known = documents[list]
  delete documents[list]
  verdict = 'status_unknown'
  expect((await ask(5000)).code).toBe('status_unknown')
  documents[list] = known
  verdict = 'verified'
  expect([await ask(5001), checks]).toEqual([{ code: 'verified', at: 5001 }, 2])
})

it('is kept for so many credentials and no more, the oldest goes first', async () => {
  for (const json of ['a', 'b', 'c']) await ask(5000, json)
  for (const json of ['c', 'b']) await ask(5001, json)
  expect(checks).toBe(3)
  await ask(5001, 'a')
  expect(checks).toBe(4)
})
