/** One line of the table of progress. Pure. */
import type { CourseOutline } from '#lib/course/outline-course.ts'
import type { Progress } from '#lib/progress/derive-progress.ts'

export type ProgressLine = {
  slug: string
  begun: boolean
  lessons: number
  /** different endings reached */
  endings: number
  /** best score of the check, 0 to 1 */
  best: number | null
  complete: boolean
}

/** As this device has it. */
export function linesOf(outline: CourseOutline, progress: Progress): ProgressLine[] {
  return outline.modules.flatMap(({ slug }) => {
    const mine = progress.modules[slug]
    if (!mine) return []
    return {
      slug,
      begun: mine.lastAt !== null,
      lessons: mine.lessonsDone.length,
      endings: mine.scenario.endings.length,
      best: mine.quiz.best,
      complete: mine.satisfiedAt !== null,
    }
  })
}
