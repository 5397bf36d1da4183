/**
 * What a review session is made of, as its `started` statement carries it. The plan is written down when the session begins, so
 * that it goes on exactly where it was left, on any device, whatever the course or the calendar has done since.
 */

/** due: what has come round · extra: practised anyway, which changes no appointment */
export type SessionKind = 'due' | 'extra'
export type SessionPlan = {
  kind: SessionKind
  /** object ids of the pieces of the course, in order: items, recall activities, a scenario (its ending), a seven-day task */
  steps: readonly string[]
  /** id of the scenario ending to explain */
  ending?: string
}

const mostSteps = 12

/** Reads what somebody's statement says; null where it is no plan. */
export function planFrom(value: unknown): SessionPlan | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, steps, ending } = value as Record<string, unknown>
  if ((kind !== 'due' && kind !== 'extra') || !Array.isArray(steps)) return null
  const known = [...new Set(steps.filter((step) => typeof step === 'string'))].slice(0, mostSteps)
  return { kind, steps: known, ...(typeof ending === 'string' ? { ending } : {}) }
}

/** Enough to count as remembered: two thirds of the points. */
export function isEnough(scaled: number): boolean {
  return scaled >= 2 / 3 - 1e-9
}
