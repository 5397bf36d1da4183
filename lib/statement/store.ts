/**
 * The learning record in the database. Invariants:
 * - one transaction for a request: what is acknowledged is stored, with its projections, or nothing is;
 * - the learner's row is locked first and hands out `seq`, so a learner's statements become visible in the order of `seq`
 *   and `since` never skips one;
 * - a statement is never edited and never stored twice; a bad one never refuses its neighbours.
 * Locks are always taken in the same order (learner, statements by id, projections by key), so writers cannot deadlock.
 */
import { randomBytes } from 'node:crypto'
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Database, StatementTable } from '#lib/db/schema.ts'
import { checkStatement, type RefusalCode } from './check-statement.ts'
import { LearnerErased, wasErased } from './erased-store.ts'
import type { KnownObjects } from './known-objects.ts'
import { canonical, mergeStatements, sameStatement } from './merge.ts'
import type { Statement, StatementDraft, StoredStatement, Verb } from './schema.ts'
import { uuid7 } from './uuid7.ts'

/** What storing has to know of the course; app/api/course-record.ts makes it. */
export type CourseRecord = {
  known: KnownObjects
  /** Updates the projections and returns what follows from the new statements, e.g. that a module is now satisfied. */
  project(trx: Transaction<Database>, actor: string, stored: readonly StoredStatement[], now: number): Promise<StatementDraft[]>
}
export type StoreOptions = { now: number; course: CourseRecord }

/** `known`: the same statement was stored before. */
export type StoreResult = { id: string; ok: true; outcome: 'stored' | 'known' } | { id: string; ok: false; code: RefusalCode }
/** `taken`: another statement has this id, or this attempt already has such a statement about this quiz or item. */
export type AppendOutcome = 'stored' | 'known' | 'taken'

/**
 * The most statements a browser may add to one record: a hundred times what the whole course makes. Progress is derived from all
 * of a learner's statements whenever one is stored, so a record without end would be a way to keep everybody waiting.
 */
export const mostOfOne = 20_000

/**
 * Stores what a browser sent.
 * @param values statements as they came, unchecked
 * @returns one result for each value, in the same order; a value without a usable id is named ''
 */
export async function storeStatements(
  db: Kysely<Database>,
  actor: string,
  values: readonly unknown[],
  { now, course }: StoreOptions,
): Promise<StoreResult[]> {
  const checked = values.map((value) => checkStatement(value, course.known, now))
  const accepted = new Map<string, Statement>()
  for (const one of checked) if (one.ok && !accepted.has(one.statement.id)) accepted.set(one.statement.id, one.statement)
  const outcomes =
    accepted.size === 0
      ? new Map<string, AppendOutcome | 'full'>()
      : await db.transaction().execute((trx) => append(trx, actor, [...accepted.values()], { now, course }, mostOfOne))

  const told = new Set<string>()
  return checked.map((one, i): StoreResult => {
    if (!one.ok) return { id: idOf(values[i]), ok: false, code: one.code }
    const { statement } = one
    const outcome = outcomes.get(statement.id)!
    if (outcome === 'taken' || !sameStatement(accepted.get(statement.id)!, statement))
      return { id: statement.id, ok: false, code: 'id_taken' }
    if (outcome === 'full') return { id: statement.id, ok: false, code: 'record_full' }
    if (told.has(statement.id)) return { id: statement.id, ok: true, outcome: 'known' }
    told.add(statement.id)
    return { id: statement.id, ok: true, outcome }
  })
}

/**
 * Stores what the server itself made (quiz, satisfied, awarded), in the caller's transaction. A caller that decides by what
 * is stored takes `lockLearner` before it reads, so that nothing changes in between.
 * @returns one outcome for each statement, in the same order
 */
export async function appendServerStatements(
  trx: Transaction<Database>,
  actor: string,
  statements: readonly Statement[],
  options: StoreOptions,
): Promise<AppendOutcome[]> {
  const outcomes = await append(trx, actor, statements, options)
  return statements.map(({ id }) => outcomes.get(id) as AppendOutcome)
}

/**
 * Makes the learner's row if needed and keeps it until the end of the transaction. Of a learner who was erased no row is made again.
 * @returns the last `seq` given out
 */
export async function lockLearner(trx: Transaction<Database>, actor: string, now: number): Promise<number> {
  const lastSeq = await holdLearner(trx, actor, now)
  if (lastSeq === 0 && (await wasErased(trx, actor))) throw new LearnerErased()
  return lastSeq
}

/** The same, whoever it is: for those who take the row away again. */
export async function holdLearner(trx: Transaction<Database>, actor: string, now: number): Promise<number> {
  const { last_seq } = await trx
    .insertInto('learner')
    .values({ id: actor, created_at: now, last_seq: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ last_seq: eb.ref('learner.last_seq') })))
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  return last_seq
}

/** The most statements in one page, and about the most bytes: neither a long history nor a large response fills the memory. */
const pageStatements = 500
const pageBytes = 2_000_000

