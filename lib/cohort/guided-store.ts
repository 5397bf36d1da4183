/** Which cohorts somebody facilitates by themselves: an administrator may see all, and guides few of them. */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

export async function cohortsGuidedBy(db: Kysely<Database>, userId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('cohort_facilitator')
    .select('cohort_id')
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .execute()
  return new Set(rows.map(({ cohort_id }) => cohort_id))
}
