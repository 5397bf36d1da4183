/**
 * What the course certificate takes: every module satisfied, and every seven-day task marked as done by the learner. Pure;
 * browser and server use the same fold.
 */
import type { Statement } from '#lib/statement/schema.ts'
import { isTaskDone } from './derive-progress.ts'
import type { ModuleShape } from './outline.ts'

export type CourseStanding = {
  modules: readonly { slug: string; satisfied: boolean; taskDone: boolean }[]
  /** everything is there */
  met: boolean
}

/** The verbs that say something about it. */
export const standingVerbs = ['satisfied', 'completed'] as const

/**
 * @param statements of the learner, in any order; `satisfied` is made by the server alone
 * @param shapes every module of the course; a course without modules is never met
 */
export function courseStanding(
  statements: readonly Pick<Statement, 'id' | 'verb' | 'object' | 'result'>[],
  shapes: readonly Pick<ModuleShape, 'slug' | 'task' | 'moved'>[],
): CourseStanding {
  const satisfied = new Set(statements.flatMap(({ verb, object }) => (verb === 'satisfied' ? [object] : [])))
  const modules = shapes.map(({ slug, task, moved }) => {
    const own = moved ? statements.map((one) => ({ ...one, object: moved[one.object] ?? one.object })) : statements
    return { slug, satisfied: satisfied.has(slug), taskDone: isTaskDone(own, task) }
  })
  return { modules, met: modules.length > 0 && modules.every((module) => module.satisfied && module.taskDone) }
}
