/**
 * One learner, for the facilitator of a cohort: the modules with state, attempts at the check, ways through the scenario. A pure
 * fold over the learner's statements. Of a run the places are told, not the words of the choices.
 */
import { deriveModule } from '#lib/progress/derive-progress.ts'
import type { ModuleShape, RunsOf } from '#lib/progress/outline.ts'
import { readAttempts } from '#lib/quiz/attempt.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { type ScenarioPlace, type Way, waysOf } from './report-runs.ts'

export type LearnerAttempt = {
  id: string
  beganAt: number
  finishedAt: number | null
  /** 0 to 1; null while it is not finished */
  scaled: number | null
  reached: boolean
  /** ids of the objectives not reached */
  missing: string[]
}
/** A letter to the learner; when it was sent, or when it is due. */
export type ReportedLetter = { id: string; subject: string; state: string; at: number; problem: string | null }
export type LearnerRun = Way & { beganAt: number; lastAt: number }
export type LearnerModule = {
  slug: string
  state: 'not-started' | 'under-way' | 'satisfied'
  lessonsDone: number
  lessons: number
  satisfiedAt: number | null
  best: number | null
  taskDone: boolean
  attempts: LearnerAttempt[]
  runs: LearnerRun[]
  lastAt: number | null
}

/**
 * @param statements of the learner, in the order they were stored
 * @param scenario of the module with its place, where it has one
 */
export function reportLearnerModule(
  learner: string,
  shape: ModuleShape,
  statements: readonly Statement[],
  runsOf: RunsOf,
  scenario: (ScenarioPlace & { story: Scenario }) | null,
): LearnerModule {
  const progress = deriveModule(statements, shape, runsOf)
  const own = statements.filter(
    ({ object, attempt }) => attempt !== undefined && (shape.moved?.[object] ?? object).startsWith(`${shape.slug}/`),
  )
  return {
    slug: shape.slug,
    state: progress.satisfiedAt !== null ? 'satisfied' : progress.lastAt === null ? 'not-started' : 'under-way',
    lessonsDone: progress.lessonsDone.length,
    lessons: shape.lessons.length,
    satisfiedAt: progress.satisfiedAt,
    best: progress.quiz.best,
    taskDone: progress.taskDone,
    attempts: readAttempts(shape.slug, own, shape.moved)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, finished }) => {
        const told = own.filter(({ attempt, object }) => attempt === id && object.startsWith(`${shape.slug}/quiz`))
        return {
          id,
          beganAt: Math.min(...told.map(({ at }) => at)),
          finishedAt: finished ? (told.find(({ verb }) => verb === 'finished')?.at ?? null) : null,
          scaled: finished?.score.scaled ?? null,
          reached: finished?.reached === true,
          missing: finished?.objectives.filter(({ reached }) => !reached).map((objective) => objective.id) ?? [],
        }
      }),
    runs: scenario
      ? waysOf(scenario.story, learner, own, scenario).map((way) => {
          const times = own
            .filter(({ attempt, object }) => attempt === way.run && !object.startsWith(`${shape.slug}/quiz`))
            .map(({ at }) => at)
          return { ...way, beganAt: Math.min(...times), lastAt: Math.max(...times) }
        })
      : [],
    lastAt: progress.lastAt,
  }
}
