/**
 * Copies of what somebody keeps on their devices (job aids, notes, bookmarks), for those with an account who chose so. Off by default.
 * Invariants: nothing is stored for a learner who has not switched it on; a copy is replaced only by who has seen the version it
 * replaces, so two devices never overwrite each other unseen; erased is erased, the row and all.
 * The row with the empty key is the switch. Its `updated_at` tells a device that the copies it knew are not these any more.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { lockLearner } from '#lib/statement/store.ts'

const switchKey = ''
/** Bytes of one copy, and of all copies of one learner; how many there may be. */
export const mostOfOne = 300_000
export const mostOfAll = 5_000_000
export const mostCopies = 1_000

export type CopyVersion = { key: string; version: number; updatedAt: number }
/** `since`: when the learner chose to keep copies, in milliseconds; null where they have not */
export type CopyList = { since: number | null; copies: CopyVersion[] }

export async function listCopies(db: Kysely<Database>, learner: string): Promise<CopyList> {
  const rows = await db
    .selectFrom('private_copy')
    .select(['key', 'version', 'updated_at'])
    .where('learner_id', '=', learner)
    .orderBy('key')
    .execute()
  const chosen = rows.find(({ key }) => key === switchKey)
  if (!chosen) return { since: null, copies: [] }
  const copies = rows.filter(({ key }) => key !== switchKey)
  return { since: chosen.updated_at, copies: copies.map(({ key, version, updated_at }) => ({ key, version, updatedAt: updated_at })) }
}

/** `value` null: it was erased on a device, and other devices are to hear of it. */
export async function readCopy(
  db: Kysely<Database>,
  learner: string,
  key: string,
): Promise<{ value: unknown; version: number; updatedAt: number } | null> {
  if (key === switchKey) return null
  const row = await db
    .selectFrom('private_copy')
    .select(['value', 'version', 'updated_at'])
    .where('learner_id', '=', learner)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { value: JSON.parse(row.value), version: row.version, updatedAt: row.updated_at } : null
}

/** Everything, for the learner's own file. */
export async function allCopies(db: Kysely<Database>, learner: string): Promise<{ key: string; value: unknown; updatedAt: number }[]> {
  const rows = await db.selectFrom('private_copy').selectAll().where('learner_id', '=', learner).orderBy('key').execute()
  return rows.flatMap(({ key, value, updated_at }) => (key === switchKey ? [] : [{ key, value: JSON.parse(value), updatedAt: updated_at }]))
}

/** @returns since when, also where it was on before */
export async function switchCopiesOn(db: Kysely<Database>, learner: string, now: number): Promise<number> {
  await db.transaction().execute(async (trx) => {
    await lockLearner(trx, learner, now)
    await trx
      .insertInto('private_copy')
      .values({ learner_id: learner, key: switchKey, value: 'true', version: 1, updated_at: now })
      .onConflict((conflict) => conflict.columns(['learner_id', 'key']).doNothing())
      .execute()
  })
  return (await listCopies(db, learner)).since ?? now
}

export async function eraseCopies(db: Kysely<Database>, learner: string): Promise<void> {
  await db.deleteFrom('private_copy').where('learner_id', '=', learner).execute()
}

export type Written = { ok: true; version: number } | { ok: false; code: 'copies_off' | 'copies_full' | 'newer_copy' }

/** @param over the version this one replaces; 0 where there is none yet */
export async function writeCopy(
  db: Kysely<Database>,
  learner: string,
  { key, value, over }: { key: string; value: unknown; over: number },
  now: number,
): Promise<Written> {
  const text = JSON.stringify(value)
  return db.transaction().execute(async (trx): Promise<Written> => {
    // The switch is held while this is written, so that what is erased meanwhile does not come back.
    const held = await trx
      .updateTable('private_copy')
      .set({ value: 'true' })
      .where('learner_id', '=', learner)
      .where('key', '=', switchKey)
      .executeTakeFirst()
    if (held.numUpdatedRows !== 1n) return { ok: false, code: 'copies_off' }
    const others = await trx
      .selectFrom('private_copy')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>(fn('length', ['value'])).as('size')])
      .where('learner_id', '=', learner)
      .where('key', '!=', key)
      .executeTakeFirstOrThrow()
    if (text.length > mostOfOne || Number(others.count) > mostCopies || Number(others.size) + text.length > mostOfAll)
      return { ok: false, code: 'copies_full' }
    const row = { learner_id: learner, key, value: text, version: over + 1, updated_at: now }
    if (over === 0) {
      const made = await trx
        .insertInto('private_copy')
        .values(row)
        .onConflict((conflict) => conflict.columns(['learner_id', 'key']).doNothing())
        .executeTakeFirst()
      return made.numInsertedOrUpdatedRows === 1n ? { ok: true, version: 1 } : { ok: false, code: 'newer_copy' }
    }
    const replaced = await trx
      .updateTable('private_copy')
      .set(row)
      .where('learner_id', '=', learner)
      .where('key', '=', key)
      .where('version', '=', over)
      .executeTakeFirst()
    return replaced.numUpdatedRows === 1n ? { ok: true, version: over + 1 } : { ok: false, code: 'newer_copy' }
  })
}
