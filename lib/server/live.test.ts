import { type Kysely, sql } from 'kysely'
import { expect, it, onTestFinished, vi } from 'vitest'
import { touchCohortsOf } from '#lib/cohort/touch-store.ts'
import { openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases, newPlace } from '#lib/testing/databases.ts'
import { type Live, makeLive } from './live.ts'

const key = Symbol.for('common-ground.live')

async function addCohort(db: Kysely<Database>, id: string, member?: string): Promise<void> {
  const cohort = {
    id,
    name: id,
    time_zone: 'UTC',
    locale: 'en',
    note: '',
    code: id,
    code_open: 1,
    created_by: 'u',
    created_at: 0,
    version: 0,
  }
  await db
    .insertInto('cohort')
    .values({ ...cohort, starts_on: null, ends_on: null, code_expires_at: null, most_members: null, archived_at: null })
    .execute()
  if (!member) return
  await db
    .insertInto('learner')
    .values({ id: member, created_at: 0, last_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('cohort_member')
    .values({ cohort_id: id, learner_id: member, name: member, email: null, joined_at: 0, ended_at: null, ended_by: null })
    .execute()
}

const versionOf = async (db: Kysely<Database>, id: string) =>
  (await db.selectFrom('cohort').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

/** Listens, and gives each news in turn to who awaits it. */
function ear(live: Live, topic: string) {
  const heard: string[] = []
  let wake = () => {}
  const stop = live.listenTo(topic, (news) => {
    heard.push(news)
    wake()
  })
  onTestFinished(stop)
  return {
    heard,
    stop,
    async next() {
      while (heard.length === 0) await new Promise<void>((done) => (wake = done))
      return heard.shift()!
    },
  }
}

describeDatabases('news', (_open, kind) => {
  async function site(lookEvery = 0) {
    const place = await newPlace(kind)
    const db = await openDatabase(place)
    const other = await openDatabase(place)
    onTestFinished(async () => {
      await Promise.all([db.destroy(), other.destroy()])
    })
    const url = 'url' in place ? place.url : ''
    const live = makeLive({ open: async () => db, url, lookEvery })
    const elsewhere = makeLive({ open: async () => other, url, lookEvery })
    Reflect.set(globalThis, key, live)
    onTestFinished(() => void Reflect.deleteProperty(globalThis, key))
    return { db, other, live, elsewhere }
  }

  it('goes to those who listen to its topic, until they stop', async () => {
    const { live } = await site()
    const a = ear(live, 'cohort:a')
    const b = ear(live, 'cohort:b')
    live.announce('cohort:a')
    expect(await a.next()).toBe('cohort:a')
    expect(b.heard).toEqual([])
    a.stop()
    live.announce('cohort:a')
    live.announce('cohort:b')
    expect(await b.next()).toBe('cohort:b')
    expect(a.heard).toEqual([])
  })

  it('reaches the others also where one listener fails', async () => {
    const { live } = await site()
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(
      live.listenTo('cohort:a', () => {
        throw new Error('not today')
      }),
    )
    const a = ear(live, 'cohort:a')
    live.announce('cohort:a')
    expect(await a.next()).toBe('cohort:a')
    expect(told).toHaveBeenCalledOnce()
    told.mockRestore()
  })

  it('comes from another server too', async () => {
    const { db, other, live, elsewhere } = await site(20)
    await addCohort(db, 'a', 'amal')
    const a = ear(live, 'cohort:a')
    await live.ready()
    await other.transaction().execute((trx) => touchCohortsOf(trx, 'amal'))
    expect(await a.next()).toBe('cohort:a')
    await other.updateTable('cohort').set({ version: 9 }).execute()
    elsewhere.announce('cohort:a')
    expect(await a.next()).toBe('cohort:a')
  })

  it('of a learner is heard after the commit, by those who watch a cohort they are in now', async () => {
    const { db, live } = await site()
    await addCohort(db, 'now', 'amal')
    await addCohort(db, 'left', 'amal')
    await db.updateTable('cohort_member').set({ ended_at: 1 }).where('cohort_id', '=', 'left').execute()
    await addCohort(db, 'archived', 'amal')
    await db.updateTable('cohort').set({ archived_at: 1 }).where('id', '=', 'archived').execute()
    await addCohort(db, 'other', 'jonas')
    const ears = ['now', 'left', 'archived', 'other'].map((id) => ear(live, `cohort:${id}`))
    const seen: Promise<number>[] = []
    onTestFinished(live.listenTo('cohort:now', () => void seen.push(versionOf(db, 'now'))))
    await live.ready()
    await db.transaction().execute((trx) => touchCohortsOf(trx, 'amal'))
    expect(await ears[0]!.next()).toBe('cohort:now')
    expect(await Promise.all(seen)).toEqual([1])
    expect(await Promise.all(['now', 'left', 'archived', 'other'].map((id) => versionOf(db, id)))).toEqual([1, 0, 0, 0])
    expect(ears.slice(1).flatMap(({ heard }) => heard)).toEqual([])
  })

  it('is not made by what was rolled back', async () => {
    const { db, live } = await site()
    await addCohort(db, 'a', 'amal')
    await addCohort(db, 'b', 'jonas')
    const a = ear(live, 'cohort:a')
    const b = ear(live, 'cohort:b')
    await live.ready()
    const failed = db.transaction().execute(async (trx) => {
      await touchCohortsOf(trx, 'amal')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    await db.transaction().execute((trx) => touchCohortsOf(trx, 'jonas'))
    expect(await b.next()).toBe('cohort:b')
    expect(a.heard).toEqual([])
  })

  it('writes nothing for a learner in no cohort', async () => {
    const { db } = await site()
    await addCohort(db, 'a', 'amal')
    await db.transaction().execute((trx) => touchCohortsOf(trx, 'nobody'))
    expect(await versionOf(db, 'a')).toBe(0)
  })

  it('lets many learners of the same cohorts write at once', async () => {
    const { db, other } = await site()
    const names = Array.from({ length: 12 }, (_, i) => `learner-${i}`)
    for (const cohort of ['b', 'a', 'c']) await addCohort(db, cohort)
    for (const name of names) {
      await db.insertInto('learner').values({ id: name, created_at: 0, last_seq: 0 }).execute()
      const member = { learner_id: name, name, email: null, joined_at: 0, ended_at: null, ended_by: null }
      await db
        .insertInto('cohort_member')
        .values(['a', 'b', 'c'].map((cohort_id) => ({ cohort_id, ...member })))
        .execute()
    }
    await Promise.all(
      names.map((name, i) => (kind === 'sqlite' || i % 2 ? db : other).transaction().execute((trx) => touchCohortsOf(trx, name))),
    )
    expect(await versionOf(db, 'a')).toBe(12)
    expect(await versionOf(db, 'c')).toBe(12)
  })

  if (kind === 'postgresql')
    it('is heard again after the connection was lost, and so is what was missed', async () => {
      const { db, other, live } = await site()
      const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
      await addCohort(db, 'a', 'amal')
      const a = ear(live, 'cohort:a')
      await live.ready()
      const lost = new Promise<void>((done) => warned.mockImplementation(() => done()))
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`.execute(
        db,
      )
      await lost
      await other.transaction().execute((trx) => touchCohortsOf(trx, 'amal'))
      expect(await a.next()).toBe('cohort:a')
      await live.ready()
      await other.transaction().execute((trx) => touchCohortsOf(trx, 'amal'))
      expect(await a.next()).toBe('cohort:a')
      warned.mockRestore()
    })
})
