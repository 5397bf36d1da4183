import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { GridModule } from '#lib/cohort/grid.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { stopAddress } from './queue-store.ts'
import { writeReminders } from './reminder-store.ts'
import { addressOfToken } from './unsubscribe-token.ts'

const day = 24 * 3_600_000
/** ten o'clock in UTC */
const start = Date.UTC(2026, 10, 24, 10)
const secret = 'a secret of more than thirty-two characters'
const modules: GridModule[] = [
  { slug: 'networking', number: 1, title: 'Networking', short: 'Networking' },
  { slug: 'planning', number: 2, title: 'Planning', short: 'Planning' },
]
const site = { site: 'Common Ground', baseUrl: 'https://learn.example.org', secret, modules }

describeDatabases('reminders', (open, kind, openAgain) => {
  let db: Kysely<Database>
  let now: number
  beforeEach(async () => {
    db = await open()
    now = start
  })
  const run = (of = db) => writeReminders(of, site, { clock: () => now })
  const letters = () => db.selectFrom('letter').selectAll().orderBy('created_at').orderBy('to_address').execute()
  const cohort = (id: string) =>
    db
      .insertInto('cohort')
      .values({
        id,
        name: 'Harda',
        starts_on: null,
        ends_on: null,
        time_zone: 'UTC',
        locale: 'en',
        note: '',
        code: id.toUpperCase(),
        code_open: 1,
        code_expires_at: null,
        most_members: null,
        created_by: 'u',
        created_at: start,
        archived_at: null,
        version: 0,
      })
      .execute()
  const join = async (cohortId: string, learner: string, email: string | null, name = learner) => {
    await db
      .insertInto('learner')
      .values({ id: learner, created_at: start, last_seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const row = { cohort_id: cohortId, learner_id: learner, name, email, joined_at: start - 30 * day, ended_at: null, ended_by: null }
    await db.insertInto('cohort_member').values(row).execute()
  }
  const assign = (cohortId: string, id: string, module: string, dueAt: number, learners: string[] | null = null) =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('assignment')
        .values({
          id,
          cohort_id: cohortId,
          module,
          everyone: learners === null ? 1 : 0,
          position: 0,
          in_order: 0,
          opens_at: null,
          due_at: dueAt,
          pass_mark: null,
          attempts_allowed: null,
          created_by: 'u',
          created_at: start - 30 * day,
          updated_at: start - 30 * day,
          ended_at: null,
        })
        .execute()
      for (const learner_id of learners ?? []) await trx.insertInto('assignment_person').values({ assignment_id: id, learner_id }).execute()
    })
  const satisfy = (actor: string, module: string, at: number) =>
    db
      .insertInto('module_progress')
      .values({
        actor,
        module,
        lessons_done: 5,
        scenario_runs: 0,
        scenario_endings: '[]',
        quiz_attempts: 1,
        best_scaled: 1,
        reached_at: at,
        satisfied_at: at,
        last_at: at,
      })
      .execute()

  it('are written whole, once, with the way out', async () => {
    await cohort('harda')
    await join('harda', 'amal', 'Amal@Example.org', 'Amal Haddad')
    await join('harda', 'bela', null)
    await assign('harda', 'a1', 'networking', start + 2 * day)
    expect(await run()).toBe(1)
    expect(await run()).toBe(0)
    const [letter] = await letters()
    expect(letter).toMatchObject({
      kind: 'due-soon',
      to_address: 'amal@example.org',
      learner_id: 'amal',
      cohort_id: 'harda',
      state: 'waiting',
    })
    expect(letter!.subject).toBe('Due soon: Networking')
    expect(letter!.body).toContain('Hello Amal Haddad,')
    expect(letter!.body).toMatch(/- Networking: by Thursday,? 26 November 2026,? at 10:00 Coordinated Universal Time/)
    const token = /\/unsubscribe\?token=(\S+)/.exec(letter!.body)![1]!
    expect(addressOfToken(token, secret)).toBe('amal@example.org')
    expect(letter!.body).not.toMatch(/\{\w+\}/)
  })

  it('go to one person once a day over all cohorts, by whatever server', async () => {
    // two connections of one process to SQLite would wait for each other without end; two processes do not
    const other = kind === 'postgresql' ? await openAgain() : db
    for (const id of ['one', 'two']) {
      await cohort(id)
      await join(id, `amal-${id}`, 'amal@example.org')
    }
    await assign('one', 'a1', 'networking', start + 2 * day)
    await assign('two', 'a2', 'networking', start - 1)
    const counts = await Promise.all([run(), run(other), run(), run(other)])
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect((await letters()).map(({ kind }) => kind)).toEqual(['overdue'])
    now += day - 1
    expect(await run()).toBe(0)
    now += 1
    expect(await run()).toBe(1)
    expect((await letters()).map(({ kind }) => kind)).toEqual(['overdue', 'due-soon'])
  })

  it('go by what was set for a person rather than for everyone', async () => {
    await cohort('harda')
    await join('harda', 'amal', 'amal@example.org')
    await join('harda', 'bela', 'bela@example.org')
    await assign('harda', 'a1', 'networking', start - 1)
    await assign('harda', 'a2', 'networking', start + 20 * day, ['amal'])
    await run()
    expect((await letters()).map(({ learner_id }) => learner_id)).toEqual(['bela'])
  })

  it('use the address of the account where there is one', async () => {
    await cohort('harda')
    await join('harda', 'amal', 'old@example.org')
    await assign('harda', 'a1', 'networking', start - 1)
    const at = new Date(start).toISOString()
    const account = { id: 'u1', name: 'Amal', email: 'new@example.org', emailVerified: 1, image: null, createdAt: at, updatedAt: at }
    await db
      .insertInto('auth_user')
      .values({ ...account, twoFactorEnabled: 0, role: 'learner' })
      .execute()
    await db.insertInto('account_learner').values({ user_id: 'u1', learner_id: 'amal', linked_at: start }).execute()
    await run()
    expect((await letters()).map(({ to_address }) => to_address)).toEqual(['new@example.org'])
  })

  it('thank who has finished, with the certificate that there is and the way to the one that is not', async () => {
    await cohort('harda')
    await join('harda', 'amal', 'amal@example.org')
    await assign('harda', 'a1', 'networking', start + day)
    await assign('harda', 'a2', 'planning', start + 2 * day)
    await satisfy('amal', 'networking', start - day)
    await satisfy('amal', 'planning', start - 1)
    const certificate = { id: 'c1', actor: 'amal', module: 'networking', name: 'Amal', version: 1, template: 'x', achievement: '{}' }
    await db
      .insertInto('certificate')
      .values({ ...certificate, issued_at: start, updated_at: start })
      .execute()
    await run()
    const [letter] = await letters()
    expect(letter).toMatchObject({ kind: 'finished', subject: 'You have finished Harda' })
    expect(letter!.body).toContain('- Networking: https://learn.example.org/certificates/c1')
    expect(letter!.body).toContain('- Planning: https://learn.example.org/modules/planning')
  })

  it('invite again by the code, and not to a stopped address', async () => {
    await cohort('harda')
    const invited = { cohort_id: 'harda', name: 'Bela', invited_by: 'u', invited_at: start - 4 * day }
    for (const name of ['bela', 'cora'])
      await db
        .insertInto('cohort_invitation')
        .values({
          ...invited,
          id: name,
          email: `${name}@example.org`,
          token_hash: name,
          joined_learner: null,
          joined_at: null,
          withdrawn_at: null,
        })
        .execute()
    await stopAddress(db, { address: 'cora@example.org', reason: 'bounced', detail: '550', now })
    await run()
    expect(await letters()).toMatchObject([{ kind: 'invited', to_address: 'bela@example.org', learner_id: null }])
    expect((await letters())[0]!.body).toContain('https://learn.example.org/join/HARDA?invite=')
  })

  it('are not written for an archived cohort, nor at night', async () => {
    for (const id of ['one', 'two']) {
      await cohort(id)
      await join(id, `amal-${id}`, `${id}@example.org`)
      await assign(id, `a-${id}`, 'networking', start - 1)
    }
    await db.updateTable('cohort').set({ archived_at: start }).where('id', '=', 'one').execute()
    await db.updateTable('cohort').set({ time_zone: 'America/Los_Angeles' }).where('id', '=', 'two').execute()
    expect(await run()).toBe(0)
  })
})
