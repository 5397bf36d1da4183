/** The checks of the course, as lib/quiz wants them. */
import { loadCourse } from '#lib/course/load-course.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import type { ContentOf } from '#lib/quiz/store.ts'

export async function quizContent(): Promise<ContentOf> {
  const course = await loadCourse()
  return (module) => quizContentOf(course, module)
}
