import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { rebuildProjections } from '#lib/progress/store.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { appendServerStatements, storeStatements } from '#lib/statement/store.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { idAt, smallCourse, smallRules, someDay } from '#lib/testing/small-course.ts'
import { erasePerson, nobodyNow } from './erase-store.ts'

/** A person with a word that stands in everything that is theirs and in nothing else. */
const person = (word: string, digit: string) => ({
  learner: digit.repeat(32),
  former: `${digit}0`.repeat(16),
  user: { id: `user-${word}`, email: `${word}@relief.example` },
  name: `Ms ${word[0]!.toUpperCase()}${word.slice(1)}`,
  word,
})
type Somebody = ReturnType<typeof person>
const amal = person('amalqx', 'a')
const jonas = person('jonasqx', 'b')
const mei = person('meiqx', 'c')
const everybody = [amal, jonas, mei]

type Sent = { who: Somebody; byServer: boolean; given: Omit<Statement, 'id' | 'contentHash'> }
const run = fc.nat(2).map((n) => idAt(100 + n))
const anySent: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(...everybody),
    fc.oneof(
      fc.record({
        verb: fc.constant('chose' as const),
        object: fc.constantFrom('networking/scenario/sc3-n01', 'networking/scenario/sc3-n02'),
        attempt: run,
        result: fc.record({ choice: fc.constantFrom('a', 'b') }),
        at: fc.nat(1000),
      }),
      fc.record({
        verb: fc.constant('responded' as const),
        object: fc.constantFrom('networking/quiz/M3-Q01', 'listening/quiz/M7-Q01'),
        attempt: fc.nat(50).map((n) => idAt(200 + n)),
        result: fc.constantFrom(0, 0.5, 1).map((scaled) => ({
          response: [scaled === 0 ? 'a' : 'b'],
          score: { raw: scaled, max: 1, scaled },
        })),
        at: fc.nat(1000),
      }),
      fc.record({ verb: fc.constant('experienced' as const), object: fc.constant('networking/lessons/hello'), at: fc.nat(1000) }),
    ),
  )
  .map(([who, given]) => ({ who, byServer: given.verb === 'responded', given: given as Sent['given'] }))

async function send(db: Kysely<Database>, history: readonly Sent[]): Promise<void> {
  const options = { now: someDay, course: smallCourse }
  for (const [n, { who, byServer, given }] of history.entries()) {
    const statement = { ...given, id: idAt(1000 + n), contentHash: '0123456789ab' }
    if (byServer) await db.transaction().execute((trx) => appendServerStatements(trx, who.learner, [statement], options))
    else await storeStatements(db, who.learner, [statement], options)
  }
}

const iso = new Date(someDay).toISOString()
const dated = { createdAt: iso, updatedAt: iso }

