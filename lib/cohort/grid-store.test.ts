import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { gridFacts } from './grid-cache-store.ts'
import { readGrid } from './grid-store.ts'

const modules = [{ slug: 'networking', number: 3, title: 'Networking', short: 'Networking' }]
const cohort = 'cohort00000000000000000000'
const learners = ['ada', 'ben', 'left', 'other'] as const

/** A line of a plan that goes through all rows of a table, or all entries of an index; not of what the question itself lists. */
function readsAll(line: string, i: number, plan: readonly string[]): boolean {
  if (/\bSCAN\b|Seq Scan/.test(line)) return !/\bSCAN \d+.*(CONSTANT|VALUES)/.test(line)
  return /Index (Only )?Scan/.test(line) && !/Index Cond/.test(plan[i + 1] ?? '')
}

describeDatabases('the facts of a grid', (open, kind) => {
  async function given() {
    const db = await open()
    for (const id of [cohort, 'elsewhere'])
      await db
        .insertInto('cohort')
        .values({
          id,
          name: 'Monday group',
          starts_on: null,
          ends_on: null,
          time_zone: 'UTC',
          locale: 'en',
          note: '',
          code: id.slice(0, 6),
          code_open: 1,
          code_expires_at: null,
          most_members: null,
          created_by: 'who',
          created_at: 1,
          archived_at: null,
          version: 1,
        })
        .execute()
    await db
      .insertInto('learner')
      .values(learners.map((id) => ({ id, created_at: 1, last_seq: 0 })))
      .execute()
    await db
      .insertInto('cohort_member')
      .values(
        learners.map((id) => ({
          cohort_id: id === 'other' ? 'elsewhere' : cohort,
          learner_id: id,
          name: `Name of ${id}`,
          email: id === 'ada' ? 'ada@example.org' : null,
          joined_at: 5,
          ended_at: id === 'left' ? 9 : null,
          ended_by: id === 'left' ? 'left' : null,
        })),
      )
      .execute()
    const assignment = {
      cohort_id: cohort,
      module: 'networking',
      everyone: 1,
      position: 0,
      in_order: 0,
      opens_at: null,
      due_at: 77,
      pass_mark: 0.75,
      attempts_allowed: 2,
      created_by: 'who',
      created_at: 4,
      updated_at: 4,
      ended_at: null,
    }
    await db
      .insertInto('assignment')
      .values([
        { ...assignment, id: 'all' },
        { ...assignment, id: 'some', everyone: 0 },
        { ...assignment, id: 'over', module: 'listening', ended_at: 8 },
        { ...assignment, id: 'elsewhere', cohort_id: 'elsewhere' },
      ])
      .execute()
    await db.insertInto('assignment_person').values({ assignment_id: 'some', learner_id: 'ben' }).execute()
    await db
      .insertInto('module_progress')
      .values(
        learners.flatMap((actor) =>
          ['networking', 'listening'].map((module) => ({
            actor,
            module,
            lessons_done: 2,
            scenario_runs: 1,
            scenario_endings: actor === 'ada' ? '["trusted"]' : '[]',
            quiz_attempts: 2,
            best_scaled: 0.5,
            reached_at: null,
            satisfied_at: null,
            last_at: 1_800_000_000_000,
          })),
        ),
      )
      .execute()
    const statement = { content_hash: '000000000000', result: null, at: 5, received_at: 5, object: 'networking/quiz' }
    await db
      .insertInto('statement')
      .values([
        { ...statement, id: '1', actor: 'ada', seq: 1, verb: 'started', attempt: 'x' },
        { ...statement, id: '2', at: 3, actor: 'ada', seq: 2, verb: 'finished', attempt: 'x' },
        { ...statement, id: '3', actor: 'ada', seq: 3, verb: 'started', attempt: 'y' },
        { ...statement, id: '4', actor: 'ada', seq: 4, verb: 'finished', attempt: 'y' },
        { ...statement, id: '5', actor: 'left', seq: 1, verb: 'finished', attempt: 'z' },
      ])
      .execute()
    return db
  }

  it('are of who is in the cohort now, of what is assigned now, and of no other cohort', async () => {
    const facts = await readGrid(await given(), cohort, modules)
    expect(facts.members.toSorted((a, b) => (a.learner < b.learner ? -1 : 1))).toEqual([
      { learner: 'ada', name: 'Name of ada', email: 'ada@example.org', joinedAt: 5 },
      { learner: 'ben', name: 'Name of ben', email: null, joinedAt: 5 },
    ])
    expect(facts.progress.toSorted((a, b) => (a.learner < b.learner ? -1 : 1))).toEqual([
      { learner: 'ada', module: 'networking', best: 0.5, reachedAt: null, satisfiedAt: null, lastAt: 1_800_000_000_000, attempts: 2 },
      { learner: 'ben', module: 'networking', best: 0.5, reachedAt: null, satisfiedAt: null, lastAt: 1_800_000_000_000, attempts: 2 },
    ])
    const common = {
      module: 'networking',
      position: 0,
      opensAt: null,
      dueAt: 77,
      inOrder: false,
      attemptsAllowed: 2,
      createdAt: 4,
    }
    expect(facts.assignments.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { ...common, id: 'all', people: null },
      { ...common, id: 'some', people: new Set(['ben']) },
    ])
  })

  it('count the attempts that were finished, where the attempts allowed may be used up', async () => {
    expect((await readGrid(await given(), cohort, modules)).finished).toEqual([
      { learner: 'ada', module: 'networking', times: 2, since: 1 },
    ])
  })

  it('are found through indexes from the members on, whatever the size of the site', async () => {
    const db = await given()
    const asked: RootOperationNode[] = []
    const listener: KyselyPlugin = {
      transformQuery({ node }) {
        asked.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await readGrid(db.withPlugin(listener), cohort, modules)
    expect(asked).toHaveLength(4)

    const scanned: string[] = []
    await db.connection().execute(async (one) => {
      // of a small table PostgreSQL reads all of it, index or not; now only where there is no other way
      if (kind === 'postgresql') await sql`set enable_seqscan = off`.execute(one)
      for (const node of asked) {
        const { sql: text, parameters } = one.getExecutor().compileQuery(node, { queryId: 'plan' })
        const word = kind === 'sqlite' ? 'explain query plan' : 'explain'
        const { rows } = await one.executeQuery<Record<string, string>>(CompiledQuery.raw(`${word} ${text}`, [...parameters]))
        const plan = rows.map((row) => (kind === 'sqlite' ? row['detail']! : row['QUERY PLAN']!))
        expect(plan.length).toBeGreaterThan(0)
        scanned.push(...plan.filter(readsAll))
      }
      if (kind === 'postgresql') await sql`reset enable_seqscan`.execute(one)
    })
    expect(scanned).toEqual([])
  })

  it('are kept while the cohort has the same version, and read again with the next', async () => {
    const db = await given()
    const at = (version: number) => gridFacts(db, { id: cohort, version }, modules)
    const before = await at(1)
    await db.deleteFrom('module_progress').where('actor', '=', 'ben').execute()
    expect(await at(1)).toBe(before)
    expect((await at(2)).progress).toHaveLength(1)
    expect((await at(2)).members).toHaveLength(2)
  })
})
