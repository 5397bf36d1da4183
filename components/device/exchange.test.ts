import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import 'fake-indexeddb/auto'
import { createDeviceLog } from './device-log.ts'
import { type Ask, exchange } from './exchange.ts'
import { indexed } from './indexed.ts'
import { idMaker, siblingId } from './make-id.ts'
import type { Reply } from './request.ts'

const ids = idMaker()
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
const renewId = (id: string) => siblingId(id, random(8))
const made = (object: string, at = 1_000): Statement => ({
  id: ids.make(1_000, random(10)),
  verb: 'answered',
  object,
  contentHash: '0123456789ab',
  at,
})

const faults = [
  'none',
  'lost-on-the-way',
  'reply-lost',
  'error',
  'half-acknowledged',
  'duplicated',
  'cookie-lost',
  'log-in-page',
  'refuses-large',
] as const
type Fault = (typeof faults)[number]

/** As the real one promises: one owner for each id, everything stored before it is acknowledged, a learner made where there is no cookie. */
function fakeServer() {
  const owner = new Map<string, string>()
  const logs = new Map<string, Statement[]>()
  const plan: Fault[] = []
  const server = {
    cookie: undefined as string | undefined,
    keepsCookies: true,
    requests: 0,
    plan,
    make,
    ask: ask as Ask,
    of: (): Statement[] => logs.get(server.cookie ?? '') ?? [],
  }
  let guests = 0
  const now = 1_000_000

  function make(statement: Statement, actor: string = server.cookie ?? ''): void {
    owner.set(statement.id, actor)
    logs.set(actor, [...(logs.get(actor) ?? []), statement])
  }
  function post(statements: Statement[], half: boolean) {
    const actor = server.cookie ?? `guest-${++guests}`
    if (server.keepsCookies) server.cookie = actor
    const results = statements.map(({ ...statement }) => {
      if (statement.object === 'nowhere') return { id: statement.id, ok: false as const, code: 'unknown_object' }
      if (statement.at > now) return { id: statement.id, ok: false as const, code: 'clock_wrong' }
      const held = owner.get(statement.id)
      if (held === undefined) make(statement, actor)
      else if (held !== actor) return { id: statement.id, ok: false as const, code: 'id_taken' }
      return { id: statement.id, ok: true as const }
    })
    return { actor, results: half ? results.filter((_, i) => i % 2 === 0) : results }
  }
  function get(since: number) {
    const all = server.of().slice(since, since + 3)
    return { actor: server.cookie ?? null, statements: all, next: since + all.length, more: server.of().length > since + 3 }
  }
  async function ask(method: string, path: string, body?: unknown): Promise<Reply<unknown>> {
    server.requests++
    const fault = plan.shift() ?? 'none'
    if (fault === 'lost-on-the-way') return { ok: false, code: 'offline' }
    if (fault === 'error') return { ok: false, code: 'internal', status: 500 }
    if (fault === 'log-in-page') return { ok: false, code: 'unavailable' }
    if (fault === 'cookie-lost') server.cookie = undefined
    if (method === 'GET')
      return fault === 'reply-lost' ? { ok: false, code: 'offline' } : { ok: true, value: get(Number(path.split('=')[1])) }
    const { statements } = structuredClone(body) as { statements: Statement[] }
    if (fault === 'refuses-large' && statements.length > 1) return { ok: false, code: 'too_large', status: 413 }
    if (fault === 'duplicated') post(statements, false)
    const value = post(statements, fault === 'half-acknowledged')
    return fault === 'reply-lost' ? { ok: false, code: 'offline' } : { ok: true, value }
  }
  return server
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the exchange with the server', () => {
  it('brings each statement to the server exactly once, whatever goes wrong on the way', async () => {
    let run = 0
    const step = fc.oneof(
      fc.record({ do: fc.constant('record' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constant('exchange' as const), faults: fc.array(fc.constantFrom(...faults), { maxLength: 5 }) }),
      fc.record({ do: fc.constant('reload' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const name = `run-${++run}`
        const server = fakeServer()
        let log = createDeviceLog(indexed(name))
        const objects: string[] = []
        for (const step of steps) {
          if (step.do === 'reload') {
            await log.settled()
            log = createDeviceLog(indexed(name))
          } else if (step.do === 'exchange') {
            server.plan.splice(0, Infinity, ...step.faults)
            await exchange(log, server.ask, renewId)
          } else
            for (let i = 0; i < step.count; i++) {
              objects.push(`networking/lessons/a/b-${objects.length}`)
              void log.append(made(objects.at(-1)!))
            }
        }
        server.plan.length = 0
        expect(await exchange(log, server.ask, renewId)).toBe('done')
        expect(await log.unsent()).toEqual([])
        expect(log.status().refused).toEqual([])
        // in the order they were made, none missing, none twice: here, at the server, and after a reload
        expect(log.statements()?.map((statement) => statement.object)).toEqual(objects)
        expect(
          server
            .of()
            .map((statement) => statement.object)
            .sort(),
        ).toEqual([...objects].sort())
        const reloaded = createDeviceLog(indexed(name))
        await reloaded.ready()
        expect(reloaded.statements()).toEqual(log.statements())
        expect(await reloaded.unsent()).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
  it('sends nothing twice when nothing went wrong', async () => {
    const server = fakeServer()
    const log = createDeviceLog(indexed('a'))
    await log.append(made('networking/lessons/a'))
    await exchange(log, server.ask, renewId)
    const before = server.requests
    await exchange(log, server.ask, renewId)
    expect(server.requests).toBe(before + 1)
  })
  it('takes in what another device made and what the server made', async () => {
    const server = fakeServer()
    const log = createDeviceLog(indexed('a'))
    await log.append(made('networking/lessons/a'))
    await exchange(log, server.ask, renewId)
    const others = [
      made('networking/lessons/b'),
      ...Array.from({ length: 6 }, () => ({ ...made('networking/quiz'), verb: 'finished' as const })),
    ]
    for (const statement of others) server.make(statement)
    expect(await exchange(log, server.ask, renewId)).toBe('done')
    expect(log.statements()?.slice(1)).toEqual(others)
    expect(log.status().unsent).toBe(0)
  })
  it('keeps a refused statement, sends its neighbours, and never sends it again', async () => {
    const server = fakeServer()
    const log = createDeviceLog(indexed('a'))
    const good = made('networking/lessons/a')
    await log.append(made('nowhere'))
    await log.append(good)
    expect(await exchange(log, server.ask, renewId)).toBe('done')
    expect(server.of()).toEqual([good])
    expect(log.status()).toMatchObject({ count: 2, refused: ['unknown_object'] })
    const before = server.requests
    await exchange(log, server.ask, renewId)
    expect(server.requests).toBe(before + 1)
  })
  it('refuses alone what makes a whole request impossible', async () => {
    const log = createDeviceLog(indexed('a'))
    const server = fakeServer()
    const bad = made('networking/lessons/bad')
    const all = [made('networking/lessons/a'), bad, made('networking/lessons/c')]
    for (const statement of all) await log.append(statement)
    const choosy: Ask = (method, path, body) =>
      JSON.stringify(body ?? '').includes(bad.id)
        ? Promise.resolve({ ok: false, code: 'malformed', status: 400 })
        : server.ask(method, path, body)
    expect(await exchange(log, choosy, renewId)).toBe('done')
    expect(server.of().map((statement) => statement.id)).toEqual([all[0]!.id, all[2]!.id])
    expect(log.status().refused).toEqual(['malformed'])
  })
  it('sends everything again to a new learner, and forgets what only the server could have made for the old one', async () => {
    const server = fakeServer()
    const log = createDeviceLog(indexed('a'))
    await log.append(made('networking/lessons/a'))
    await exchange(log, server.ask, renewId)
    server.make({ ...made('networking'), verb: 'satisfied' })
    await exchange(log, server.ask, renewId)
    expect(log.statements()).toHaveLength(2)
    server.cookie = undefined
    await log.append(made('networking/lessons/b'))
    expect(await exchange(log, server.ask, renewId)).toBe('done')
    expect(log.statements()?.map(({ object }) => object)).toEqual(['networking/lessons/a', 'networking/lessons/b'])
    expect(
      server
        .of()
        .map(({ object }) => object)
        .sort(),
    ).toEqual(['networking/lessons/a', 'networking/lessons/b'])
    expect(server.cookie).toBe('guest-2')
  })
  it('stops where the browser keeps no cookie, with everything still on the device', async () => {
    const server = fakeServer()
    server.keepsCookies = false
    const log = createDeviceLog(indexed('a'))
    await log.append(made('networking/lessons/a'))
    expect(await exchange(log, server.ask, renewId)).toBe('blocked')
    expect(server.requests).toBeLessThan(8)
    expect(log.status()).toMatchObject({ count: 1, unsent: 1 })
  })
  it('holds back what a wrong clock dated in the future, and sends it once the time has come', async () => {
    const server = fakeServer()
    const log = createDeviceLog(indexed('a'))
    const early = made('networking/lessons/a', 2_000_000)
    await log.append(early)
    await log.append(made('networking/lessons/b'))
    expect(await exchange(log, server.ask, renewId)).toBe('clock')
    expect(server.of()).toHaveLength(1)
    expect(await log.unsent()).toEqual([early])
    expect(log.status().refused).toEqual([])
  })
})
