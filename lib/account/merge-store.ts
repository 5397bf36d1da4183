/**
 * A guest's record goes over into an account. Invariants:
 * - one transaction: the record is the account's, whole, or still the guest's;
 * - nothing is lost and nothing is there twice: statements keep their ids and get new numbers behind those of the account;
 *   certificates, places in cohorts, assignments and what was shared move along;
 * - done again it changes nothing; what was stored for the guest in the meantime follows;
 * - a record that belongs to another account is left alone, whoever holds its cookie, and one that was erased does not come back.
 * Locks: both learners in the order of their ids, then as in lib/statement/store.ts.
 */
import { randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { bySelf } from '#lib/cohort/join-store.ts'
import { touchCohortsOf } from '#lib/cohort/touch-store.ts'
import type { Database } from '#lib/db/schema.ts'
import type { ProgressRules } from '#lib/progress/course-rules.ts'
import { projectModules } from '#lib/progress/store.ts'
import { wasErased } from '#lib/statement/erased-store.ts'
import { appendServerStatements, type CourseRecord, holdLearner } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export type MergeOptions = { now: number; course: CourseRecord; rules: ProgressRules }
/**
 * - `linked`: the account had no record; the guest's is now its own, with the same id
 * - `merged`: both had one, and the guest's went over
 * - `nothing`: there was nothing to do
 */
export type Merged = { outcome: 'linked' | 'merged' | 'nothing'; learner: string | null }

export async function mergeGuest(db: Kysely<Database>, guest: string, userId: string, options: MergeOptions): Promise<Merged> {
  return db.transaction().execute(async (trx): Promise<Merged> => {
    // The account's row is held first, so that two devices that sign in at once come one after the other.
    const account = await trx
      .updateTable('auth_user')
      .set((eb) => ({ role: eb.ref('role') }))
      .where('id', '=', userId)
      .executeTakeFirst()
    if (account.numUpdatedRows === 0n) return { outcome: 'nothing', learner: null }
    const link = await trx.selectFrom('account_learner').select('learner_id').where('user_id', '=', userId).executeTakeFirst()
    const learner = link?.learner_id ?? null
    if (learner === guest) return { outcome: 'nothing', learner }
    const locked = learner === null ? [guest] : [guest, learner].sort()
    for (const one of locked) await holdLearner(trx, one, options.now)
    if (await wasErased(trx, guest)) {
      await trx.deleteFrom('learner').where('id', '=', guest).where('last_seq', '=', 0).execute()
      return { outcome: 'nothing', learner }
    }
    if (await isTaken(trx, guest, learner)) {
      await removeEmpty(trx, guest)
      return { outcome: 'nothing', learner }
    }
    if (learner === null) {
      await trx.insertInto('account_learner').values({ user_id: userId, learner_id: guest, linked_at: options.now }).execute()
      return { outcome: 'linked', learner: guest }
    }
    await moveStatements(trx, guest, learner, options)
    await moveCohorts(trx, guest, learner)
    await moveRest(trx, guest, learner)
    await trx.deleteFrom('learner').where('id', '=', guest).execute()
    await trx
      .insertInto('merged_learner')
      .values({ id: guest, into_learner: learner, at: options.now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await touchCohortsOf(trx, learner)
    return { outcome: 'merged', learner }
  })
}

/** Whether this record is somebody else's: linked to another account, or merged into another record than this account's. */
async function isTaken(trx: Transaction<Database>, guest: string, learner: string | null): Promise<boolean> {
  const linked = await trx.selectFrom('account_learner').select('user_id').where('learner_id', '=', guest).executeTakeFirst()
  if (linked) return true
  const merged = await trx.selectFrom('merged_learner').select('into_learner').where('id', '=', guest).executeTakeFirst()
  return merged !== undefined && merged.into_learner !== learner
}

/** Locking makes a row where there was none. Of a record that went over long ago none shall be left. */
async function removeEmpty(trx: Transaction<Database>, guest: string): Promise<void> {
  await trx
    .deleteFrom('learner')
    .where('id', '=', guest)
    .where('last_seq', '=', 0)
    .where('id', 'in', trx.selectFrom('merged_learner').select('id').where('id', '=', guest))
    .execute()
}

async function moveStatements(trx: Transaction<Database>, guest: string, learner: string, options: MergeOptions): Promise<void> {
  const about = await trx.selectFrom('statement').select('object').distinct().where('actor', '=', guest).execute()
  await trx.deleteFrom('module_progress').where('actor', '=', guest).execute()
  if (about.length === 0) return
  const lastOf = async (id: string) =>
    (await trx.selectFrom('learner').select('last_seq').where('id', '=', id).executeTakeFirstOrThrow()).last_seq
  const [before, added] = [await lastOf(learner), await lastOf(guest)]
  await trx
    .updateTable('statement')
    .set((eb) => ({ actor: learner, seq: eb('seq', '+', before) }))
    .where('actor', '=', guest)
    .execute()
  await trx
    .updateTable('learner')
    .set({ last_seq: before + added })
    .where('id', '=', learner)
    .execute()
  const drafts = await projectModules(trx, learner, about, options.rules)
  const { now, course } = options
  const following = drafts.map((draft) => ({ ...draft, id: uuid7(now, randomBytes(10)), at: now }))
  await appendServerStatements(trx, learner, following, { now, course })
}

/**
 * Where both were in a cohort they become one member: since the earlier day, and still in it where one of them is. Where a facilitator took
 * the account out, it stays out: joining again as a guest is no way back.
 */
async function moveCohorts(trx: Transaction<Database>, guest: string, learner: string): Promise<void> {
  const places = await trx.selectFrom('cohort_member').selectAll().where('learner_id', '=', guest).orderBy('cohort_id').execute()
  for (const place of places) {
    const theirs = trx.selectFrom('cohort_member').selectAll().where('cohort_id', '=', place.cohort_id)
    const held = await theirs.where('learner_id', '=', learner).executeTakeFirst()
    const guests = (table: 'cohort_member') =>
      trx
        .updateTable(table)
        .where('cohort_id', '=', place.cohort_id)
        .where('learner_id', '=', held ? learner : guest)
    if (held) {
      const removed = held.ended_at !== null && held.ended_by !== null && held.ended_by !== bySelf
      const open = !removed && (held.ended_at === null || place.ended_at === null)
      const later = !removed && (place.ended_at ?? 0) > (held.ended_at ?? 0) ? place : held
      await guests('cohort_member')
        .set({
          email: held.email ?? place.email,
          joined_at: Math.min(held.joined_at, place.joined_at),
          ended_at: open ? null : later.ended_at,
          ended_by: open ? null : later.ended_by,
        })
        .execute()
      await trx.deleteFrom('cohort_member').where('cohort_id', '=', place.cohort_id).where('learner_id', '=', guest).execute()
      if (removed)
        await trx.deleteFrom('shared_reflection').where('cohort_id', '=', place.cohort_id).where('learner_id', '=', guest).execute()
    } else {
      await guests('cohort_member').set({ learner_id: learner }).execute()
    }
  }
  await trx.updateTable('cohort_invitation').set({ joined_learner: learner }).where('joined_learner', '=', guest).execute()
}

async function moveRest(trx: Transaction<Database>, guest: string, learner: string): Promise<void> {
  await trx.updateTable('certificate').set({ actor: learner }).where('actor', '=', guest).execute()
  await trx.updateTable('letter').set({ learner_id: learner }).where('learner_id', '=', guest).execute()
  await trx.updateTable('merged_learner').set({ into_learner: learner }).where('into_learner', '=', guest).execute()

  const set = await trx.selectFrom('assignment_person').select('assignment_id').where('learner_id', '=', guest).execute()
  for (const { assignment_id } of set)
    await trx
      .insertInto('assignment_person')
      .values({ assignment_id, learner_id: learner })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await trx.deleteFrom('assignment_person').where('learner_id', '=', guest).execute()

  // words shared twice about the same thing: the later ones
  const shared = await trx.selectFrom('shared_reflection').selectAll().where('learner_id', '=', guest).execute()
  for (const { words, shared_at, ...key } of shared)
    await trx
      .insertInto('shared_reflection')
      .values({ ...key, learner_id: learner, words, shared_at })
      .onConflict((conflict) =>
        conflict
          .columns(['cohort_id', 'learner_id', 'object'])
          .doUpdateSet({ words, shared_at })
          .where('shared_reflection.shared_at', '<', shared_at),
      )
      .execute()
  await trx.deleteFrom('shared_reflection').where('learner_id', '=', guest).execute()

  // kept on the server on purpose; the account's own copy goes before
  const copies = await trx.selectFrom('private_copy').selectAll().where('learner_id', '=', guest).execute()
  for (const copy of copies)
    await trx
      .insertInto('private_copy')
      .values({ ...copy, learner_id: learner })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await trx.deleteFrom('private_copy').where('learner_id', '=', guest).execute()
}
