/**
 * Positions in status lists. Invariants:
 * - a position is given once and never again, also after the certificate is erased;
 * - it is drawn at random, so that it says nothing about when a credential was issued;
 * - a list has one issuer. A new one is begun when more than half of the last is given out, so that drawing stays quick.
 */
import { randomInt } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { positionsInList } from './status-list.ts'

export type Place = { list: number; position: number }
export type StatusEntry = { certificate: string; issuer: string; now: number }
export type DrawOptions = { draw?: (below: number) => number; size?: number }

/** @param options for tests: another way to draw, and smaller lists */
export async function takePlace(
  trx: Transaction<Database>,
  { certificate, issuer, now }: StatusEntry,
  { draw = (below) => randomInt(below), size = positionsInList }: DrawOptions = {},
): Promise<Place> {
  const list = await openList(trx, issuer, now, size)
  for (;;) {
    const position = draw(size)
    const entry = { list, position, certificate, created_at: now, revoked_at: null, revoked_as: null, reason: '' }
    const taken = await trx
      .insertInto('status_entry')
      .values(entry)
      .onConflict((conflict) => conflict.columns(['list', 'position']).doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows === 1n) return { list, position }
  }
}

/** The newest list of this issuer, while it is not more than half given out; else a new one. */
async function openList(trx: Transaction<Database>, issuer: string, now: number, size: number): Promise<number> {
  for (;;) {
    // both in one look, so that what is begun below follows what was seen here, or meets what somebody else has begun since
    const { highest, own } = await trx
      .selectFrom('status_list')
      .select(({ fn }) => [fn.max('id').as('highest'), fn.max(sql<number | null>`case when issuer = ${issuer} then id end`).as('own')])
      .executeTakeFirstOrThrow()
    if (own !== null && (await givenIn(trx, own)) <= size / 2) return own
    // where somebody else was faster, theirs is found at the next turn
    await trx
      .insertInto('status_list')
      .values({ id: (highest ?? 0) + 1, issuer, created_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

async function givenIn(trx: Transaction<Database>, list: number): Promise<number> {
  const { given } = await trx
    .selectFrom('status_entry')
    .select(({ fn }) => fn.countAll().as('given'))
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  return Number(given)
}

/** What was revoked once stays so, with its first reason. @returns whether this changed anything */
export async function revokePlace(
  db: Kysely<Database>,
  { list, position }: Place,
  { as, reason, now }: { as: 'replaced' | 'revoked'; reason: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('status_entry')
    .set({ revoked_at: now, revoked_as: as, reason })
    .where('list', '=', list)
    .where('position', '=', position)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What changes whenever something in the list does: nothing that was revoked is ever taken back, so that each adds to `count`. */
export type StatusListMark = { issuer: string; changedAt: number; count: number }

/** @returns null where there is no such list */
export async function markOfStatusList(db: Kysely<Database>, list: number): Promise<StatusListMark | null> {
  const row = await db.selectFrom('status_list').selectAll().where('id', '=', list).executeTakeFirst()
  if (!row) return null
  const { count, last } = await db
    .selectFrom('status_entry')
    .select(({ fn }) => [fn.countAll().as('count'), fn.max('revoked_at').as('last')])
    .where('list', '=', list)
    .where('revoked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return { issuer: row.issuer, changedAt: Math.max(row.created_at, Number(last ?? 0)), count: Number(count) }
}

export type StatusListState = { list: number; issuer: string; changedAt: number; revoked: number[] }

/** @returns null where there is no such list */
export async function readStatusList(db: Kysely<Database>, list: number): Promise<StatusListState | null> {
  const row = await db.selectFrom('status_list').selectAll().where('id', '=', list).executeTakeFirst()
  if (!row) return null
  const entries = await db
    .selectFrom('status_entry')
    .select(['position', 'revoked_at'])
    .where('list', '=', list)
    .where('revoked_at', 'is not', null)
    .orderBy('position')
    .execute()
  const changedAt = entries.reduce((last, { revoked_at }) => Math.max(last, revoked_at ?? 0), row.created_at)
  return { list, issuer: row.issuer, changedAt, revoked: entries.map(({ position }) => position) }
}
