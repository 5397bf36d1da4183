/** Whether somebody may have a certificate on something, before anything is done for it that costs the site work. */
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf, courseAchievementOf } from '#lib/credential/achievement-of.ts'
import type { Achievement } from '#lib/credential/schema.ts'
import { type CourseShapes, findCertificateOf, isCourseMet, isSatisfied } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { progressOutline } from '#lib/progress/course-rules.ts'

type May =
  | { ok: true; actor: string; achievement: Achievement; shapes: CourseShapes | null }
  | { ok: false; code: 'not_found' | 'not_satisfied' }

/**
 * @param module slug of a module, or id of the course
 * @returns with the modules of the course where it is the course. Who holds the certificate may, whatever came after it.
 */
export async function mayBeCertified(actor: string | null, module: string): Promise<May> {
  const course = await loadCourse()
  const ofCourse = module === objectId.course(course.course.id)
  const achievement = ofCourse ? courseAchievementOf(course) : achievementOf(course, module)
  if (!achievement) return { ok: false, code: 'not_found' }
  const shapes = ofCourse ? progressOutline(course) : null
  if (actor === null) return { ok: false, code: 'not_satisfied' }
  const db = await database()
  const met = shapes ? await isCourseMet(db, actor, shapes) : await isSatisfied(db, actor, module)
  if (!met && (await findCertificateOf(db, actor, module)) === null) return { ok: false, code: 'not_satisfied' }
  return { ok: true, actor, achievement, shapes }
}
