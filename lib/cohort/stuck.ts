/**
 * Who needs a word, and why. Pure. Three reasons, each one a facilitator can name to the person:
 * - `failed`: three attempts or more at the check were finished and the mark was not reached;
 * - `no-attempts`: the attempts that the assignment allows are used up;
 * - `silent`: a due date is at most a week away, or went by less than two weeks ago, and for a week nothing was done.
 *   Silence is counted from the last thing done in any assigned module, but not from before one joined, nor from before the
 *   module was assigned or opened: nobody is silent about what they could not do.
 */
import type { FinishedChecks, GridAssignment } from './grid.ts'

const day = 86_400_000
export const failuresOfConcern = 3
export const silenceOfConcern = 7 * day
const watchBefore = 7 * day
const watchAfter = 14 * day

export type Concern =
  | { kind: 'failed'; module: string; times: number }
  | { kind: 'no-attempts'; module: string; allowed: number }
  | { kind: 'silent'; module: string; since: number; dueAt: number; never: boolean }

export type ConcernKind = Concern['kind']

/** Of one module of one learner that is not done. */
export function concernsOf({
  module,
  assignment,
  tries,
  joinedAt,
  lastAt,
  now,
}: {
  module: string
  assignment: Pick<GridAssignment, 'opensAt' | 'dueAt' | 'attemptsAllowed' | 'createdAt'>
  /** at the check, as long as its mark is not reached */
  tries: Pick<FinishedChecks, 'times' | 'since'> | undefined
  joinedAt: number
  /** last thing done in any module that is assigned to the learner */
  lastAt: number | null
  now: number
}): Concern[] {
  const concerns: Concern[] = []
  const { attemptsAllowed, dueAt } = assignment
  if (tries && attemptsAllowed !== null && tries.since >= attemptsAllowed)
    concerns.push({ kind: 'no-attempts', module, allowed: attemptsAllowed })
  else if (tries && tries.times >= failuresOfConcern) concerns.push({ kind: 'failed', module, times: tries.times })
  if (dueAt !== null && dueAt - now <= watchBefore && now - dueAt < watchAfter) {
    const since = Math.max(lastAt ?? 0, joinedAt, assignment.opensAt ?? assignment.createdAt)
    if (now - since >= silenceOfConcern) concerns.push({ kind: 'silent', module, since, dueAt, never: lastAt === null })
  }
  return concerns
}
