/** What assigning has to know of the course. */
import type { CourseFacts } from '#lib/cohort/assign-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'

export async function courseFacts(): Promise<CourseFacts> {
  const { modules, course } = await loadCourse()
  return { modules: [...modules.keys()], passMark: course.passMark }
}
