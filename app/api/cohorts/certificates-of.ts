/** The certificates of a cohort, as its page and the download show them. */
import type { Kysely } from 'kysely'
import type { ListedCertificate } from '#lib/cohort/certificate-list.ts'
import { type CertifiedCourse, cohortCertificates } from '#lib/cohort/certificate-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import type { Database } from '#lib/db/schema.ts'

export async function certifiedCourse(): Promise<CertifiedCourse> {
  const { course } = await loadCourse()
  return { id: course.id, title: course.title, modules: course.modules.map(({ slug, number, title }) => ({ slug, number, title })) }
}

/** @returns them in no order, and what of the course they are for */
export async function certificatesOf(
  db: Kysely<Database>,
  cohortId: string,
): Promise<{ all: ListedCertificate[]; course: CertifiedCourse; known: string[] }> {
  const course = await certifiedCourse()
  return {
    all: await cohortCertificates(db, cohortId, course),
    course,
    known: [...course.modules.map(({ slug }) => slug), course.id],
  }
}
