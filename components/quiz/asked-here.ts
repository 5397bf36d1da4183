import type { Asked } from '#components/assignments/asked.ts'
import { kindestMark } from '#lib/quiz/assigned-rules.ts'
import type { AttemptResult } from '#lib/quiz/attempt-view.ts'
import { reaches } from '#lib/quiz/score-quiz.ts'

/** What a facilitator asks at a check. `mark`: share, 0 to 1, never below the course's; `left`: attempts, null where nobody counts. */
export type AskedHere = { mark: number; left: number | null }

/** @param own the mark of the course @returns null where nothing is asked */
export function askedAt(asked: readonly Asked[], module: string, own: number): AskedHere | null {
  const here = asked.filter((one) => one.module === module)
  if (here.length === 0) return null
  const rules = here.map(({ passMark }) => ({ passMark: passMark ?? null, attemptsAllowed: null, since: 0 }))
  // those left are counted over all of them: the same in each
  return { mark: kindestMark(rules, own), left: here[0]!.attemptsLeft }
}

/**
 * The mark that a result is told beside. How much was asked is told at the end of an attempt, and is not in the record of it; so later
 * what is asked now is said, where it explains the result.
 * @param own the mark of the course @returns null where the facilitator asked for more than the course, and nobody here knows how much
 */
export function markOf({ reached, score, passMark }: AttemptResult, asked: AskedHere | null, own: number): number | null {
  if (passMark !== undefined) return passMark
  if (reached) return own
  const most = asked?.mark ?? own
  return reaches(score.scaled, most) ? null : most
}
