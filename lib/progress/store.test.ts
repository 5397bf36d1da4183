import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { appendServerStatements, storeStatements } from '#lib/statement/store.ts'
import { describeDatabases, newPlace } from '#lib/testing/databases.ts'
import { idAt, smallCourse, smallOutline, smallRules, smallRuns, someDay } from '#lib/testing/small-course.ts'
import { deriveProgress } from './derive-progress.ts'
import { readProgress, rebuildProjections } from './store.ts'

const learners = ['amal', 'jonas', 'mei'] as const
type Sent = { actor: (typeof learners)[number]; byServer: boolean; statement: Statement }

/** What learners may do in the small course, in any order, under few attempts, so that runs and quizzes meet. */
const anySent: fc.Arbitrary<Omit<Statement, 'id' | 'contentHash'> & { byServer: boolean }> = fc.oneof(
  fc.record({
    verb: fc.constant('experienced' as const),
    object: fc.constantFrom(
      'networking/lessons/hello',
      'networking/lessons/goodbye',
      'networking/lessons/welcome',
      'listening/lessons/hear',
    ),
    at: fc.nat(1000),
    byServer: fc.constant(false),
  }),
  fc.record({
    verb: fc.constant('chose' as const),
    object: fc.constantFrom('networking/scenario/sc3-n01', 'networking/scenario/sc3-n02'),
    attempt: fc.nat(3).map((n) => idAt(100 + n)),
    result: fc.record({ choice: fc.constantFrom('a', 'b') }),
    at: fc.nat(1000),
    byServer: fc.constant(false),
  }),
  fc.record({
    verb: fc.constant('started' as const),
    object: fc.constant('networking/scenario'),
    attempt: fc.nat(3).map((n) => idAt(100 + n)),
    result: fc.record({ from: fc.record({ attempt: fc.nat(3).map((n) => idAt(100 + n)), step: fc.nat(2) }) }, { requiredKeys: [] }),
    at: fc.nat(1000),
    byServer: fc.constant(false),
  }),
  fc.record({
    verb: fc.constant('responded' as const),
    object: fc.constantFrom('networking/quiz/M3-Q01', 'networking/quiz/M3-Q02', 'listening/quiz/M7-Q01'),
    attempt: fc.nat(50).map((n) => idAt(200 + n)),
    result: fc.constantFrom(0, 0.5, 1).map((scaled) => ({ response: ['a'], score: { raw: scaled, max: 1, scaled } })),
    at: fc.nat(1000),
    byServer: fc.constant(true),
  }),
  fc.record({
    verb: fc.constantFrom('started' as const, 'finished' as const),
    object: fc.constantFrom('networking/quiz', 'listening/quiz'),
    attempt: fc.nat(50).map((n) => idAt(200 + n)),
    result: fc.constantFrom(0, 0.5, 1).map((scaled) => ({ success: scaled === 1, score: { raw: scaled, max: 1, scaled } })),
    at: fc.nat(1000),
    byServer: fc.constant(true),
  }),
)
const anyHistory: fc.Arbitrary<Sent[]> = fc
  .array(fc.tuple(fc.constantFrom(...learners), anySent), { minLength: 1, maxLength: 60 })
  .map((all) =>
    all.map(([actor, { byServer, ...given }], n) => ({
      actor,
      byServer,
      statement: { ...given, id: idAt(1000 + n), contentHash: '0123456789ab' },
    })),
  )

async function send(db: Kysely<Database>, history: readonly Sent[]): Promise<void> {
  const options = { now: someDay, course: smallCourse }
  for (const { actor, byServer, statement } of history) {
    if (byServer) await db.transaction().execute((trx) => appendServerStatements(trx, actor, [statement], options))
    else await storeStatements(db, actor, [statement], options)
  }
}

async function projections(db: Kysely<Database>) {
  const [progress, choices, responses] = await Promise.all([
    db.selectFrom('module_progress').selectAll().orderBy('actor').orderBy('module').execute(),
    db.selectFrom('choice_count').selectAll().orderBy('scene').orderBy('choice').execute(),
    db.selectFrom('item_response_count').selectAll().orderBy('item').orderBy('kind').orderBy('value').execute(),
  ])
  return JSON.parse(JSON.stringify({ progress, choices, responses }))
}

async function empty(db: Kysely<Database>): Promise<void> {
  for (const table of ['module_progress', 'choice_count', 'item_response_count', 'statement', 'learner'] as const)
    await db.deleteFrom(table).execute()
}

describeDatabases('projections', (open, kind) => {
  it('are the same rows when they are rebuilt from the log', async () => {
    const db = await open()
    const property = fc.asyncProperty(anyHistory, async (history) => {
      await empty(db)
      await send(db, history)
      const grown = await projections(db)
      await db.updateTable('module_progress').set({ lessons_done: 99, scenario_endings: '["lost"]' }).execute()
      await db.deleteFrom('choice_count').execute()
      await rebuildProjections(db, smallRules, kind)
      expect(await projections(db)).toEqual(grown)
    })
    await fc.assert(property, { numRuns: 20 })
  })

  it('do not depend on how statements were bundled, ordered or repeated', async () => {
    const db = await open()
    const cases = anyHistory
      .map((history) => history.filter(({ byServer }) => !byServer))
      .chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })))
    const property = fc.asyncProperty(cases, async ([history, shuffled]) => {
      await empty(db)
      await send(db, history)
      const grown = await projections(db)
      await empty(db)
      await send(db, shuffled.slice(0, 5))
      for (const actor of learners) {
        const own = shuffled.filter((one) => one.actor === actor).map(({ statement }) => statement)
        await storeStatements(db, actor, [...own, ...own], { now: someDay, course: smallCourse })
      }
      expect(await projections(db)).toEqual(grown)
    })
    await fc.assert(property, { numRuns: 15 })
  })

  it('say what the fold over the same statements says', async () => {
    const db = await open()
    const property = fc.asyncProperty(anyHistory, async (history) => {
      await empty(db)
      await send(db, history)
      for (const actor of learners) {
        const log = await db.selectFrom('statement').selectAll().where('actor', '=', actor).execute()
        const statements = log.map(({ result, attempt, ...row }) => ({
          ...row,
          ...(attempt ? { attempt } : {}),
          ...(result ? { result: JSON.parse(result) } : {}),
        })) as unknown as Statement[]
        const { modules } = deriveProgress(statements, smallOutline, smallRuns)
        for (const row of await readProgress(db, actor)) {
          const module = modules[row.module]!
          expect(row).toMatchObject({
            lessons_done: module.lessonsDone.length,
            scenario_endings: JSON.stringify(module.scenario.endings),
            quiz_attempts: module.quiz.attempts,
            best_scaled: module.quiz.best,
            satisfied_at: module.satisfiedAt,
            last_at: module.lastAt,
          })
        }
      }
    })
    await fc.assert(property, { numRuns: 10 })
  })
})

describe('SQLite and PostgreSQL', () => {
  it('hold the same rows for the same history', async () => {
    const kinds: DatabaseKind[] = ['sqlite', 'postgresql']
    const [one, other] = (await Promise.all(kinds.map(async (kind) => openDatabase(await newPlace(kind))))) as [
      Kysely<Database>,
      Kysely<Database>,
    ]
    const property = fc.asyncProperty(anyHistory, async (history) => {
      const rows = []
      for (const db of [one, other]) {
        await empty(db)
        await send(db, history)
        rows.push(await projections(db))
      }
      expect(rows[0]).toEqual(rows[1])
    })
    await fc.assert(property, { numRuns: 10 }).finally(() => Promise.all([one.destroy(), other.destroy()]))
  })
})
