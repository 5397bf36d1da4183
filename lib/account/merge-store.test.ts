import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { DatabaseKind } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { rebuildProjections } from '#lib/progress/store.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { appendServerStatements, readStatements, storeStatements } from '#lib/statement/store.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { idAt, smallCourse, smallRules, someDay } from '#lib/testing/small-course.ts'
import { type Merged, mergeGuest } from './merge-store.ts'
import { newId } from './new-id.ts'
import { isStillGuest, learnerOfUser, linkedLearner } from './who-store.ts'

const options = { now: someDay, course: smallCourse, rules: smallRules }
let made = 0
const newGuest = () => (++made).toString(16).padStart(32, '0')

async function newUser(db: Kysely<Database>): Promise<string> {
  const id = newId()
  const day = new Date(someDay).toISOString()
  const row = { id, name: id, email: `${id}@example.org`, emailVerified: 0, createdAt: day, updatedAt: day, role: 'learner' }
  await db.insertInto('auth_user').values(row).execute()
  return id
}

async function newCohort(db: Kysely<Database>): Promise<string> {
  const id = newId()
  const none = { starts_on: null, ends_on: null, code_expires_at: null, most_members: null, archived_at: null }
  const row = { ...none, id, name: id, time_zone: 'UTC', locale: 'en', note: '', code: id.slice(0, 6), code_open: 1, created_by: 'x' }
  await db
    .insertInto('cohort')
    .values({ ...row, created_at: someDay, version: 0 })
    .execute()
  return id
}

/** Something that somebody does on a device: read a lesson, choose in the scenario, finish a check. */
type Deed = Pick<Statement, 'verb' | 'object' | 'result'> & { byServer: boolean }
const deeds: readonly Deed[] = [
  { verb: 'experienced', object: 'networking/lessons/hello', byServer: false },
  { verb: 'experienced', object: 'networking/lessons/welcome', byServer: false },
  { verb: 'experienced', object: 'listening/lessons/hear', byServer: false },
  { verb: 'chose', object: 'networking/scenario/sc3-n01', result: { choice: 'a' }, byServer: false },
  { verb: 'chose', object: 'networking/scenario/sc3-n01', result: { choice: 'b' }, byServer: false },
  { verb: 'finished', object: 'networking/quiz', result: { success: true, score: { raw: 1, max: 1, scaled: 1 } }, byServer: true },
  { verb: 'finished', object: 'listening/quiz', result: { success: false, score: { raw: 0, max: 1, scaled: 0 } }, byServer: true },
]

type Step =
  | { act: 'do'; device: number; deed: number }
  /** what the device sent as a guest, before it knew that it is signed in */
  | { act: 'late'; device: number; deed: number }
  | { act: 'sign-in'; device: number; account: number }
  /** two at the same moment */
  | { act: 'both'; devices: [number, number]; account: number }
  | { act: 'sign-out'; device: number }
  | { act: 'join'; device: number; cohort: number; ended: boolean }
  | { act: 'certificate'; device: number }

const device = fc.nat(3)
const deed = fc.nat(deeds.length - 1)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('do' as const), device, deed }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('late' as const), device, deed }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('sign-in' as const), device, account: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('both' as const), devices: fc.tuple(device, device), account: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sign-out' as const), device }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('join' as const), device, cohort: fc.nat(1), ended: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('certificate' as const), device }) },
)

/** What somebody has, as it ought to be: an account, or a guest on one device. */
class Owner {
  statements = new Map<string, Deed>()
  certificates = new Set<string>()
  cohorts = new Map<string, { joined: number; open: boolean }>()
  take(other: Owner) {
    for (const [id, one] of other.statements) this.statements.set(id, one)
    for (const id of other.certificates) this.certificates.add(id)
    for (const [id, place] of other.cohorts) this.join(id, place.joined, place.open)
  }
  join(id: string, joined: number, open: boolean) {
    const held = this.cohorts.get(id)
    this.cohorts.set(id, held ? { joined: Math.min(held.joined, joined), open: held.open || open } : { joined, open })
  }
}
type Device = { guest: string; owner: Owner; account: number | null; before: { guest: string; account: number } | null }

/** The world of one run: four devices, two accounts, two cohorts. */
class World {
  readonly devices: Device[] = Array.from({ length: 4 }, () => ({ guest: newGuest(), owner: new Owner(), account: null, before: null }))
  readonly owners = [new Owner(), new Owner()]
  readonly users: string[]
  readonly cohorts: string[]
  readonly db: Kysely<Database>
  #time = someDay
  constructor(db: Kysely<Database>, users: string[], cohorts: string[]) {
    this.db = db
    this.users = users
    this.cohorts = cohorts
  }

