/**
 * What the reports of a cohort are folded from, from the database. Read only. A module is reported of the people to whom it is
 * assigned now and who are in the cohort now; what they did before they joined counts, as it does in the grid.
 */
import type { Kysely, Selectable } from 'kysely'
import type { SharedReflectionTable } from '#lib/db/people-schema.ts'
import type { Database, StatementTable } from '#lib/db/schema.ts'
import { readAttempts } from '#lib/quiz/attempt.ts'
import type { StoredStatement } from '#lib/statement/schema.ts'
import { toStatement } from '#lib/statement/store.ts'
import { readAssignments } from './grid-store.ts'
import type { ReportedModule } from './report-course.ts'
import { reportScenario, type ScenarioReport } from './report-flow.ts'
import { type CheckReport, reportCheck } from './report-items.ts'
import { type LearnerModule, type ReportedLetter, reportLearnerModule } from './report-learner.ts'
import { waysOf } from './report-runs.ts'

export type ModuleReport = {
  /** people to whom the module is assigned */
  people: number
  check: CheckReport
  /** null where the module has no scenario */
  scenario: ScenarioReport | null
}

/** undefined where the module is not assigned in this cohort */
export async function readModuleReport(db: Kysely<Database>, cohortId: string, module: ReportedModule): Promise<ModuleReport | undefined> {
  const assigned = (await readAssignments(db, cohortId)).filter((one) => one.module === module.slug)
  if (assigned.length === 0) return undefined
  const members = await db
    .selectFrom('cohort_member')
    .select('learner_id as learner')
    .where('cohort_id', '=', cohortId)
    .where('ended_at', 'is', null)
    .orderBy('learner_id')
    .execute()
  const asked = members.filter(({ learner }) => assigned.some(({ people }) => people === null || people.has(learner)))
  const statements = await readOfCohort(db, cohortId, module.slug)
  return foldModule(
    module,
    asked.map(({ learner }) => ({ learner, statements: statements.get(learner) ?? [] })),
  )
}

/** @param people with their statements about the check and the scenario, in the order they were stored */
export function foldModule(
  module: ReportedModule,
  people: readonly { learner: string; statements: readonly StoredStatement[] }[],
): ModuleReport {
  const { slug, shape, scenario, loaded } = module
  const check = reportCheck(
    { items: loaded.items, objectives: loaded.module.objectives },
    people.map(({ learner, statements }) => ({ learner, attempts: readAttempts(slug, statements, shape.moved) })),
  )
  if (!scenario) return { people: people.length, check, scenario: null }
  const ways = people.flatMap(({ learner, statements }) => waysOf(scenario.story, learner, statements, scenario))
  return { people: people.length, check, scenario: reportScenario(ways, new Set(scenario.story.scenes.map(({ id }) => id))) }
}

async function readOfCohort(db: Kysely<Database>, cohortId: string, slug: string): Promise<Map<string, StoredStatement[]>> {
  const rows = await db
    .selectFrom('cohort_member as member')
    .innerJoin('statement', 'statement.actor', 'member.learner_id')
    .selectAll('statement')
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .where('statement.verb', 'in', ['started', 'responded', 'chose', 'finished'])
    .where((where) =>
      where.or(
        [`${slug}/quiz`, `${slug}/scenario`].flatMap((object) => [
          where('statement.object', '=', object),
          where('statement.object', 'like', `${object}/%`),
        ]),
      ),
    )
    .orderBy('statement.actor')
    .orderBy('statement.seq')
    .execute()
  const found = new Map<string, StoredStatement[]>()
  for (const row of rows as Selectable<StatementTable>[]) {
    const own = found.get(row.actor)
    if (own) own.push(toStatement(row))
    else found.set(row.actor, [toStatement(row)])
  }
  return found
}

export type LearnerReport = {
  name: string
  email: string | null
  joinedAt: number
  modules: LearnerModule[]
  reflections: Selectable<SharedReflectionTable>[]
  letters: ReportedLetter[]
}

/**
 * @param modules those that are assigned to the learner, and no others: what else they do on the site is their own
 * @returns undefined for who is not in the cohort now
 */
export async function readLearnerReport(
  db: Kysely<Database>,
  cohortId: string,
  learner: string,
  modules: readonly ReportedModule[],
): Promise<LearnerReport | undefined> {
  const member = await db
    .selectFrom('cohort_member')
    .select(['name', 'email', 'joined_at'])
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learner)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  const statements = await readOfLearner(db, learner, modules)
  return {
    name: member.name,
    email: member.email,
    joinedAt: member.joined_at,
    modules: modules.map(({ shape, runsOf, scenario }) => reportLearnerModule(learner, shape, statements, runsOf, scenario)),
    reflections: await db
      .selectFrom('shared_reflection')
      .selectAll()
      .where('cohort_id', '=', cohortId)
      .where('learner_id', '=', learner)
      .orderBy('shared_at')
      .execute(),
    letters: await readLetters(db, cohortId, learner),
  }
}

async function readOfLearner(db: Kysely<Database>, learner: string, modules: readonly ReportedModule[]): Promise<StoredStatement[]> {
  if (modules.length === 0) return []
  const older = modules.flatMap(({ shape }) => Object.keys(shape.moved ?? {}))
  const rows = await db
    .selectFrom('statement')
    .selectAll()
    .where('actor', '=', learner)
    .where((where) =>
      where.or([
        ...modules.flatMap(({ slug }) => [where('object', '=', slug), where('object', 'like', `${slug}/%`)]),
        ...(older.length > 0 ? [where('object', 'in', older)] : []),
      ]),
    )
    .orderBy('seq')
    .execute()
  return rows.map(toStatement)
}

/** Newest first. The texts stay where they are: the page of letters has them. */
async function readLetters(db: Kysely<Database>, cohortId: string, learner: string): Promise<ReportedLetter[]> {
  const rows = await db
    .selectFrom('letter')
    .select(['id', 'subject', 'state', 'sent_at', 'due_at', 'problem'])
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learner)
    .orderBy('due_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ sent_at, due_at, ...row }) => ({ ...row, at: sent_at ?? due_at }))
}
