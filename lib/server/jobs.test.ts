import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { type Job, startJobs, type Timer } from './jobs.ts'

const minute = 60_000

describeDatabases('jobs', (open, _kind, openAgain) => {
  let db: Kysely<Database>
  let other: Kysely<Database>
  let now: number
  let log: string[]
  const clock = () => now
  const noTimer: Timer = { set: () => 0, clear: () => undefined, wait: () => 0 }
  beforeEach(async () => {
    db = await open()
    other = await openAgain()
    now = Date.UTC(2026, 10, 24, 10)
    log = []
  })
  const job = (run: Job['run'], given: Partial<Job> = {}): Job => ({ name: 'letters', every: minute, lasts: 4 * minute, run, ...given })
  const start = (jobs: Job[], server = 'a', of = db) =>
    startJobs(of, jobs, { clock, timer: noTimer, server, report: (name, error) => log.push(`${name}: ${(error as Error).message}`) })
  const held = () => db.selectFrom('job').select(['held_by', 'held_until', 'last_run_at']).executeTakeFirstOrThrow()

  it('run once in their interval, however many servers there are', async () => {
    const noting = (server: string) => job(async () => log.push(server))
    const servers = [start([noting('a')], 'a'), start([noting('b')], 'b', other)]
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(servers.map(({ tick }) => tick()))
      expect(log).toHaveLength(round + 1)
      now += minute
    }
    expect(await held()).toEqual({ held_by: null, held_until: null, last_run_at: now - minute })
  })

  it('never run in two servers at once, also when one takes longer than the interval', async () => {
    const gate = Promise.withResolvers<void>()
    const slow = start([job(() => gate.promise)], 'a')
    const quick = start([job(async () => log.push('b'))], 'b', other)
    const running = slow.tick()
    await expect.poll(async () => (await held().catch(() => null))?.held_by).toBe('a')
    now += 2 * minute
    await quick.tick()
    expect(log).toEqual([])
    gate.resolve()
    await running
    await quick.tick()
    expect(log).toEqual(['b'])
  })

  it('are taken over from a server that died with them', async () => {
    await db
      .insertInto('job')
      .values({ name: 'letters', held_by: 'dead', held_until: now + 4 * minute, last_run_at: now })
      .execute()
    const server = start([job(async () => log.push('a'))])
    now += 4 * minute - 1
    await server.tick()
    expect(log).toEqual([])
    now += 1
    await server.tick()
    expect(log).toEqual(['a'])
  })

  it('that fail are told and come round again, and hold up no other', async () => {
    const bad = job(() => Promise.reject(new Error('no luck')), { name: 'bad' })
    const server = start([bad, job(async () => log.push('good'))])
    await server.tick()
    now += minute
    await server.tick()
    expect(log).toEqual(['bad: no luck', 'good', 'bad: no luck', 'good'])
  })

  it('are asked to hurry and waited for when the server stops; nothing begins after that', async () => {
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    let hurried = false
    const cleared: unknown[] = []
    const first = job(async ({ hurry }) => {
      expect(hurry()).toBe(false)
      begun.resolve()
      await gate.promise
      hurried = hurry()
    })
    const second = job(async () => log.push('second'), { name: 'second' })
    const timer: Timer = { ...noTimer, set: () => 'ticking', clear: (one) => cleared.push(one) }
    const server = startJobs(db, [first, second], { clock, timer, server: 'a' })
    const ticking = server.tick()
    await begun.promise
    const stopped = server.stop().then(() => log.push('stopped'))
    expect(log).toEqual([])
    gate.resolve()
    await Promise.all([ticking, stopped])
    await server.tick()
    expect({ hurried, log, cleared }).toEqual({ hurried: true, log: ['stopped'], cleared: ['ticking'] })
  })

  it('are told to hurry before another server takes them', async () => {
    const seen: boolean[] = []
    const server = start([
      job(async ({ hurry }) => {
        seen.push(hurry())
        now += 3 * minute
        seen.push(hurry())
      }),
    ])
    await server.tick()
    expect(seen).toEqual([false, true])
  })

  it('begin by the timer', async () => {
    let tick = () => {}
    const done = Promise.withResolvers<void>()
    const timer: Timer = {
      ...noTimer,
      set(call, milliseconds) {
        expect(milliseconds).toBe(minute)
        tick = call
        return 0
      },
    }
    startJobs(db, [job(async () => done.resolve())], { clock, timer })
    tick()
    await done.promise
  })

  it('run soon where somebody waits for them, once for many calls, and not in two servers at once', async () => {
    const calls: (() => void)[] = []
    const timer: Timer = { ...noTimer, wait: (call) => calls.push(call) }
    const gate = Promise.withResolvers<void>()
    const waits = async (server: string) => {
      log.push(server)
      if (server === 'a') await gate.promise
    }
    const jobs = (server: string) => [job(() => waits(server))]
    const [a, b] = [startJobs(db, jobs('a'), { clock, timer, server: 'a' }), startJobs(other, jobs('b'), { clock, timer, server: 'b' })]
    await b.tick()
    a.hasten('letters')
    a.hasten('letters')
    a.hasten('nothing of this name')
    expect(calls).toHaveLength(1)
    calls.shift()!()
    await expect.poll(() => log).toEqual(['b', 'a'])
    // while it runs elsewhere it is asked for once more, and then left to the timer
    b.hasten('letters')
    calls.shift()!()
    await expect.poll(() => calls).toHaveLength(1)
    gate.resolve()
    await a.stop()
    calls.shift()!()
    await expect.poll(() => log).toEqual(['b', 'a', 'b'])
    await b.stop()
    b.hasten('letters')
    expect(calls).toEqual([])
  })
})