  ownerOf({ account, owner }: Device): Owner {
    return account === null ? owner : this.owners[account]!
  }
  async learnerOf({ account, guest }: Device): Promise<string> {
    return account === null ? guest : learnerOfUser(this.db, this.users[account]!, newGuest(), someDay)
  }
  async store(actor: string, n: number): Promise<[string, Deed]> {
    const { byServer, result, ...rest } = deeds[n]!
    const id = idAt(1_000_000 + ++made)
    const one = {
      ...rest,
      id,
      attempt: idAt(2_000_000 + made),
      contentHash: '0123456789ab',
      at: ++this.#time,
      ...(result ? { result } : {}),
    }
    const { attempt: _attempt, ...read } = one
    if (byServer) await this.db.transaction().execute((trx) => appendServerStatements(trx, actor, [one], options))
    else {
      const [stored] = await storeStatements(this.db, actor, [one.verb === 'experienced' ? read : one], options)
      expect(stored).toMatchObject({ ok: true, outcome: 'stored' })
    }
    return [id, deeds[n]!]
  }
  signedIn(at: Device, account: number): void {
    this.owners[account]!.take(at.owner)
    at.before = { guest: at.guest, account }
    at.account = account
    at.owner = new Owner()
  }
  merge(guest: string, account: number): Promise<Merged> {
    return mergeGuest(this.db, guest, this.users[account]!, options)
  }

  async step(step: Step): Promise<void> {
    if (step.act === 'both') {
      const guests = [...new Set(step.devices)].map((n) => this.devices[n]!).filter(({ account }) => account === null)
      await Promise.all(guests.map(({ guest }) => this.merge(guest, step.account)))
      for (const one of guests) this.signedIn(one, step.account)
      return
    }
    const at = this.devices[step.device]!
    if (step.act === 'do') this.ownerOf(at).statements.set(...(await this.store(await this.learnerOf(at), step.deed)))
    if (step.act === 'late' && at.before && at.account === at.before.account) {
      this.ownerOf(at).statements.set(...(await this.store(at.before.guest, step.deed)))
      await this.merge(at.before.guest, at.before.account)
    }
    if (step.act === 'sign-in' && at.account === null) {
      await this.merge(at.guest, step.account)
      this.signedIn(at, step.account)
    }
    // the cookie of a guest whose record is an account's opens nothing for another account
    if (step.act === 'sign-in' && at.before && at.before.account !== step.account)
      expect((await this.merge(at.before.guest, step.account)).outcome).toBe('nothing')
    if (step.act === 'sign-out') Object.assign(at, { guest: newGuest(), owner: new Owner(), account: null, before: null })
    if (step.act === 'join') await this.join(at, this.cohorts[step.cohort]!, step.ended)
    if (step.act === 'certificate') await this.certify(at)
  }

