/**
 * Every change of a cohort begins here: its row is locked until the end of the transaction, so that changes come one after the
 * other, and its version goes up, so that whoever watches it hears of it after the commit.
 */
import { sql, type Transaction } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { channel, lookSoon } from '#lib/server/live.ts'
import type { CohortRow } from './relation-store.ts'

/** @returns the cohort as it stands now; undefined where there is none */
export async function changeCohort(trx: Transaction<Database>, cohortId: string): Promise<CohortRow | undefined> {
  const row = await trx
    .updateTable('cohort')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', cohortId)
    .returningAll()
    .executeTakeFirst()
  if (trx.getExecutor().adapter.supportsMultipleConnections) await sql`select pg_notify(${channel}, ${`|cohort:${cohortId}`})`.execute(trx)
  else lookSoon()
  return row
}
