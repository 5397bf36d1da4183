/**
 * What an assignment asks at a check, where a module is assigned. Pure.
 * - Where several assignments of a learner ask for the same module, the kindest counts, for mark and attempts each.
 * - A mark is never below the course's own: a certificate says that one, and has to be true.
 * - Attempts begun before the assignment was made do not count. Once the check is reached, none count any more.
 */
export type AssignedRule = {
  /** share, 0 to 1; null: the course's own */
  passMark: number | null
  /** null: as many as one likes */
  attemptsAllowed: number | null
  /** when the assignment was made, Unix milliseconds */
  since: number
}

/** @param own the mark of the course */
export function kindestMark(rules: readonly AssignedRule[], own: number): number {
  if (rules.length === 0) return own
  return Math.max(own, Math.min(...rules.map(({ passMark }) => passMark ?? own)))
}

/**
 * @param begun when the learner's attempts at this check were begun
 * @returns how many more may be begun; null where nobody counts
 */
export function attemptsLeft(rules: readonly AssignedRule[], begun: readonly number[]): number | null {
  if (rules.length === 0) return null
  let most = 0
  for (const { attemptsAllowed, since } of rules) {
    if (attemptsAllowed === null) return null
    most = Math.max(most, attemptsAllowed - begun.filter((at) => at >= since).length)
  }
  return most
}