  async join(at: Device, cohort: string, ended: boolean): Promise<void> {
    if (this.ownerOf(at).cohorts.has(cohort)) return
    const learner = await this.learnerOf(at)
    const joined = ++this.#time
    await this.learnerRow(learner)
    const end = { ended_at: ended ? joined + 1 : null, ended_by: ended ? 'self' : null }
    const row = { cohort_id: cohort, learner_id: learner, name: 'A', email: null, joined_at: joined, ...end }
    await this.db.insertInto('cohort_member').values(row).execute()
    this.ownerOf(at).join(cohort, joined, !ended)
  }
  async certify(at: Device): Promise<void> {
    const actor = await this.learnerOf(at)
    await this.learnerRow(actor)
    const id = newId()
    const row = { id, actor, module: 'networking', name: 'A', version: 1, template: 'module', achievement: '{}' }
    const place = { status_list: 1, status_position: ++made }
    await this.db
      .insertInto('certificate')
      .values({
        ...row,
        ...place,
        issued_at: someDay,
        updated_at: someDay,
        credential: `signed ${id}`,
        visibility: 'private',
        shows_name: 0,
        subject: `urn ${id}`,
      })
      .execute()
    const entry = { certificate: id, created_at: someDay, revoked_at: null, revoked_as: null, reason: '' }
    await this.db
      .insertInto('status_entry')
      .values({ ...entry, list: place.status_list, position: place.status_position })
      .execute()
    this.ownerOf(at).certificates.add(id)
  }
  async learnerRow(id: string): Promise<void> {
    const row = { id, created_at: someDay, last_seq: 0 }
    await this.db
      .insertInto('learner')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function projections(db: Kysely<Database>) {
  return {
    progress: await db.selectFrom('module_progress').selectAll().orderBy('actor').orderBy('module').execute(),
    choices: await db.selectFrom('choice_count').selectAll().orderBy('scene').orderBy('choice').execute(),
    responses: await db.selectFrom('item_response_count').selectAll().orderBy('item').orderBy('kind').orderBy('value').execute(),
  }
}

/** Everything that stands under a learner is what its owner has: no less, no more, nothing twice. */
async function expectRecord(db: Kysely<Database>, learner: string, owner: Owner): Promise<void> {
  const { statements } = await readStatements(db, learner, 0)
  const own = statements.filter(({ verb }) => verb !== 'satisfied')
  expect(own.map(({ id }) => id).sort()).toEqual([...owner.statements.keys()].sort())
  expect(statements.map(({ seq }) => seq)).toEqual(statements.map((_, n) => n + 1))
  const row = await db.selectFrom('learner').select('last_seq').where('id', '=', learner).executeTakeFirst()
  expect(row?.last_seq ?? 0).toBe(statements.length)

  const did = [...owner.statements.values()]
  const reached = did.some(({ object, verb }) => verb === 'finished' && object === 'networking/quiz')
  const ended = did.some(({ result }) => Object(result).choice === 'b')
  expect(statements.some(({ verb, object }) => verb === 'satisfied' && object === 'networking')).toBe(reached && ended)

  const certificates = await db.selectFrom('certificate').select('id').where('actor', '=', learner).execute()
  expect(certificates.map(({ id }) => id).sort()).toEqual([...owner.certificates].sort())
  // with what was signed, byte for byte, and with its entry in the status list
  const held = await db
    .selectFrom('certificate')
    .innerJoin('status_entry', (join) =>
      join.onRef('list', '=', 'status_list').onRef('position', '=', 'status_position').onRef('certificate', '=', 'certificate.id'),
    )
    .select(['certificate.id', 'credential', 'visibility', 'shows_name', 'subject'])
    .where('actor', '=', learner)
    .execute()
  expect(held).toHaveLength(owner.certificates.size)
  for (const { id, ...rest } of held)
    expect(rest).toEqual({ credential: `signed ${id}`, visibility: 'private', shows_name: 0, subject: `urn ${id}` })
  const places = await db.selectFrom('cohort_member').selectAll().where('learner_id', '=', learner).execute()
  expect(new Map(places.map((place) => [place.cohort_id, { joined: place.joined_at, open: place.ended_at === null }]))).toEqual(
    owner.cohorts,
  )
}

describeDatabases('a guest’s record and an account’s', (open, kind: DatabaseKind) => {
  it('come together whole and once, whatever the devices did, in whatever order', async () => {
    const db = await open()
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 25 }), async (steps) => {
      const world = new World(db, [await newUser(db), await newUser(db)], [await newCohort(db), await newCohort(db)])
      const seen = [
        { since: 0, ids: [] as string[] },
        { since: 0, ids: [] as string[] },
      ]
      for (const step of steps) {
        await world.step(step)
        // another device of each account asks what is new
        for (const [n, reader] of seen.entries()) {
          const learner = await linkedLearner(db, world.users[n]!)
          if (learner === null) continue
          const page = await readStatements(db, learner, reader.since)
          reader.ids.push(...page.statements.map(({ id }) => id))
          reader.since = page.next
        }
      }
      for (const [n, owner] of world.owners.entries()) {
        const learner = await linkedLearner(db, world.users[n]!)
        if (learner === null) {
          expect(owner.statements.size).toBe(0)
          continue
        }
        await expectRecord(db, learner, owner)
        // a device that asked again and again was told everything, and nothing twice
        const all = (await readStatements(db, learner, 0)).statements.map(({ id }) => id)
        expect([...seen[n]!.ids].sort()).toEqual([...all].sort())
      }
      for (const one of world.devices) {
        if (one.account === null) await expectRecord(db, one.guest, one.owner)
        if (one.account === null) expect(await isStillGuest(db, one.guest)).toBe(true)
        if (one.before) expect(await isStillGuest(db, one.before.guest)).toBe(false)
      }
    })
    await fc.assert(property, { numRuns: 40 })
    const grown = await projections(db)
    await rebuildProjections(db, smallRules, kind)
    expect(await projections(db)).toEqual(grown)
  }, 120_000)

