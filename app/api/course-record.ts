/** What the API knows of the course when it stores: which objects there are, and what follows from a statement. */
import { touchCohortsOf } from '#lib/cohort/touch-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { projectStatements } from '#lib/progress/store.ts'
import type { CourseRecord } from '#lib/statement/store.ts'

const records = new WeakMap<object, CourseRecord>()

export async function courseRecord(): Promise<CourseRecord> {
  const course = await loadCourse()
  const record = records.get(course) ?? recordOf(course)
  records.set(course, record)
  return record
}

function recordOf(course: Awaited<ReturnType<typeof loadCourse>>): CourseRecord {
  const rules = courseRules(course)
  return {
    known: rules.known,
    async project(trx, actor, stored) {
      const following = await projectStatements(trx, actor, stored, rules)
      await touchCohortsOf(trx, actor)
      return following
    },
  }
}
