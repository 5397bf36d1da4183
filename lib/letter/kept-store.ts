/**
 * Letters that wait for somebody to send them by hand are looked through now and then, as the queue looks at those it sends: who
 * has joined needs no invitation, who left wants no reminder. A reminder that nobody sent for three days says what is not true any more.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { isReminder, type LetterState } from './kinds.ts'
import { reasonAgainst } from './queue-store.ts'

const keptLasts = 3 * 24 * 60 * 60_000

export async function tidyKept(
  db: Kysely<Database>,
  { clock, hurry = () => false }: { clock: () => number; hurry?: () => boolean },
): Promise<void> {
  const rows = await db
    .selectFrom('letter')
    .select(['id', 'kind', 'to_address', 'cohort_id', 'learner_id', 'created_at'])
    .where('state', '=', 'kept' satisfies LetterState)
    .where('cohort_id', 'is not', null)
    .orderBy('created_at')
    .execute()
  for (const row of rows) {
    if (hurry()) return
    const now = clock()
    // as if it had been written now: by hand it may be sent at any hour, and for longer
    const against = await reasonAgainst(db, { ...row, created_at: now }, now)
    const old = isReminder(row.kind) && now - row.created_at > keptLasts
    const problem = against?.state === 'withdrawn' ? against.problem : old ? 'kept-too-long' : null
    if (problem === null) continue
    await db
      .updateTable('letter')
      .set({ state: 'withdrawn' satisfies LetterState, problem })
      .where('id', '=', row.id)
      .where('state', '=', 'kept')
      .execute()
  }
}
