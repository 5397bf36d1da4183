import { useMemo } from 'react'
import { useStatements } from '#components/device/use-statements.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import type { Progress } from '#lib/progress/derive-progress.ts'
import { progressOf } from './progress-of.ts'

/** Where the learner stands, from this device's record; null on the server and until the record is read. */
export function useCourseProgress(outline: CourseOutline): Progress | null {
  const statements = useStatements()
  return useMemo(() => (statements ? progressOf(outline, statements) : null), [statements, outline])
}