/**
 * The learner's statements after `since`, in the order they were stored.
 * @returns `next`: the `since` of the following page; `more`: whether there is one
 */
export async function readStatements(
  db: Kysely<Database>,
  actor: string,
  since: number,
): Promise<{ statements: StoredStatement[]; next: number; more: boolean }> {
  const after = db.selectFrom('statement').where('actor', '=', actor).where('seq', '>', since).orderBy('seq')
  const sizes = await after
    .select((eb) => ['seq', eb.fn.coalesce(eb.fn<number>('length', ['result']), eb.lit(0)).as('size')])
    .limit(pageStatements + 1)
    .execute()
  let last = since
  let bytes = 0
  for (const { seq, size } of sizes.slice(0, pageStatements)) {
    if (last > since && bytes + size > pageBytes) break
    bytes += size
    last = seq
  }
  if (last === since) return { statements: [], next: since, more: false }
  const rows = await after.selectAll().where('seq', '<=', last).execute()
  return { statements: rows.map(toStatement), next: last, more: sizes.at(-1)!.seq > last }
}

/** The highest `seq` of the learner; 0 for one who has nothing stored. */
export async function lastSeqOf(db: Kysely<Database>, actor: string): Promise<number> {
  const row = await db.selectFrom('learner').select('last_seq').where('id', '=', actor).executeTakeFirst()
  return row?.last_seq ?? 0
}

export function toStatement(row: Selectable<StatementTable>): StoredStatement {
  const { id, actor, seq, verb, object, content_hash, attempt, result, at, received_at } = row
  return {
    id,
    verb: verb as Verb,
    object,
    contentHash: content_hash,
    ...(attempt === null ? {} : { attempt }),
    ...(result === null ? {} : { result: JSON.parse(result) }),
    at,
    actor,
    receivedAt: received_at,
    seq,
  }
}

/** @param most how many statements there may be in all; what is new beyond that is `full`. What the server makes has no bound. */
async function append(
  trx: Transaction<Database>,
  actor: string,
  given: readonly Statement[],
  { now, course }: StoreOptions,
  most = Number.POSITIVE_INFINITY,
): Promise<Map<string, AppendOutcome | 'full'>> {
  const outcomes = new Map<string, AppendOutcome | 'full'>()
  if (given.length === 0) return outcomes
  const lastSeq = await lockLearner(trx, actor, now)
  const statements = mergeStatements(given)
  const held = await findStatements(trx, statements)
  for (const statement of statements) {
    const before = held.get(statement.id)
    if (before) outcomes.set(statement.id, before.actor === actor && sameStatement(before, statement) ? 'known' : 'taken')
  }
  const fresh = statements.filter(({ id }) => !held.has(id))
  const room = Math.max(0, most - lastSeq)
  for (const { id } of fresh.slice(room)) outcomes.set(id, 'full')
  const stored = await insert(
    trx,
    fresh.slice(0, room).map((statement, i) => ({ ...statement, actor, receivedAt: now, seq: lastSeq + 1 + i })),
  )
  for (const { id } of stored) outcomes.set(id, 'stored')
  // What was not held and yet not stored met another writer's statement of the same id, or the one-for-each-attempt rule.
  for (const { id } of statements) if (!outcomes.has(id)) outcomes.set(id, 'taken')
  if (stored.length === 0) return outcomes

  await trx
    .updateTable('learner')
    .set({ last_seq: stored.at(-1)!.seq })
    .where('id', '=', actor)
    .execute()
  const drafts = await course.project(trx, actor, stored, now)
  const following = drafts.map((draft): Statement => ({ ...draft, id: uuid7(now, randomBytes(10)), at: now }))
  await append(trx, actor, following, { now, course })
  return outcomes
}

async function findStatements(trx: Transaction<Database>, statements: readonly Statement[]): Promise<Map<string, StoredStatement>> {
  const ids = statements.map(({ id }) => id)
  const rows = await trx.selectFrom('statement').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toStatement(row)]))
}

/** @returns those that were stored */
async function insert(trx: Transaction<Database>, statements: readonly StoredStatement[]): Promise<StoredStatement[]> {
  if (statements.length === 0) return []
  const rows = await trx
    .insertInto('statement')
    .values(statements.map(toRow))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const ids = new Set(rows.map(({ id }) => id))
  return statements.filter(({ id }) => ids.has(id))
}

function toRow({
  id,
  actor,
  seq,
  verb,
  object,
  contentHash,
  attempt,
  result,
  at,
  receivedAt,
}: StoredStatement): Insertable<StatementTable> {
  return {
    id,
    actor,
    seq,
    verb,
    object,
    content_hash: contentHash,
    attempt: attempt ?? null,
    result: result === undefined ? null : canonical(result),
    at,
    received_at: receivedAt,
  }
}

/** Whatever stands where the id should, so that a refusal can name it. */
function idOf(value: unknown): string {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined
  return typeof id === 'string' ? id : ''
}
