import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import 'fake-indexeddb/auto'
import { type Channel, createDeviceLog } from './device-log.ts'
import { acked } from './entry.ts'
import { indexed } from './indexed.ts'
import type { Kept } from './kept.ts'
import { idMaker } from './make-id.ts'

const ids = idMaker()
const statement = (object = 'networking/lessons/with-a-plan/try'): Statement => ({
  id: ids.make(1_000, crypto.getRandomValues(new Uint8Array(10))),
  verb: 'answered',
  object,
  contentHash: '0123456789ab',
  at: 1_000,
})

/** Channels as the tabs of one browser have them: heard by all the others, a moment later. */
function tabs() {
  const heard: ((news: Parameters<Channel['post']>[0]) => void)[] = []
  return (): Channel => {
    let own: (typeof heard)[number] | undefined
    return {
      post: (news) => {
        for (const hear of heard) if (hear !== own) queueMicrotask(() => hear(news))
      },
      listen: (hear) => {
        own = hear
        heard.push(hear)
      },
    }
  }
}

const broken: Kept = {
  load: () => Promise.reject(new Error('no storage here')),
  read: () => Promise.reject(new Error('no storage here')),
  unsent: () => Promise.reject(new Error('no storage here')),
  meta: () => Promise.reject(new Error('no storage here')),
  write: () => Promise.reject(new Error('no storage here')),
  readPrivate: () => Promise.reject(new Error('no storage here')),
  writePrivate: () => Promise.reject(new Error('no storage here')),
  erasePrivate: () => Promise.reject(new Error('no storage here')),
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the device log', () => {
  it('lists what is private under a prefix, and gives the same map while nothing there changed', async () => {
    const log = createDeviceLog(indexed('privates'))
    expect(log.privates('notes/')).toBeNull()
    await log.ready()
    await log.savePrivate('notes/b', { text: 'second' })
    await log.savePrivate('notes/a', { text: 'first' })
    await log.savePrivate('notebook', { text: 'other' })
    const notes = log.privates('notes/')
    expect([...(notes ?? [])]).toEqual([
      ['notes/a', { text: 'first' }],
      ['notes/b', { text: 'second' }],
    ])
    await log.savePrivate('elsewhere', 1)
    expect(log.privates('notes/')).toBe(notes)
    await log.erasePrivate('notes/a')
    expect([...(log.privates('notes/')?.keys() ?? [])]).toEqual(['notes/b'])
    expect(log.privates()?.size).toBe(3)
  })

  it('shows a statement at once and finds it again after a reload', async () => {
    const log = createDeviceLog(indexed('a'))
    await log.ready()
    const made = statement()
    const written = log.append(made)
    expect(log.statements()).toEqual([made])
    expect(log.status()).toMatchObject({ writing: true, unsent: 1 })
    await written
    expect(log.status()).toMatchObject({ writing: false, where: 'device', unsent: 1 })

    const reloaded = createDeviceLog(indexed('a'))
    expect(reloaded.statements()).toBeNull()
    await reloaded.ready()
    expect(reloaded.statements()).toEqual([made])
    expect(await reloaded.unsent()).toEqual([made])
  })
  it('keeps what is recorded before it has been read', async () => {
    const earlier = createDeviceLog(indexed('a'))
    const [first, second] = [statement(), statement()]
    await earlier.append(first)
    const log = createDeviceLog(indexed('a'))
    const written = log.append(second)
    await log.ready()
    await written
    expect(log.statements()).toEqual([first, second])
  })
  it('gives the same list until something under the prefix changes', async () => {
    const log = createDeviceLog(indexed('a'))
    await log.ready()
    await log.append(statement('networking/quiz'))
    const list = log.statements('networking')
    await log.append(statement('networking-two/quiz'))
    expect(log.statements('networking')).toBe(list)
    await log.append(statement('networking'))
    expect(log.statements('networking')).toHaveLength(2)
  })
  it('lets two tabs agree, also on what was delivered and on private words', async () => {
    const tab = tabs()
    const [one, two] = [createDeviceLog(indexed('a'), tab()), createDeviceLog(indexed('a'), tab())]
    await Promise.all([one.ready(), two.ready()])
    const made = statement()
    await one.append(made)
    await vi.waitFor(() => expect(two.statements()).toEqual([made]))
    await two.deliver([{ id: made.id, delivery: acked }])
    await vi.waitFor(() => expect(one.status().unsent).toBe(0))
    await one.savePrivate('networking/reflection', 'mine')
    await vi.waitFor(() => expect(two.privateValue('networking/reflection')).toBe('mine'))
    await two.erasePrivate('networking/reflection')
    await vi.waitFor(() => expect(one.privateValue('networking/reflection')).toBeUndefined())
  })
  it('finds what another tab made even where tabs cannot talk', async () => {
    const [one, two] = [createDeviceLog(indexed('a')), createDeviceLog(indexed('a'))]
    await Promise.all([one.ready(), two.ready()])
    const made = statement()
    await one.append(made)
    expect(await two.unsent()).toEqual([made])
  })
  it('lives in memory where the browser keeps nothing, says so, and does not throw', async () => {
    const log = createDeviceLog(broken)
    await log.ready()
    const made = statement()
    await log.append(made)
    await log.savePrivate('key', 'text')
    await log.note({ cursor: 3 })
    expect(log.statements()).toEqual([made])
    expect(log.privateValue('key')).toBe('text')
    expect(await log.unsent()).toEqual([made])
    expect(await log.meta()).toEqual({ cursor: 3 })
    expect(log.status()).toMatchObject({ loaded: true, where: 'memory', writing: false })
  })
  it('writes what failed before along with the next statement', async () => {
    const kept = indexed('a')
    let full = true
    const log = createDeviceLog({ ...kept, write: (change) => (full ? Promise.reject(new Error('disk full')) : kept.write(change)) })
    await log.ready()
    const [first, second] = [statement(), statement()]
    await log.append(first)
    expect(log.status().where).toBe('memory')
    full = false
    await log.append(second)
    expect(log.status().where).toBe('device')
    expect((await kept.load()).entries.map((entry) => entry.id)).toEqual([first.id, second.id])
  })
  it('does not wait for a database that never opens, and writes everything when it does after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const kept = indexed('a')
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const late: Kept = { ...kept, load: () => opened.then(kept.load), write: (change) => opened.then(() => kept.write(change)) }
    const log = createDeviceLog(late)
    const loading = log.ready()
    await vi.advanceTimersByTimeAsync(5_000)
    await loading
    expect(log.status()).toMatchObject({ loaded: true, where: 'memory' })
    const made = statement()
    const written = log.append(made)
    expect(log.statements()).toEqual([made])
    vi.useRealTimers()
    open()
    await written
    await vi.waitFor(() => expect(log.status()).toMatchObject({ where: 'device', writing: false }))
    expect((await kept.load()).entries).toHaveLength(1)
  })
  it('reports statements the server refused by their codes and does not send them again', async () => {
    const log = createDeviceLog(indexed('a'))
    const made = statement()
    await log.append(made)
    await log.deliver([{ id: made.id, delivery: { state: 'refused', code: 'unknown_object' } }])
    expect(log.status()).toMatchObject({ unsent: 0, refused: ['unknown_object'], count: 1 })
    expect(await log.unsent()).toEqual([])
  })
})
