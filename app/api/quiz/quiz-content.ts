/** The checks of the course, as lib/quiz wants them. */
import { type LoadedCourse, loadCourse } from '#lib/course/load-course.ts'
import type { ContentOf } from '#lib/quiz/store.ts'

export async function quizContent(): Promise<ContentOf> {
  const course = await loadCourse()
  return (module) => contentOf(course, module)
}

function contentOf(course: LoadedCourse, slug: string): ReturnType<ContentOf> {
  const found = course.modules.get(slug)
  if (!found || found.items.length === 0) return undefined
  return {
    module: slug,
    lessons: found.module.lessons,
    objectives: found.module.objectives,
    items: found.items,
    blueprint: found.module.quiz,
    passMark: course.course.passMark,
    fingerprints: found.fingerprints,
  }
}