  it('may both be of the same cohort, with work set for each and words shared by each', async () => {
    const db = await open()
    const user = await newUser(db)
    const cohort = await newCohort(db)
    const world = new World(db, [user], [cohort])
    const [first, second] = world.devices as [Device, Device]
    const work = {
      cohort_id: cohort,
      module: 'networking',
      everyone: 0,
      position: 0,
      in_order: 0,
      created_by: 'x',
      created_at: 0,
      updated_at: 0,
    }
    const none = { opens_at: null, due_at: null, pass_mark: null, attempts_allowed: null, ended_at: null }
    await db
      .insertInto('assignment')
      .values([
        { ...work, ...none, id: newId() },
        { ...work, ...none, id: newId() },
      ])
      .execute()
    const assignments = (await db.selectFrom('assignment').select('id').where('cohort_id', '=', cohort).execute()).map(({ id }) => id)
    for (const [n, one] of [first, second].entries()) {
      await world.join(one, cohort, false)
      await db.insertInto('assignment_person').values({ assignment_id: assignments[0]!, learner_id: one.guest }).execute()
      const shared = { cohort_id: cohort, learner_id: one.guest, object: 'x', words: `words ${n}`, shared_at: n }
      await db.insertInto('shared_reflection').values(shared).execute()
      const copy = { learner_id: one.guest, key: 'note', value: `note ${n}`, version: 1, updated_at: n }
      await db.insertInto('private_copy').values(copy).execute()
    }
    await db.insertInto('assignment_person').values({ assignment_id: assignments[1]!, learner_id: second.guest }).execute()

    expect(await world.merge(first.guest, 0)).toEqual({ outcome: 'linked', learner: first.guest })
    expect(await world.merge(second.guest, 0)).toEqual({ outcome: 'merged', learner: first.guest })
    const of = (table: 'assignment_person' | 'shared_reflection' | 'private_copy' | 'cohort_member') =>
      db.selectFrom(table).selectAll().where('learner_id', 'in', [first.guest, second.guest]).execute()
    expect(await of('cohort_member')).toMatchObject([{ learner_id: first.guest, ended_at: null }])
    expect((await of('assignment_person')).map((row) => Object(row).assignment_id).sort()).toEqual([...assignments].sort())
    // the later words; the account's own copy of what is private
    expect(await of('shared_reflection')).toMatchObject([{ learner_id: first.guest, words: 'words 1', shared_at: 1 }])
    expect(await of('private_copy')).toMatchObject([{ learner_id: first.guest, value: 'note 0' }])
    expect(await db.selectFrom('learner').select('id').where('id', '=', second.guest).execute()).toEqual([])
    expect(await db.selectFrom('merged_learner').select('into_learner').where('id', '=', second.guest).execute()).toEqual([
      { into_learner: first.guest },
    ])
    // and again: nothing
    expect(await world.merge(second.guest, 0)).toMatchObject({ outcome: 'merged', learner: first.guest })
    expect(await of('cohort_member')).toHaveLength(1)
    expect(await db.selectFrom('learner').select('id').where('id', '=', second.guest).execute()).toEqual([])
  })

  it.each([
    ['somebody took the account out, and it stays out', 'nadia', false],
    ['the account left by itself, and is in again as the guest is', 'self', true],
  ])('both in a cohort: %s', async (_, by, inAgain) => {
    const db = await open()
    const world = new World(db, [await newUser(db)], [await newCohort(db)])
    const [first, second] = world.devices as [Device, Device]
    const cohort = world.cohorts[0]!
    await world.join(first, cohort, false)
    await world.merge(first.guest, 0)
    await db.updateTable('cohort_member').set({ ended_at: 99, ended_by: by }).where('learner_id', '=', first.guest).execute()
    await world.join(second, cohort, false)
    const shared = { cohort_id: cohort, learner_id: second.guest, object: 'x', words: 'w', shared_at: 5 }
    await db.insertInto('shared_reflection').values(shared).execute()
    expect((await world.merge(second.guest, 0)).outcome).toBe('merged')
    const places = await db.selectFrom('cohort_member').selectAll().where('cohort_id', '=', cohort).execute()
    expect(places).toMatchObject([{ learner_id: first.guest, ended_at: inAgain ? null : 99, ended_by: inAgain ? null : by }])
    expect(await db.selectFrom('shared_reflection').select('words').where('cohort_id', '=', cohort).execute()).toHaveLength(inAgain ? 1 : 0)
  })
})
