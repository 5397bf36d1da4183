/**
 * Slips and budgets in the database, so that several servers count together. Keys are hashes: the table says nothing of who
 * tried what. Rows that have been forgotten are removed now and then.
 */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { newId } from './new-id.ts'
import { type Budget, countAfterSlip, type Slips, waitOf } from './throttle.ts'

const keptFor = 2 * 60 * 60_000

export function throttleKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** @returns milliseconds until this place may try again */
export async function waitFor(db: Kysely<Database>, key: string, now: number): Promise<number> {
  return waitOf(await slipsOf(db, key), now)
}

export async function noteSlip(db: Kysely<Database>, key: string, now: number): Promise<void> {
  const count = countAfterSlip(await slipsOf(db, key), now)
  await db
    .insertInto('auth_rate_limit')
    .values({ id: newId(), key, count, lastRequest: now })
    // many at once from one place count each
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: count === 1 ? 1 : eb('auth_rate_limit.count', '+', 1),
        lastRequest: now,
      })),
    )
    .execute()
  if (Math.random() < 0.01)
    await db
      .deleteFrom('auth_rate_limit')
      .where('lastRequest', '<', now - keptFor)
      .execute()
}

export async function forgetSlips(db: Kysely<Database>, key: string): Promise<void> {
  await db.deleteFrom('auth_rate_limit').where('key', '=', key).execute()
}

/** Takes one from a budget. @returns whether there was one left */
export async function spend(db: Kysely<Database>, key: string, { most, within }: Budget, now: number): Promise<boolean> {
  const started = now - (now % within)
  const { count } = await db
    .insertInto('auth_rate_limit')
    .values({ id: newId(), key, count: 1, lastRequest: started })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: sql<number>`case when ${eb.ref('auth_rate_limit.lastRequest')} < ${started} then 1 else ${eb.ref('auth_rate_limit.count')} + 1 end`,
        lastRequest: started,
      })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count <= most
}

/** Puts back one that was taken at `now`, where it turns out not to count. */
export async function giveBack(db: Kysely<Database>, key: string, { within }: Budget, now: number): Promise<void> {
  await db
    .updateTable('auth_rate_limit')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('lastRequest', '=', now - (now % within))
    .where('count', '>', 0)
    .execute()
}

async function slipsOf(db: Kysely<Database>, key: string): Promise<Slips | null> {
  const row = await db.selectFrom('auth_rate_limit').select(['count', 'lastRequest']).where('key', '=', key).executeTakeFirst()
  return row ? { count: row.count, last: row.lastRequest } : null
}
