/**
 * The certificates of the people of a cohort, from the database: two questions, however many people there are, through keys and indexes,
 * so that the cost hangs on the cohort and not on the site. The signed JSON and what was achieved are not read: titles come from the
 * course as it is.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import type { ListedCertificate } from './certificate-list.ts'
import { readAssignments } from './grid-store.ts'

/** What of the course a certificate can be for; `modules` are all of them, also those that are not written yet. */
export type CertifiedCourse = { id: string; title: string; modules: readonly { slug: string; number: number; title: string }[] }

/** Of those who are in the cohort now, for what is asked of them in it. In no order. */
export async function cohortCertificates(db: Kysely<Database>, cohortId: string, course: CertifiedCourse): Promise<ListedCertificate[]> {
  const [rows, assignments] = await Promise.all([readRows(db, cohortId), readAssignments(db, cohortId)])
  const modules = new Map(course.modules.map((module) => [module.slug, module]))
  const asked = (slug: string, learner: string) =>
    assignments.some(({ module, people }) => module === slug && (people === null || people.has(learner)))
  return rows.flatMap((row): ListedCertificate[] => {
    const module = modules.get(row.module)
    const told = module
      ? asked(module.slug, row.learner)
      : row.module === course.id && course.modules.every(({ slug }) => asked(slug, row.learner))
    if (!told) return []
    const shared = row.visibility !== 'private'
    return [
      {
        id: row.id,
        learner: row.learner,
        name: row.name,
        written: shared && row.shows_name === 1 ? row.written : null,
        of: row.module,
        number: module?.number ?? null,
        title: module?.title ?? course.title,
        issuedAt: row.issued_at,
        state: row.revoked === null ? 'valid' : 'revoked',
        shared,
      },
    ]
  })
}

function readRows(db: Kysely<Database>, cohortId: string) {
  return db
    .selectFrom('cohort_member as member')
    .innerJoin('certificate', 'certificate.actor', 'member.learner_id')
    .leftJoin('status_entry as entry', (join) =>
      join
        .onRef('entry.list', '=', 'certificate.status_list')
        .onRef('entry.position', '=', 'certificate.status_position')
        .on('entry.revoked_as', '=', 'revoked'),
    )
    .select([
      'certificate.id',
      'member.learner_id as learner',
      'member.name',
      'certificate.name as written',
      'certificate.shows_name',
      'certificate.module',
      'certificate.issued_at',
      'certificate.visibility',
      'entry.revoked_at as revoked',
    ])
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .execute()
}
