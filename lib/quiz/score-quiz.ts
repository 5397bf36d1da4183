/** The result of an attempt: by objective and over all. Pure. No grades: an objective is reached, or not yet. */
import type { Score } from './marking.ts'

export type ObjectiveResult = { id: string; scaled: number; reached: boolean }
export type QuizResult = { score: Score; reached: boolean; objectives: ObjectiveResult[] }

/** Sums of thirds and sevenths: a mean that is the pass mark on paper must not miss it by a rounding error. */
const tolerance = 1e-9
/** Both are shares, 0 to 1. */
export const reaches = (scaled: number, mark: number): boolean => scaled >= mark - tolerance

/**
 * @param counted the scored items that are still in the bank, with the scaled score of the response to each
 * @param passMark share of the score, 0 to 1
 * @returns the mean of the scaled scores, over all and by objective. With nothing to count the score is 0 of 1.
 */
export function scoreQuiz(counted: readonly { objective: string; scaled: number }[], passMark: number): QuizResult {
  const sum = (scores: readonly { scaled: number }[]) => scores.reduce((total, score) => total + score.scaled, 0)
  const raw = sum(counted)
  const max = Math.max(1, counted.length)
  const objectives = [...new Set(counted.map((one) => one.objective))].sort().map((id) => {
    const own = counted.filter((one) => one.objective === id)
    const scaled = Math.min(1, sum(own) / own.length)
    return { id, scaled, reached: reaches(scaled, passMark) }
  })
  const scaled = Math.min(1, raw / max)
  return { score: { raw, max, scaled }, reached: reaches(scaled, passMark), objectives }
}

/**
 * Results under the ids that the objectives have now. Where two became one, it is reached if both were.
 * @param moved older ids of the module and what carries on for each
 */
export function objectivesToday(
  module: string,
  results: readonly ObjectiveResult[],
  moved: Readonly<Record<string, string>> = {},
): ObjectiveResult[] {
  const at = `${module}/objectives/`
  const today = new Map<string, ObjectiveResult>()
  for (const result of results) {
    const id = moved[at + result.id]?.slice(at.length) ?? result.id
    const other = today.get(id)
    today.set(id, {
      id,
      scaled: Math.min(result.scaled, other?.scaled ?? 1),
      reached: result.reached && other?.reached !== false,
    })
  }
  return [...today.values()]
}

/** The lessons of the objectives not yet reached, in the order of the module, each once. */
export function lessonsToReview(
  result: Pick<QuizResult, 'objectives'>,
  module: { lessons: readonly string[]; objectives: readonly { id: string; lessons: readonly string[] }[] },
): string[] {
  const missing = result.objectives.filter((objective) => !objective.reached).map((objective) => objective.id)
  const wanted = module.objectives.filter((objective) => missing.includes(objective.id)).flatMap((objective) => objective.lessons)
  return module.lessons.filter((lesson) => wanted.includes(lesson))
}

/** An object id and those it had before: what was recorded stands under the name it had then. */
export function withOlder(object: string, moved: Readonly<Record<string, string>> = {}): string[] {
  return [object, ...Object.entries(moved).flatMap(([older, today]) => (today === object ? [older] : []))]
}
