/**
 * Where a learner stands with the check of a module, from their own statements. Pure and small; the browser shows it, also
 * offline. The server decides by its own record.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { AttemptResult } from './attempt-view.ts'
import { lessonsToReview, objectivesToday, withOlder } from './score-quiz.ts'

export type Standing =
  | { state: 'new' }
  /** an attempt is open; `responses` counts those given in it */
  | { state: 'open'; attempt: string; responses: number }
  /** `reviewed`: one of the lessons in question was looked at since */
  | { state: 'not-yet'; result: AttemptResult; reviewed: boolean }
  | { state: 'reached'; result: AttemptResult }

// as objectId in lib/course/schema.ts says them, without the schema library that stands beside it
const quizOf = (module: string) => `${module}/quiz`

type Outline = {
  lessons: readonly string[]
  objectives: readonly { id: string; lessons: readonly string[] }[]
  /** older ids of the module and what carries on for each */
  moved?: Readonly<Record<string, string>>
}

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
  if (reached) return { state: 'reached', result: resultOf(reached, module, outline) }
  const last = finished.at(-1)
  if (!last) return { state: 'new' }
  const result = resultOf(last, module, outline)
  return { state: 'not-yet', result, reviewed: hasReviewed(statements, module, last.id, result.lessons, outline) }
}

/** @param since id of the `finished` statement: what was made after it sorts after it */
function hasReviewed(
  statements: readonly Statement[],
  module: string,
  since: string,
  lessons: readonly string[],
  { moved }: Outline,
): boolean {
  const objects = lessons.flatMap((lesson) => withOlder(`${module}/lessons/${lesson}`, moved))
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

function resultOf({ result }: Statement, module: string, outline: Outline): AttemptResult {
  const objectives = objectivesToday(module, result?.objectives ?? [], outline.moved)
  const reached = result?.success === true
  return {
    score: result?.score ?? { raw: 0, max: 1, scaled: 0 },
    reached,
    objectives,
    lessons: reached ? [] : lessonsToReview({ objectives }, outline),
  }
}
