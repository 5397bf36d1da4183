import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { writeLetter } from '#lib/letter/store.ts'
import type { StoredStatement } from '#lib/statement/schema.ts'
import { makePlace, type Place } from '#lib/testing/cohort-people.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { aModule, type Done, doneArb, statementsOf } from './report.arbitrary.ts'
import { foldModule, readLearnerReport, readModuleReport } from './report-store.ts'

const module = aModule()
const another = { ...module, slug: 'second', shape: { ...module.shape, slug: 'second' }, scenario: null }
const done: Done[] = fc.sample(doneArb, { numRuns: 9, seed: 4 })

async function add(
  db: Kysely<Database>,
  place: Place,
  learner: string,
  statements: readonly StoredStatement[],
  ended: number | null = null,
) {
  await db.insertInto('learner').values({ id: learner, created_at: someDay, last_seq: statements.length }).execute()
  const member = { cohort_id: place.cohort, learner_id: learner, name: `Name of ${learner}`, email: null, joined_at: someDay }
  await db
    .insertInto('cohort_member')
    .values({ ...member, ended_at: ended, ended_by: ended === null ? null : place.guide })
    .execute()
  for (const { receivedAt, contentHash, attempt, result, ...one } of statements) {
    const kept = { content_hash: contentHash, attempt: attempt ?? null, result: result ? JSON.stringify(result) : null }
    await db
      .insertInto('statement')
      .values({ ...one, ...kept, received_at: receivedAt })
      .execute()
  }
}

/** Nine people of a cohort of ten with something to tell; one who left and one of another cohort did things, too. */
async function given(db: Kysely<Database>) {
  const place = await makePlace(db, 'first')
  const elsewhere = await makePlace(db, 'first')
  const people = done.map((one, at) => ({ learner: `l${at}`, statements: statementsOf(`l${at}`, one, 1000 * (at + 1)) }))
  for (const { learner, statements } of people) await add(db, place, learner, statements)
  await add(db, place, 'left', statementsOf('left', done[0]!, 50_000), someDay)
  await add(db, elsewhere, 'other', statementsOf('other', done[0]!, 60_000))
  return { place, elsewhere, people: [...people, { learner: place.learner, statements: [] }] }
}

describeDatabases('the report of a module', (open) => {
  it('is of who is in the cohort now, and of nobody else', async () => {
    const db = await open()
    const { place, elsewhere, people } = await given(db)
    const report = await readModuleReport(db, place.cohort, module)
    expect(report?.people).toBe(10)
    expect(report?.check.attempts).toBeGreaterThan(5)
    expect(report).toEqual(
      foldModule(
        module,
        people.toSorted((a, b) => (a.learner < b.learner ? -1 : 1)),
      ),
    )
    expect((await readModuleReport(db, elsewhere.cohort, module))?.people).toBe(2)
  })

  it('is of the people it is assigned to, where it is not assigned to all', async () => {
    const db = await open()
    const { place, people } = await given(db)
    await db.updateTable('assignment').set({ everyone: 0 }).where('id', '=', place.assignment).execute()
    const some = people.filter(({ learner }) => ['l1', 'l4', 'l7'].includes(learner))
    for (const learner of ['l7', 'l1', 'l4', 'left'])
      await db.insertInto('assignment_person').values({ assignment_id: place.assignment, learner_id: learner }).execute()
    expect(await readModuleReport(db, place.cohort, module)).toEqual(foldModule(module, some))
  })

  it('is not there where the module is not assigned, or not any more', async () => {
    const db = await open()
    const { place } = await given(db)
    expect(await readModuleReport(db, place.cohort, another)).toBeUndefined()
    await db.updateTable('assignment').set({ ended_at: someDay }).where('id', '=', place.assignment).execute()
    expect(await readModuleReport(db, place.cohort, module)).toBeUndefined()
  })
})

describeDatabases('the report of a learner', (open) => {
  it('tells what they did in the modules asked for, what they showed to this cohort, and its letters, newest first', async () => {
    const db = await open()
    const { place, elsewhere, people } = await given(db)
    const at = done.findIndex(({ tries, runs }) => tries.length > 0 && runs.length > 0)
    const learner = `l${at}`
    for (const { cohort } of [place, elsewhere])
      await db
        .insertInto('shared_reflection')
        .values({ cohort_id: cohort, learner_id: learner, object: 'first/reflection', words: `for ${cohort}`, shared_at: 7 })
        .execute()
    const letter = {
      kind: 'invitation',
      toAddress: 'a@example.org',
      toName: '',
      body: '',
      cohortId: place.cohort,
      learnerId: learner,
    } as const
    for (const [subject, dueAt] of Object.entries({ old: 5, new: 9 }))
      expect(await writeLetter(db, { ...letter, once: subject, subject, dueAt, now: 1 })).toBe(true)

    const report = (await readLearnerReport(db, place.cohort, learner, [module]))!
    const own = people[at]!.statements
    expect(report).toMatchObject({ name: `Name of ${learner}`, email: null, joinedAt: someDay })
    expect(report.modules).toHaveLength(1)
    expect(report.modules[0]!.attempts).toHaveLength(done[at]!.tries.length)
    expect(report.modules[0]!.runs).toHaveLength(done[at]!.runs.length)
    expect(report.modules[0]!.lastAt).toBe(own.at(-1)!.at)
    expect(report.reflections.map(({ words }) => words)).toEqual([`for ${place.cohort}`])
    expect(report.letters.map(({ subject }) => subject)).toEqual(['new', 'old'])
    expect((await readLearnerReport(db, place.cohort, learner, []))!.modules).toEqual([])
  })

  it('is not there for who left, or was never in the cohort', async () => {
    const db = await open()
    const { place } = await given(db)
    expect(await readLearnerReport(db, place.cohort, 'left', [module])).toBeUndefined()
    expect(await readLearnerReport(db, place.cohort, 'other', [module])).toBeUndefined()
  })
})