/** Rows of everybody's in every table that can hold somebody. Mei, the administrator, made the cohort; the others are in it. */
async function settle(db: Kysely<Database>): Promise<void> {
  const put = <Table extends keyof Database>(table: Table, row: Record<string, unknown>) =>
    db
      .insertInto(table)
      .values(row as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await put('cohort', {
    id: 'cohort-1',
    name: 'Autumn',
    starts_on: null,
    ends_on: null,
    time_zone: 'Asia/Dhaka',
    locale: 'en',
    note: '',
    code: 'ABCDEF',
    code_open: 1,
    code_expires_at: null,
    most_members: null,
    created_by: mei.user.id,
    created_at: someDay,
    archived_at: null,
    version: 7,
  })
  const assignment = {
    id: 'assignment-1',
    cohort_id: 'cohort-1',
    module: 'networking',
    everyone: 0,
    position: 0,
    in_order: 0,
    opens_at: null,
    due_at: null,
    pass_mark: null,
    attempts_allowed: null,
    created_by: mei.user.id,
    created_at: someDay,
    updated_at: someDay,
    ended_at: null,
  }
  await put('assignment', assignment)
  for (const { learner, former, user, name, word } of everybody) {
    await put('learner', { id: learner, created_at: someDay, last_seq: 0 })
    const role = word === mei.word ? 'administrator' : 'facilitator'
    await put('auth_user', { ...user, ...dated, name, emailVerified: 0, image: null, twoFactorEnabled: 0, role })
    const own = { ...dated, userId: user.id }
    await put('auth_session', { ...own, id: `session-${word}`, token: word, expiresAt: iso, ipAddress: null, userAgent: word })
    await put('auth_account', { ...own, id: `account-${word}`, accountId: user.id, providerId: 'credential', password: word })
    await put('auth_verification', { ...dated, id: `1-${word}`, identifier: `reset:${user.email}`, value: 'x', expiresAt: iso })
    await put('auth_verification', { ...dated, id: `2-${word}`, identifier: 'x', value: `{"userId":"${user.id}"}`, expiresAt: iso })
    await put('auth_two_factor', { id: `two-${word}`, secret: word, backupCodes: word, userId: user.id })
    await put('auth_passkey', {
      id: `key-${word}`,
      publicKey: word,
      userId: user.id,
      credentialID: word,
      counter: 0,
      deviceType: 'x',
      backedUp: 0,
    })
    await put('auth_rate_limit', { id: `rate-${word}`, key: `sign-in:${user.email}`, count: 1, lastRequest: someDay })
    await put('account_learner', { user_id: user.id, learner_id: learner, linked_at: someDay })
    await put('merged_learner', { id: former, into_learner: learner, at: someDay })
    await put('certificate', {
      id: `cert-${word}`,
      actor: learner,
      module: 'networking',
      name,
      version: 1,
      template: 'module',
      achievement: '{}',
      issued_at: someDay,
      updated_at: someDay,
    })
    await put('private_copy', { learner_id: learner, key: 'note', value: word, version: 1, updated_at: someDay })
    await put('cohort_facilitator', { cohort_id: 'cohort-1', user_id: user.id, added_by: user.id, added_at: someDay, removed_at: null })
    await put('cohort_member', {
      cohort_id: 'cohort-1',
      learner_id: learner,
      name,
      email: `typed-${user.email}`,
      joined_at: someDay,
      ended_at: someDay,
      ended_by: learner,
    })
    await put('cohort_invitation', {
      id: `invitation-${word}`,
      cohort_id: 'cohort-1',
      email: `invited-${user.email}`,
      name,
      token_hash: word,
      invited_by: user.id,
      invited_at: someDay,
      joined_learner: learner,
      joined_at: someDay,
      withdrawn_at: null,
    })
    await put('assignment_person', { assignment_id: 'assignment-1', learner_id: learner })
    await put('assignment', { ...assignment, id: `assignment-of-${role}`, created_by: user.id })
    await put('shared_reflection', { cohort_id: 'cohort-1', learner_id: learner, object: 'x', words: word, shared_at: someDay })
    for (const [n, address, learnerId] of [
      [1, `Typed-${user.email}`, null],
      [2, `invited-${user.email}`, null],
      [3, user.email.toUpperCase(), null],
      [4, 'facilitator@relief.example', learner],
    ] as const)
      await put('letter', {
        id: `letter-${n}-${word}`,
        once: `letter-${n}-${word}`,
        kind: 'invitation',
        to_address: address,
        to_name: name,
        cohort_id: n === 3 ? null : 'cohort-1',
        learner_id: learnerId,
        subject: word,
        body: word,
        state: 'sent',
        tries: 1,
        due_at: someDay,
        claimed_until: null,
        sent_at: someDay,
        problem: null,
        created_at: someDay,
      })
    for (const address of [`typed-${user.email}`, `invited-${user.email}`, user.email])
      await put('stopped_address', { address, reason: 'unsubscribed', detail: '', at: someDay })
    await put('staff_invitation', {
      id: `staff-${word}`,
      email: user.email,
      role,
      token_hash: word,
      invited_by: mei.user.id,
      created_at: someDay,
      expires_at: someDay,
      used_at: someDay,
      used_by: user.id,
    })
    const entry = { at: someDay, action: 'role.changed' }
    await put('audit', { ...entry, id: `1-of-${word.charCodeAt(0)}`, by_user: user.id, by_name: name, object: 'user:somebody', detail: '' })
    await put('audit', {
      ...entry,
      id: `2-of-${word.charCodeAt(0)}`,
      by_user: mei.user.id,
      by_name: mei.name,
      object: `user:${user.id}`,
      detail: name,
    })
    await put('audit', {
      ...entry,
      id: `3-of-${word.charCodeAt(0)}`,
      by_user: mei.user.id,
      by_name: mei.name,
      object: 'x',
      detail: `to ${user.email}`,
    })
  }
}

/** Every row of every table there is, as text, by table: also of tables that are made after this test. */
async function everything(db: Kysely<Database>): Promise<Map<string, string[]>> {
  const tables = await db.introspection.getTables()
  const found = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    found.set(name, rows.map((row) => JSON.stringify(row)).sort())
  }
  return found
}

async function counts(db: Kysely<Database>) {
  return {
    choices: await db.selectFrom('choice_count').selectAll().orderBy('scene').orderBy('choice').execute(),
    responses: await db.selectFrom('item_response_count').selectAll().orderBy('item').orderBy('kind').orderBy('value').execute(),
  }
}

/** What names somebody: ids, the word that is in their address, name and secrets. */
const marksOf = ({ learner, former, word }: Somebody) => [learner, former, word, word[0]!.toUpperCase() + word.slice(1)]
const who = ({ learner, user }: Somebody) => ({ learner, user })

