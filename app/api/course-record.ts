/** What the API knows of the course when it stores: which objects there are, and what follows from a statement. */
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
  return { known: rules.known, project: (trx, actor, stored) => projectStatements(trx, actor, stored, rules) }
}
