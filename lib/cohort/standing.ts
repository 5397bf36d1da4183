/**
 * Where a learner stands with what was assigned to them: a fold over what they did, by rules that may have changed since. Pure.
 * - What was achieved stays: a module that is satisfied is satisfied, whatever mark, date or order is asked for now. The mark is
 *   applied when an attempt ends, by the quiz server (lib/quiz/assigned-rules.ts), and what it said then is what counts.
 * - An opening date and an order say what to do next. They lock nothing: the course is open to everybody.
 * - Late is decided by the due date and by when the module was satisfied, or by now where it is not.
 */
import { type AssignedRule, attemptsLeft } from '#lib/quiz/assigned-rules.ts'

/** An assignment as it applies to one learner. Times are Unix milliseconds. */
export type Asked = {
  id: string
  module: string
  position: number
  inOrder: boolean
  opensAt: number | null
  dueAt: number | null
  passMark: number | null
  attemptsAllowed: number | null
  createdAt: number
}

/** What the learner did in a module. */
export type Did = {
  reachedAt: number | null
  satisfiedAt: number | null
  lastAt: number | null
  /** when attempts at the check were begun */
  attemptsAt: readonly number[]
  /** one of them is not over */
  attemptOpen: boolean
}

export const standingStates = ['not-open', 'not-started', 'in-progress', 'out-of-attempts', 'reached', 'satisfied'] as const
/**
 * `not-open`: the opening date lies ahead, or what comes before it is not satisfied; `reached`: the check is, the rest of the module
 * is not; `out-of-attempts`: the check is not reached and no attempt is left.
 */
export type StandingState = (typeof standingStates)[number]
export type AssignmentStanding = {
  state: StandingState
  /** the due date went by before it was satisfied */
  late: boolean
  satisfiedAt: number | null
  lastAt: number | null
  /** null: nobody counts */
  attemptsLeft: number | null
  /** where it is not open: the day it opens, or the assignment that comes first */
  waitsFor: { opensAt: number } | { after: string } | null
}

/**
 * @param asked all that is in force for one learner in one cohort, in any order
 * @param did by module; none for a module in which nothing was done
 * @param rules of all assignments of this learner, by module, where there are some in other cohorts too: the kindest counts
 */
export function standings(
  asked: readonly Asked[],
  did: ReadonlyMap<string, Did>,
  now: number,
  rules: ReadonlyMap<string, readonly AssignedRule[]> = rulesByModule(asked),
): Map<string, AssignmentStanding> {
  const found = new Map<string, AssignmentStanding>()
  let before: Asked | null = null
  for (const one of inOrder(asked)) {
    const first: Asked | null = one.inOrder && before !== null && found.get(before.id)!.state !== 'satisfied' ? before : null
    found.set(one.id, standingOf(one, did.get(one.module), first, rules.get(one.module) ?? [], now))
    before = one
  }
  return found
}

export function rulesByModule(asked: readonly Asked[]): Map<string, AssignedRule[]> {
  const rules = new Map<string, AssignedRule[]>()
  for (const one of asked) rules.set(one.module, [...(rules.get(one.module) ?? []), ruleOf(one)])
  return rules
}

export function ruleOf({ passMark, attemptsAllowed, createdAt }: Pick<Asked, 'passMark' | 'attemptsAllowed' | 'createdAt'>): AssignedRule {
  return { passMark, attemptsAllowed, since: createdAt }
}

export function inOrder<One extends Pick<Asked, 'position' | 'createdAt' | 'id'>>(asked: readonly One[]): One[] {
  return [...asked].sort((a, b) => a.position - b.position || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

function standingOf(
  asked: Asked,
  did: Did | undefined,
  first: Asked | null,
  rules: readonly AssignedRule[],
  now: number,
): AssignmentStanding {
  const { opensAt, dueAt } = asked
  const satisfiedAt = did?.satisfiedAt ?? null
  const left = attemptsLeft(rules, did?.attemptsAt ?? [])
  const waitsFor = opensAt !== null && opensAt > now ? { opensAt } : first ? { after: first.id } : null
  const state = stateOf(did, left, waitsFor !== null)
  return {
    state,
    late: dueAt !== null && (satisfiedAt ?? now) > dueAt,
    satisfiedAt,
    lastAt: did?.lastAt ?? null,
    attemptsLeft: left,
    waitsFor: state === 'not-open' ? waitsFor : null,
  }
}

function stateOf(did: Did | undefined, left: number | null, waits: boolean): StandingState {
  if (did?.satisfiedAt != null) return 'satisfied'
  if (did?.reachedAt != null) return 'reached'
  if (did && left === 0 && !did.attemptOpen) return 'out-of-attempts'
  if (waits) return 'not-open'
  return did?.lastAt != null ? 'in-progress' : 'not-started'
}
