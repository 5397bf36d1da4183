import type { CourseOutline } from '#lib/course/outline-course.ts'
import { deriveProgress, type Progress } from '#lib/progress/derive-progress.ts'
import type { Statement } from '#lib/statement/schema.ts'

/** Progress in the modules that are open. Pure. */
export function progressOf(outline: CourseOutline, statements: readonly Statement[]): Progress {
  return deriveProgress(
    statements,
    outline.modules
      .filter(({ href }) => href)
      .map(({ slug, lessons, scenario, quiz, task, moved }) => ({
        slug,
        lessons: lessons.map((lesson) => lesson.slug),
        scenario: scenario !== null,
        quiz: quiz !== null,
        task,
        ...(moved ? { moved } : {}),
      })),
  )
}
