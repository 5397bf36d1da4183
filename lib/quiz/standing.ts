/**
 * Where a learner stands with the check of a module, from their own statements. Pure and small; the browser shows it, also
 * offline. The server decides by its own record.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { AttemptResult } from './attempt-view.ts'
import { lessonsToReview } from './score-quiz.ts'

export type Standing =
  | { state: 'new' }
  /** an attempt is open; `responses` counts those given in it */
  | { state: 'open'; attempt: string; responses: number }
  /** `reviewed`: one of the lessons in question was looked at since */
  | { state: 'not-yet'; result: AttemptResult; reviewed: boolean }
  | { state: 'reached'; result: AttemptResult }

// as objectId in lib/course/schema.ts says them, without the schema library that stands beside it
const quizOf = (module: string) => `${module}/quiz`

type Outline = { lessons: readonly string[]; objectives: readonly { id: string; lessons: readonly string[] }[] }

/** @param statements of the learner about the module, ordered by id */
export function standing(statements: readonly Statement[], module: string, outline: Outline): Standing {
  const quiz = quizOf(module)
  const about = statements.filter(({ object }) => object === quiz)
  const over = new Set(about.flatMap(({ verb, attempt }) => (verb === 'finished' ? [attempt] : [])))
  const open = about.findLast(({ verb, attempt }) => verb === 'started' && !over.has(attempt))
  if (open?.attempt) {
    const responses = statements.filter(({ verb, attempt }) => verb === 'responded' && attempt === open.attempt).length
    return { state: 'open', attempt: open.attempt, responses }
  }
  const finished = about.filter(({ verb }) => verb === 'finished')
  const reached = finished.findLast(({ result }) => result?.success === true)
  if (reached) return { state: 'reached', result: resultOf(reached, outline) }
  const last = finished.at(-1)
  if (!last) return { state: 'new' }
  const result = resultOf(last, outline)
  return { state: 'not-yet', result, reviewed: hasReviewed(statements, module, last.id, result.lessons) }
}

/** @param since id of the `finished` statement: what was made after it sorts after it */
function hasReviewed(statements: readonly Statement[], module: string, since: string, lessons: readonly string[]): boolean {
  const objects = lessons.map((lesson) => `${module}/lessons/${lesson}`)
  return (
    lessons.length === 0 ||
    statements.some(
      ({ id, verb, object }) =>
        id > since &&
        (verb === 'experienced' || verb === 'answered') &&
        objects.some((lesson) => object === lesson || object.startsWith(`${lesson}/`)),
    )
  )
}

function resultOf({ result }: Statement, outline: Outline): AttemptResult {
  const objectives = result?.objectives ?? []
  const reached = result?.success === true
  return {
    score: result?.score ?? { raw: 0, max: 1, scaled: 0 },
    reached,
    objectives,
    lessons: reached ? [] : lessonsToReview({ objectives }, outline),
  }
}
