/** What is asked of a learner, as the site tells it to them. */
export type AskedState = 'not-open' | 'not-started' | 'in-progress' | 'out-of-attempts' | 'reached' | 'satisfied'

export type Asked = {
  id: string
  module: string
  dueAt: number | null
  /** null: nobody stands anywhere yet, as at the door of a cohort */
  state: AskedState | null
  late: boolean
  attemptsLeft: number | null
  /** share, 0 to 1; null: the course's own; absent at the door of a cohort */
  passMark?: number | null
  waitsFor: { opensAt: number } | { after: string } | null
  cohort: { id: string; name: string; timeZone: string }
}

/** Where a module is and what it is called, by slug. */
export type ModulePlaces = Readonly<Record<string, { number: number; title: string; href: string | null }>>

/** What one does next: of what can be done now, what is due first; the list is in that order. */
export function nextOf<One extends Pick<Asked, 'state'>>(asked: readonly One[]): One | null {
  return asked.find(({ state }) => state !== null && state !== 'satisfied' && state !== 'not-open' && state !== 'out-of-attempts') ?? null
}