async function clear(db: Kysely<Database>): Promise<void> {
  const tables = [
    ...['shared_reflection', 'assignment_person', 'assignment', 'cohort_invitation', 'cohort_member', 'cohort_facilitator', 'cohort'],
    ...['private_copy', 'account_learner', 'merged_learner', 'auth_session', 'auth_account', 'auth_two_factor', 'auth_passkey'],
    ...['auth_verification', 'auth_rate_limit', 'auth_user', 'certificate', 'letter', 'stopped_address', 'staff_invitation', 'audit'],
    ...['module_progress', 'choice_count', 'item_response_count', 'kept_choice_count', 'kept_response_count', 'statement', 'learner'],
  ] as (keyof Database)[]
  for (const table of tables) await db.deleteFrom(table).execute()
}

describeDatabases('erasing a person', (open, kind) => {
  it('leaves no row that names them, whoever goes after whom, and the same counts, also when they are made again', async () => {
    const db = await open()
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySent, { maxLength: 25 }),
        fc.shuffledSubarray([amal, jonas, mei], { minLength: 1 }),
        async (history, leaving) => {
          await clear(db)
          await settle(db)
          await send(db, history)
          const before = await counts(db)
          const gone: Somebody[] = []
          for (const one of leaving) {
            const result = await erasePerson(db, who(one), someDay)
            if (one === mei) {
              expect(result).toEqual({ ok: false, code: 'last_administrator' })
              continue
            }
            expect(result).toMatchObject({ ok: true, erased: { certificates: 1, cohorts: ['cohort-1'] } })
            gone.push(one)
            const left = await everything(db)
            for (const [table, rows] of left)
              for (const mark of gone.flatMap(marksOf)) expect(`${table}: ${rows.filter((row) => row.includes(mark))}`).toBe(`${table}: `)
          }
          expect(await counts(db)).toEqual(before)
          const whole = await everything(db)
          await rebuildProjections(db, smallRules, kind)
          expect(await everything(db)).toEqual(whole)
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)

  it('touches nobody else’s rows', async () => {
    const db = await open()
    await settle(db)
    await send(db, [
      {
        who: jonas,
        byServer: false,
        given: { verb: 'chose', object: 'networking/scenario/sc3-n01', attempt: idAt(1), result: { choice: 'a' }, at: 1 },
      },
    ])
    const before = await everything(db)
    await erasePerson(db, who(amal), someDay)
    const after = await everything(db)
    for (const [table, rows] of before) {
      // its version goes up, so that who watches it sees the change
      if (table === 'cohort') continue
      const others = rows.filter((row) => [jonas, mei].flatMap(marksOf).some((mark) => row.includes(mark)))
      // what an administrator did to the one who left is told without saying to whom
      const kept = table === 'audit' ? others.filter((row) => !marksOf(amal).some((mark) => row.includes(mark))) : others
      const held = table === 'staff_invitation' ? kept.filter((row) => !row.includes(amal.word)) : kept
      for (const row of held) expect(after.get(table)).toContain(row)
    }
  })

  it('lets a guest go who has no account, and one who never did anything', async () => {
    const db = await open()
    const options = { now: someDay, course: smallCourse }
    await storeStatements(
      db,
      amal.learner,
      [{ id: idAt(1), contentHash: '0123456789ab', at: 1, verb: 'experienced', object: 'networking/lessons/hello' }],
      options,
    )
    expect(await erasePerson(db, { learner: amal.learner, user: null }, someDay)).toEqual({
      ok: true,
      erased: { statements: 1, certificates: 0, cohorts: [] },
    })
    expect(await erasePerson(db, { learner: jonas.learner, user: null }, someDay)).toMatchObject({ ok: true, erased: { statements: 0 } })
    expect(await db.selectFrom('learner').selectAll().execute()).toEqual([])
  })

  it('keeps letters to an address that somebody typed who may not own it, outside their own cohorts', async () => {
    const db = await open()
    await settle(db)
    await db.updateTable('cohort_member').set({ email: jonas.user.email }).where('learner_id', '=', amal.learner).execute()
    await erasePerson(db, who(amal), someDay)
    expect(await db.selectFrom('stopped_address').selectAll().where('address', '=', jonas.user.email).execute()).toHaveLength(1)
    expect(await db.selectFrom('letter').select('id').where('id', '=', `letter-3-${jonas.word}`).execute()).toHaveLength(1)
  })

  it('lets what a facilitator made go on, without saying who made it', async () => {
    const db = await open()
    await settle(db)
    await db.updateTable('auth_user').set({ role: 'administrator' }).where('id', '=', jonas.user.id).execute()
    expect(await erasePerson(db, who(mei), someDay)).toMatchObject({ ok: true })
    expect(await db.selectFrom('cohort').select(['created_by', 'version']).execute()).toEqual([{ created_by: nobodyNow, version: 8 }])
  })
})
