import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import 'fake-indexeddb/auto'
import { createDeviceLog } from './device-log.ts'
import type { Ask } from './exchange.ts'
import { indexed } from './indexed.ts'
import { chooseCopy, type Synced, syncCopies } from './private-copies.ts'
import { unionOf } from './union-of.ts'

/** As the real one promises: off until chosen, a copy replaced only by who has seen what it replaces. */
function fakeSite() {
  const rows = new Map<string, { value: unknown; version: number }>()
  const site: { since: number | null; rows: typeof rows; down: number; ask: Ask } = {
    since: 1,
    rows,
    down: 0,
    ask: (async (method, path, body) => {
      if (site.down > 0 && site.down-- > 0) return { ok: false, code: 'offline' }
      if (path === '/api/private') {
        const copies = [...rows].map(([key, { version }]) => ({ key, version, updatedAt: version }))
        return { ok: true, value: { since: site.since, copies: site.since === null ? [] : copies } }
      }
      if (method === 'GET') {
        const row = rows.get(decodeURIComponent(path.split('=')[1]!))
        return row
          ? { ok: true, value: { ...structuredClone(row), updatedAt: row.version } }
          : { ok: false, code: 'not_found', status: 404 }
      }
      const { key, value, over } = structuredClone(body) as { key: string; value: unknown; over: number }
      if ((rows.get(key)?.version ?? 0) !== over) return { ok: false, code: 'newer_copy', status: 409 }
      rows.set(key, { value, version: over + 1 })
      return { ok: true, value: { version: over + 1 } }
    }) as Ask,
  }
  return site
}

const device = (name: string) => createDeviceLog(indexed(name))
const clashesOf = (synced: Synced) => (synced.ok && synced.on ? synced.clashes : [])
const note = (text: string) => ({ version: 1, text, title: 'A lesson', at: 1 })
const key = 'notes/networking/lessons/hello'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('private copies', () => {
  it('send nothing where they are off', async () => {
    const site = fakeSite()
    site.since = null
    const one = device('one')
    await one.savePrivate(key, note('mine'))
    expect(await syncCopies(one, site.ask)).toEqual({ ok: true, on: false })
    expect(site.rows.size).toBe(0)
  })
  it('carry what was written, changed and erased from one device to another, and leave out what lessons ask in private', async () => {
    const site = fakeSite()
    const [one, two] = [device('one'), device('two')]
    await one.savePrivate(key, note('first'))
    await one.savePrivate('networking/lessons/hello#own', 'only here')
    await syncCopies(one, site.ask)
    expect([...site.rows.keys()]).toEqual([key])
    await syncCopies(two, site.ask)
    expect(two.privateValue(key)).toEqual(note('first'))
    await two.savePrivate(key, note('second'))
    await syncCopies(two, site.ask)
    await syncCopies(one, site.ask)
    expect(one.privateValue(key)).toEqual(note('second'))
    await one.erasePrivate(key)
    await syncCopies(one, site.ask)
    await syncCopies(two, site.ask)
    expect(two.privateValue(key)).toBeUndefined()
    expect(site.rows.get(key)!.value).toBeNull()
  })
  it('show both where two devices changed the same, and keep what is chosen', async () => {
    for (const keep of ['here', 'there'] as const) {
      const site = fakeSite()
      const [one, two] = [device(`one-${keep}`), device(`two-${keep}`)]
      await one.savePrivate(key, note('start'))
      await syncCopies(one, site.ask)
      await syncCopies(two, site.ask)
      await one.savePrivate(key, note('of one'))
      await two.savePrivate(key, note('of two'))
      await syncCopies(one, site.ask)
      const [clash] = clashesOf(await syncCopies(two, site.ask))
      expect(clash).toMatchObject({ key, here: note('of two'), there: note('of one') })
      expect(two.privateValue(key)).toEqual(note('of two'))
      expect(site.rows.get(key)!.value).toEqual(note('of one'))
      expect(clashesOf(await chooseCopy(two, site.ask, clash!, keep))).toEqual([])
      await syncCopies(one, site.ask)
      const chosen = note(keep === 'here' ? 'of two' : 'of one')
      expect([one.privateValue(key), two.privateValue(key), site.rows.get(key)!.value]).toEqual([chosen, chosen, chosen])
    }
  })
  it('begin anew after they were erased on the site', async () => {
    const site = fakeSite()
    const one = device('one')
    await one.savePrivate(key, note('kept'))
    await syncCopies(one, site.ask)
    site.rows.clear()
    site.since = 2
    await syncCopies(one, site.ask)
    expect(site.rows.get(key)).toEqual({ value: note('kept'), version: 1 })
  })
  it('lose no line of a ledger, whatever two devices write and whenever the line fails', async () => {
    let run = 0
    const step = fc.record({ device: fc.nat(1), do: fc.constantFrom('write', 'write', 'sync', 'fail') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const site = fakeSite()
        const devices = [device(`a-${++run}`), device(`b-${run}`)]
        const lines: string[] = []
        const ledger = 'toolkit/commitments'
        for (const one of steps) {
          const log = devices[one.device]!
          if (one.do === 'fail') site.down = 2
          else if (one.do === 'sync') await syncCopies(log, site.ask)
          else {
            await log.ready()
            const now = (log.privateValue(ledger) ?? []) as { id: string }[]
            lines.push(`line-${lines.length}`)
            await log.savePrivate(ledger, [{ id: lines.at(-1)! }, ...now])
          }
        }
        site.down = 0
        for (const log of [...devices, ...devices]) expect(clashesOf(await syncCopies(log, site.ask))).toEqual([])
        const ids = (value: unknown) => ((value ?? []) as { id: string }[]).map(({ id }) => id).sort()
        for (const log of devices) expect(ids(log.privateValue(ledger))).toEqual([...lines].sort())
        expect(ids(site.rows.get(ledger)?.value)).toEqual([...lines].sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('the union of two states', () => {
  it.each([
    [[{ id: 'a' }], [{ id: 'b' }], [{ id: 'a' }, { id: 'b' }]],
    [['a'], ['b', 'a'], ['a', 'b']],
    [null, ['a'], ['a']],
    [
      [{ object: 'm', heading: '', at: 1 }],
      [{ object: 'm', heading: 'x', at: 2 }],
      [
        { object: 'm', heading: '', at: 1 },
        { object: 'm', heading: 'x', at: 2 },
      ],
    ],
    [
      { version: 1, sheets: [{ id: 'a' }] },
      { version: 1, sheets: [{ id: 'b' }] },
      { version: 1, sheets: [{ id: 'a' }, { id: 'b' }] },
    ],
  ])('of %j and %j is all of both', (one, other, all) => {
    expect(unionOf(one, other)).toEqual({ value: all })
  })
  it.each([
    [{ text: 'a' }, { text: 'b' }],
    [{ text: 'a' }, { text: '' }],
    [[{ id: 'a', done: true }], [{ id: 'a', done: false }]],
    [[1], [2]],
    ['a', ['a']],
  ])('of %j and %j is for a person to choose', (one, other) => {
    expect(unionOf(one, other)).toBeNull()
  })
})
