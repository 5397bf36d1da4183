/**
 * Something of a learner changed: the cohorts they are in now get a higher version, and whoever watches one hears of it after the commit.
 * One statement of SQL; for a learner in no cohort it finds nothing in an index and writes nothing. It is the last lock a transaction
 * takes, cohorts in the order of their ids, so that writers cannot block each other.
 */
import { sql, type Transaction } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { channel, lookSoon } from '#lib/server/live.ts'

export async function touchCohortsOf(trx: Transaction<Database>, learner: string): Promise<void> {
  const own = sql`select cohort.id from cohort_member join cohort on cohort.id = cohort_member.cohort_id
    where cohort_member.learner_id = ${learner} and cohort_member.ended_at is null and cohort.archived_at is null`
  // what has many connections is PostgreSQL, and tells its news itself when it commits
  if (trx.getExecutor().adapter.supportsMultipleConnections) {
    await sql`with touched as (
        update cohort set version = version + 1 where id in (${own} order by cohort.id for update of cohort) returning id)
      select pg_notify(${channel}, '|cohort:' || id) from touched`.execute(trx)
    return
  }
  const { numAffectedRows } = await sql`update cohort set version = version + 1 where id in (${own})`.execute(trx)
  if (numAffectedRows !== 0n) lookSoon()
}
