/** What the course says of the check of a module, as the store wants it. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { movesOf } from '#lib/course/read-migrations.ts'
import { moduleOf } from '#lib/statement/known-objects.ts'
import type { QuizContent } from './attempt.ts'

/** undefined where the module is not there or has no items */
export function quizContentOf({ course, modules, migrations }: LoadedCourse, slug: string): QuizContent | undefined {
  const found = modules.get(slug)
  if (!found || found.items.length === 0) return undefined
  return {
    module: slug,
    lessons: found.module.lessons,
    objectives: found.module.objectives,
    items: found.items,
    blueprint: found.module.quiz,
    passMark: course.passMark,
    fingerprints: found.fingerprints,
    moved: Object.fromEntries([...movesOf(migrations)].filter(([, to]) => moduleOf(to) === slug)),
  }
}
