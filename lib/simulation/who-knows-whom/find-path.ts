/** How a question gets from you to somebody who knows: the quickest chain of people, by the strength of your ties today. */
import { acquaintances, type PersonId, personIds } from './people.ts'

/** Below this strength a tie carries nothing. */
export const coldBelow = 15

/** Days a question rests with the first person on its way, by the strength (0–100) of your tie to them. */
export function daysOfTie(strength: number): number {
  if (strength >= 75) return 1
  if (strength >= 55) return 2
  if (strength >= 35) return 5
  if (strength >= coldBelow) return 9
  return Number.POSITIVE_INFINITY
}

export type Path = { days: number; people: readonly PersonId[] }

/**
 * @param strengthOf your tie to each person, 0–100
 * @returns the quickest path from you to one of the holders (people in order, you left out), or null where there is none.
 */
export function findPath(strengthOf: (person: PersonId) => number, holders: readonly PersonId[]): Path | null {
  const best = new Map<PersonId, Path>()
  for (const id of personIds) {
    const days = daysOfTie(strengthOf(id))
    if (days < Number.POSITIVE_INFINITY) best.set(id, { days, people: [id] })
  }
  // Bellman–Ford over seventeen people: every round lengthens the paths by one person, until nothing improves.
  for (let changed = true; changed; ) {
    changed = false
    for (const [from, path] of best) {
      for (const { person, days } of acquaintances(from)) {
        const total = path.days + days
        if (total < (best.get(person)?.days ?? Number.POSITIVE_INFINITY)) {
          best.set(person, { days: total, people: [...path.people, person] })
          changed = true
        }
      }
    }
  }
  let found: Path | null = null
  for (const holder of holders) {
    const path = best.get(holder)
    if (path && (!found || path.days < found.days)) found = path
  }
  return found
}
