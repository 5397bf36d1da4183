/** What somebody is to a cohort, for the permission table. */
import type { Kysely, Selectable } from 'kysely'
import type { CohortTable } from '#lib/db/people-schema.ts'
import type { Database } from '#lib/db/schema.ts'
import type { Relation } from './permissions.ts'

export type CohortRow = Selectable<CohortTable>

/** An id as lib/account/new-id.ts makes it, or a learner’s. Anything else in an address is not even looked for. */
export function isId(value: string): boolean {
  return /^[0-9a-z]{20,40}$/.test(value)
}

/**
 * The cohort and the relation to it, in one question to the database.
 * @param who id of the account and of the learner, where there is one
 */
export async function relationTo(
  db: Kysely<Database>,
  cohortId: string,
  who: { user: string | null; learner: string | null },
): Promise<{ cohort: CohortRow; relation: Relation } | undefined> {
  if (!isId(cohortId)) return undefined
  const row = await db
    .selectFrom('cohort')
    .leftJoin('cohort_facilitator as guide', (join) =>
      join
        .onRef('guide.cohort_id', '=', 'cohort.id')
        .on('guide.user_id', '=', who.user ?? '')
        .on('guide.removed_at', 'is', null),
    )
    .leftJoin('cohort_member as member', (join) =>
      join
        .onRef('member.cohort_id', '=', 'cohort.id')
        .on('member.learner_id', '=', who.learner ?? '')
        .on('member.ended_at', 'is', null),
    )
    .selectAll('cohort')
    .select(['guide.user_id as guides', 'member.learner_id as belongs'])
    .where('cohort.id', '=', cohortId)
    .executeTakeFirst()
  if (!row) return undefined
  const { guides, belongs, ...cohort } = row
  return { cohort, relation: guides !== null ? 'facilitator' : belongs !== null ? 'member' : 'none' }
}

/** Whether a learner is in the cohort now. Of who has left, a facilitator sees that they left and no more. */
export async function isMember(db: Kysely<Database>, cohortId: string, learnerId: string): Promise<boolean> {
  if (!isId(learnerId)) return false
  const row = await db
    .selectFrom('cohort_member')
    .select('learner_id')
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learnerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
