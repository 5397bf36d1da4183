import { useMemo } from 'react'
import { useStatements } from '#components/device/use-statements.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { deriveProgress, type Progress } from '#lib/progress/derive-progress.ts'

/** Where the learner stands, from this device's record; null on the server and until the record is read. */
export function useCourseProgress(outline: CourseOutline): Progress | null {
  const statements = useStatements()
  return useMemo(() => {
    if (!statements) return null
    const open = outline.modules.filter(({ href }) => href)
    return deriveProgress(
      statements,
      open.map(({ slug, lessons, scenario, quiz, task }) => ({
        slug,
        lessons: lessons.map((lesson) => lesson.slug),
        scenario: scenario !== null,
        quiz: quiz !== null,
        task,
      })),
    )
  }, [statements, outline])
}
