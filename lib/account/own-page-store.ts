/** What the page “Me” shows somebody of their own record, from the database. Nothing of anybody else but the names of facilitators. */
import type { Kysely } from 'kysely'
import { cohortsOfLearner } from '#lib/cohort/join-store.ts'
import { shownBy } from '#lib/cohort/reflection-store.ts'
import { facilitatorsOf } from '#lib/cohort/store.ts'
import { type Achievement, achievementSchema } from '#lib/credential/schema.ts'
import type { Database } from '#lib/db/schema.ts'

export type OwnCertificate = { id: string; title: string; issuedAt: number }
export type OwnCohort = {
  id: string
  name: string
  archived: boolean
  /** the name given when joining */
  knownAs: string
  facilitators: string[]
  shown: { object: string; words: string; sharedAt: number }[]
}

export async function ownCertificates(db: Kysely<Database>, learner: string): Promise<OwnCertificate[]> {
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'achievement', 'issued_at'])
    .where('actor', '=', learner)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, achievement, issued_at }) => ({
    id,
    title: titleOf(achievementSchema.parse(JSON.parse(achievement))),
    issuedAt: issued_at,
  }))
}

export async function ownCohorts(db: Kysely<Database>, learner: string): Promise<OwnCohort[]> {
  const shown = await shownBy(db, learner)
  return Promise.all(
    (await cohortsOfLearner(db, learner)).map(async ({ id, name, archivedAt, knownAs }) => ({
      id,
      name,
      archived: archivedAt !== null,
      knownAs,
      facilitators: (await facilitatorsOf(db, id)).map((one) => one.name),
      shown: shown.flatMap(({ cohort, ...one }) => (cohort === id ? [one] : [])),
    })),
  )
}

/** What it is about, in the words of the day it was issued. */
function titleOf(achievement: Achievement): string {
  return 'module' in achievement ? achievement.module.title : achievement.course
}
