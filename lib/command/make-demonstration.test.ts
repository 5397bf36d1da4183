import { verifyPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { rebuildProjections } from '#lib/progress/store.ts'
import { attemptResult, itemOf, quizObject, readAttempts } from '#lib/quiz/attempt.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import { markItem } from '#lib/quiz/interactions/registry.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { reflections } from '#lib/seed/reflections.ts'
import { checkStatement } from '#lib/statement/check-statement.ts'
import { toStatement } from '#lib/statement/store.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { lookAt, makeDemonstration } from './make-demonstration.ts'

const now = Date.UTC(2026, 10, 22, 9)
const password = 'long enough for anybody'
let course: LoadedCourse
beforeAll(async () => {
  course = await loadCourse()
}, 60_000)

async function open(kind: DatabaseKind) {
  const db = await openDatabase(await newPlace(kind))
  onTestFinished(() => db.destroy())
  return db
}
type Db = Awaited<ReturnType<typeof open>>
const make = (db: Db) => makeDemonstration(db, { course, seed: 'a seed', now, password, only: ['small'] })

/** Everything but what must not be guessed, so that it can be compared. */
async function allRows(db: Db) {
  const all: Record<string, string[]> = {}
  for (const { name, columns } of await db.introspection.getTables()) {
    const shown = columns.map((column) => column.name).filter((column) => column !== 'password' && column !== 'token_hash')
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    all[name] = rows.map((row) => JSON.stringify(shown.sort().map((column) => [column, row[column]]))).sort()
  }
  return all
}

describe('a demonstration', () => {
  const made = new Map<DatabaseKind, Record<string, string[]>>()

  it.each<DatabaseKind>(['sqlite', 'postgresql'])(
    'is made by the rules of the site alone (%s)',
    async (kind) => {
      const db = await open(kind)
      const { signIns, cohorts, statements: count } = await make(db)
      expect(cohorts).toEqual([{ name: expect.any(String), people: 8, code: expect.stringMatching(/^[A-Z2-9]{6}$/) }])
      expect(signIns.map(({ role }) => role)).toEqual(['facilitator', 'facilitator', 'learner'])
      const rows = await allRows(db)
      made.set(kind, rows)

      // projections are those that the log gives
      await rebuildProjections(db, courseRules(course), kind)
      expect(await allRows(db)).toEqual(rows)

      const statements = (await db.selectFrom('statement').selectAll().orderBy('actor').orderBy('seq').execute()).map(toStatement)
      expect(statements).toHaveLength(count)
      expect(count).toBeGreaterThan(800)
      expect(Math.max(...statements.map(({ at }) => at))).toBeLessThanOrEqual(now)

      // what browsers send would be taken today
      const { known } = courseRules(course)
      const quizzes = new Set([...course.modules.keys()].map(quizObject))
      for (const { actor: _a, receivedAt: _r, seq: _s, ...statement } of statements) {
        const byServer = ['responded', 'satisfied', 'awarded'].includes(statement.verb) || quizzes.has(statement.object)
        if (!byServer) expect(checkStatement(statement, known, now)).toEqual({ ok: true, statement })
      }

      // every score is the score of that response, every result that of its attempt
      let finished = 0
      for (const actor of new Set(statements.map((one) => one.actor))) {
        const own = statements.filter((one) => one.actor === actor)
        for (const slug of course.modules.keys()) {
          const content = quizContentOf(course, slug)!
          for (const attempt of readAttempts(
            slug,
            own.filter(({ object }) => object.startsWith(quizObject(slug))),
          )) {
            for (const { item, response, score } of attempt.given)
              expect(markItem(itemOf(attempt, content, item)!, response)).toMatchObject({ state: 'marked', score })
            if (!attempt.finished) continue
            finished += 1
            const { score, reached, objectives } = attemptResult(attempt, content)
            expect(attempt.finished).toMatchObject({ score, reached, objectives })
          }
        }
      }
      expect(finished).toBeGreaterThan(10)

      // every finished run came by its choices to the ending it says; some run was left in the middle
      const runs = Map.groupBy(
        statements.filter(({ object }) => object.split('/')[1] === 'scenario'),
        ({ attempt }) => attempt,
      )
      let left = 0
      for (const run of runs.values()) {
        const scenario = course.modules.get(run[0]!.object.split('/')[0]!)!.scenario!
        const choices = run.flatMap(({ object, result }) =>
          result?.choice ? [{ scene: object.split('/')[2]!, choice: result.choice }] : [],
        )
        const { ending, steps } = replayRun(scenario, choices)
        expect(steps).toHaveLength(choices.length)
        const said = run.find(({ verb }) => verb === 'finished')?.result?.draw
        expect(said).toEqual(ending === null ? undefined : { ending })
        if (ending === null) left += 1
      }
      expect(left).toBeGreaterThan(0)

      // what is shown to facilitators was reflected on before, by somebody who is there
      const shown = await db.selectFrom('shared_reflection').selectAll().execute()
      expect(shown.length).toBeGreaterThan(2)
      for (const { learner_id, object, words, shared_at } of shown) {
        expect(words.length).toBeGreaterThan(80)
        const before = statements.find((one) => one.actor === learner_id && one.verb === 'reflected' && one.object === object)
        expect(before!.at).toBeLessThanOrEqual(shared_at)
      }
      expect(new Set(shown.map(({ words }) => words)).size).toBe(shown.length)

      const { password: hash } = await db.selectFrom('auth_account').select('password').executeTakeFirstOrThrow()
      expect(await verifyPassword({ hash: hash!, password })).toBe(true)
    },
    120_000,
  )

  it('is the same on both databases for the same seed and day', () => {
    expect(made.get('postgresql')).toEqual(made.get('sqlite'))
  })

  it('has words to show for every module, each once', () => {
    expect(Object.keys(reflections).sort()).toEqual([...course.modules.keys()].sort())
    const all = Object.values(reflections).flat()
    expect(new Set(all).size).toBe(all.length)
  })

  it('does not go where people are, and is made anew only in its own place', async () => {
    const db = await open('sqlite')
    await db.insertInto('learner').values({ id: 'amal', created_at: 1, last_seq: 0 }).execute()
    expect(await lookAt(db)).toEqual({ state: 'people' })
    await expect(make(db)).rejects.toThrow('Nothing was changed')
    expect(await db.selectFrom('learner').select('id').execute()).toEqual([{ id: 'amal' }])

    await db.deleteFrom('learner').execute()
    expect(await lookAt(db)).toEqual({ state: 'empty' })
    const older = { state: 'demonstration', seed: 'another seed', now: 1 }
    await db
      .insertInto('meta')
      .values({ key: 'demonstration', value: JSON.stringify(older) })
      .execute()
    await db.insertInto('learner').values({ id: 'came later', created_at: 1, last_seq: 0 }).execute()
    expect(await lookAt(db)).toEqual(older)
    await make(db)
    expect(await lookAt(db)).toEqual({ state: 'demonstration', seed: 'a seed', now })
    expect(await allRows(db)).toEqual(made.get('sqlite'))
  }, 120_000)
})
