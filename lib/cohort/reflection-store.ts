/**
 * Reflections that somebody chose to show to the facilitators of a cohort. What is shown is a copy, made at that moment: what is
 * written on the device afterwards stays there. Only who is in the cohort can show something, and taking it back deletes it.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { changeCohort } from './change-store.ts'
import { isMember } from './relation-store.ts'
import { changeOpen, facilitatorsOf, type Outcome } from './store.ts'

/** characters */
export const longestReflection = 20_000

export type Showing = { cohort: string; name: string; facilitators: string[]; sharedAt: number | null; words: string | null }

/** The cohorts that a learner could show this reflection to, and whether they have. */
export async function showings(db: Kysely<Database>, learner: string, object: string): Promise<Showing[]> {
  const rows = await db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_member.cohort_id')
    .leftJoin('shared_reflection as shown', (join) =>
      join.onRef('shown.cohort_id', '=', 'cohort.id').on('shown.learner_id', '=', learner).on('shown.object', '=', object),
    )
    .select(['cohort.id', 'cohort.name', 'shown.shared_at', 'shown.words'])
    .where('cohort_member.learner_id', '=', learner)
    .where('cohort_member.ended_at', 'is', null)
    .where((eb) => eb.or([eb('cohort.archived_at', 'is', null), eb('shown.shared_at', 'is not', null)]))
    .orderBy('cohort_member.joined_at')
    .execute()
  return Promise.all(
    rows.map(async ({ id, name, shared_at, words }) => ({
      cohort: id,
      name,
      facilitators: (await facilitatorsOf(db, id)).map((one) => one.name),
      sharedAt: shared_at,
      words,
    })),
  )
}

/** Everything a learner shows now, in whichever cohort; the newest first. */
export async function shownBy(
  db: Kysely<Database>,
  learner: string,
): Promise<{ cohort: string; object: string; words: string; sharedAt: number }[]> {
  const rows = await db
    .selectFrom('shared_reflection')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('shared_at', 'desc')
    .orderBy('object')
    .execute()
  return rows.map(({ cohort_id, object, words, shared_at }) => ({ cohort: cohort_id, object, words, sharedAt: shared_at }))
}

/** Shows these words, in place of what was shown before. */
export function showReflection(
  db: Kysely<Database>,
  { cohort, learner, object, words, now }: { cohort: string; learner: string; object: string; words: string; now: number },
): Promise<Outcome<{ sharedAt: number }, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohort, async (trx): Promise<Outcome<{ sharedAt: number }, 'not_found'>> => {
    if (!(await isMember(trx, cohort, learner))) return { ok: false, code: 'not_found' }
    await trx
      .insertInto('shared_reflection')
      .values({ cohort_id: cohort, learner_id: learner, object, words, shared_at: now })
      .onConflict((conflict) => conflict.columns(['cohort_id', 'learner_id', 'object']).doUpdateSet({ words, shared_at: now }))
      .execute()
    return { ok: true, value: { sharedAt: now } }
  })
}

/** Takes it back from one cohort, also from one that is archived by now. Nothing to take back is fine. */
export async function hideReflection(
  db: Kysely<Database>,
  { cohort, learner, object }: { cohort: string; learner: string; object: string },
): Promise<void> {
  const own = db
    .selectFrom('shared_reflection')
    .select('cohort_id')
    .where('cohort_id', '=', cohort)
    .where('learner_id', '=', learner)
    .where('object', '=', object)
  if (!(await own.executeTakeFirst())) return
  await db.transaction().execute(async (trx) => {
    await changeCohort(trx, cohort)
    await trx
      .deleteFrom('shared_reflection')
      .where('cohort_id', '=', cohort)
      .where('learner_id', '=', learner)
      .where('object', '=', object)
      .execute()
  })
}
