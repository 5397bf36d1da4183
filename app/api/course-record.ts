/** What the API knows of the course when it stores: which objects there are, and what follows from a statement. */
import { touchCohortsOf } from '#lib/cohort/touch-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { type CourseRules, courseRules } from '#lib/progress/course-rules.ts'
import { projectStatements } from '#lib/progress/store.ts'
import type { CourseRecord } from '#lib/statement/store.ts'

type Known = { rules: CourseRules; record: CourseRecord }
const records = new WeakMap<object, Known>()

export async function courseRecord(): Promise<CourseRecord> {
  return (await knownCourse()).record
}

/** How a record becomes progress in the course as it is now. */
export async function progressRules(): Promise<CourseRules> {
  return (await knownCourse()).rules
}

async function knownCourse(): Promise<Known> {
  const course = await loadCourse()
  const known = records.get(course) ?? recordOf(course)
  records.set(course, known)
  return known
}

function recordOf(course: Awaited<ReturnType<typeof loadCourse>>): Known {
  const rules = courseRules(course)
  const record: CourseRecord = {
    known: rules.known,
    async project(trx, actor, stored) {
      const following = await projectStatements(trx, actor, stored, rules)
      await touchCohortsOf(trx, actor)
      return following
    },
  }
  return { rules, record }
}
