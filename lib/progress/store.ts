/**
 * Progress in the database. A module's row is derived again from that learner's own statements whenever one of them is
 * stored, in the same transaction; counts go up by what was stored. `rebuildProjections` makes all of it from the log alone.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { moduleOf } from '#lib/statement/known-objects.ts'
import type { Statement, StatementDraft, Verb } from '#lib/statement/schema.ts'
import type { ProgressRules } from './course-rules.ts'
import { meetsRequirement } from './derive-progress.ts'
import { type ChoiceCount, countsOf, type ItemResponseCount, movingVerbs, type ProgressRow, progressRow } from './projections.ts'

/**
 * Updates the projections for statements that were just stored, all of one learner whose row is locked.
 * @returns `satisfied` for each module whose requirement these statements completed
 */
export async function projectStatements(
  trx: Transaction<Database>,
  actor: string,
  stored: readonly Statement[],
  rules: ProgressRules,
): Promise<StatementDraft[]> {
  const drafts = await projectModules(trx, actor, stored, rules)
  await addCounts(trx, stored)
  return drafts
}

/**
 * The modules alone, for statements that came to this learner from another record: the counts have them already.
 * @param about what moved, or one statement for each object
 * @returns `satisfied` for each module that both records together completed
 */
export async function projectModules(
  trx: Transaction<Database>,
  actor: string,
  about: readonly Pick<Statement, 'object'>[],
  rules: ProgressRules,
): Promise<StatementDraft[]> {
  const drafts: StatementDraft[] = []
  const touched = modulesIn(about, rules)
  for (const module of [...touched].sort()) {
    const row = await deriveRow(trx, actor, module, rules)
    await saveRow(trx, row)
    if (row.satisfied_at === null && isMet(row, rules)) {
      drafts.push({
        verb: 'satisfied',
        object: module,
        contentHash: rules.fingerprintOf(module),
        result: { completion: true, success: true },
      })
    }
  }
  return drafts
}

/** The learner's rows, one for each module they did anything in. */
export async function readProgress(db: Kysely<Database>, actor: string): Promise<ProgressRow[]> {
  return db.selectFrom('module_progress').selectAll().where('actor', '=', actor).orderBy('module').execute()
}

/**
 * Makes all projections again from the log, and the counts from the log and what is kept of those who erased themselves.
 * Nobody stores while it runs; it says nothing new, so no statement is made.
 */
export async function rebuildProjections(db: Kysely<Database>, rules: ProgressRules, kind: 'sqlite' | 'postgresql'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (kind === 'postgresql') await sql`lock table statement in share mode`.execute(trx)
    await trx.deleteFrom('module_progress').execute()
    await trx.deleteFrom('choice_count').execute()
    await trx.deleteFrom('item_response_count').execute()
    await addTo(trx, 'choice_count', 'item_response_count', {
      choices: await trx.selectFrom('kept_choice_count').selectAll().execute(),
      responses: (await trx.selectFrom('kept_response_count').selectAll().execute()) as ItemResponseCount[],
    })
    const learners = await trx.selectFrom('learner').select('id').orderBy('id').execute()
    for (const { id } of learners) await rebuildLearner(trx, id, rules)
  })
}

async function rebuildLearner(trx: Transaction<Database>, actor: string, rules: ProgressRules): Promise<void> {
  const rows = await trx.selectFrom('statement').select(columns).where('actor', '=', actor).orderBy('seq').execute()
  const statements = rows.map(toStatement)
  const touched = modulesIn(statements, rules)
  for (const module of [...touched].sort()) await saveRow(trx, await deriveRow(trx, actor, module, rules))
  await addCounts(trx, statements)
}

/** The modules that these statements are about. The course as a whole is none. */
function modulesIn(statements: readonly Pick<Statement, 'object'>[], rules: ProgressRules): Set<string> {
  return new Set(statements.filter(({ object }) => object !== rules.courseId).map(({ object }) => moduleOf(rules.currentId(object))))
}

const columns = ['id', 'verb', 'object', 'content_hash', 'attempt', 'result', 'at'] as const
type Row = { id: string; verb: string; object: string; content_hash: string; attempt: string | null; result: string | null; at: number }

function toStatement({ id, verb, object, content_hash, attempt, result, at }: Row): Statement {
  return {
    id,
    verb: verb as Verb,
    object,
    contentHash: content_hash,
    at,
    ...(attempt === null ? {} : { attempt }),
    ...(result === null ? {} : { result: JSON.parse(result) }),
  }
}

async function deriveRow(trx: Transaction<Database>, actor: string, module: string, rules: ProgressRules): Promise<ProgressRow> {
  const shape = rules.shapeOf(module)
  // what came here from another module has kept the name it was recorded under
  const elsewhere = Object.keys(shape.moved ?? {}).filter((id) => !id.startsWith(`${module}/`))
  const own = trx
    .selectFrom('statement')
    .where('actor', '=', actor)
    .where((eb) => {
      const here = sql<boolean>`(object = ${module} or object like ${`${module}/%`})`
      return elsewhere.length === 0 ? here : eb.or([here, eb('object', 'in', elsewhere)])
    })
  const { last_at } = await own.select((eb) => eb.fn.max('at').as('last_at')).executeTakeFirstOrThrow()
  const rows = await own.select(columns).where('verb', 'in', movingVerbs).execute()
  return progressRow(actor, shape, rows.map(toStatement), last_at ?? 0, rules.runsOf)
}

async function saveRow(trx: Transaction<Database>, row: ProgressRow): Promise<void> {
  const { actor: _actor, module: _module, ...rest } = row
  await trx
    .insertInto('module_progress')
    .values(row)
    .onConflict((conflict) => conflict.columns(['actor', 'module']).doUpdateSet(rest))
    .execute()
}

function isMet(row: ProgressRow, rules: ProgressRules): boolean {
  return meetsRequirement(rules.shapeOf(row.module), {
    quiz: { attempts: row.quiz_attempts, best: row.best_scaled, reachedAt: row.reached_at, open: null },
    scenario: { runs: row.scenario_runs, endings: JSON.parse(row.scenario_endings) as string[], open: null },
  })
}

async function addCounts(trx: Transaction<Database>, statements: readonly Statement[]): Promise<void> {
  await addTo(trx, 'choice_count', 'item_response_count', countsOf(statements))
}

/** Keeps what a record added to the counts, as its statements are about to go. The counts themselves do not change. */
export async function keepCounts(trx: Transaction<Database>, counts: Counts): Promise<void> {
  await addTo(trx, 'kept_choice_count', 'kept_response_count', counts)
}

type Counts = { choices: readonly ChoiceCount[]; responses: readonly ItemResponseCount[] }

async function addTo(
  trx: Transaction<Database>,
  choiceTable: 'choice_count' | 'kept_choice_count',
  responseTable: 'item_response_count' | 'kept_response_count',
  { choices, responses }: Counts,
): Promise<void> {
  for (const row of choices) {
    await trx
      .insertInto(choiceTable)
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['scene', 'choice']).doUpdateSet({ n: sql<number>`${sql.ref(`${choiceTable}.n`)} + ${row.n}` }),
      )
      .execute()
  }
  for (const row of responses) {
    await trx
      .insertInto(responseTable)
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['item', 'kind', 'value']).doUpdateSet({ n: sql<number>`${sql.ref(`${responseTable}.n`)} + ${row.n}` }),
      )
      .execute()
  }
}
