/**
 * Where a learner stands with their reviews, from their statements. Pure; the order and the number of times a statement
 * arrives change nothing. Knows no items: what a content release has taken away simply is not asked for any more.
 */
import { sourceOf } from '#lib/statement/known-objects.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { Outcome } from './memory.ts'
import { isEnough, planFrom, type SessionPlan } from './session.ts'
import type { DayOf } from './steps.ts'

export type Contact = { day: number; outcome: Outcome }
export type Session = SessionPlan & {
  /** its attempt */
  id: string
  /** when it began */
  day: number
  /** step → how it went; a question without a mark counts as right */
  answered: ReadonlyMap<string, Outcome>
  /** the day it was finished, or null */
  finished: number | null
}
export type Reviews = {
  /** modules satisfied, in that order */
  modules: readonly { slug: string; day: number }[]
  /** how an item went last in the course itself, before any review */
  first: ReadonlyMap<string, Outcome>
  /** responses in reviews, oldest first */
  contacts: ReadonlyMap<string, readonly Contact[]>
  /** seven-day tasks and scenarios that were asked about */
  asked: ReadonlySet<string>
  /** module → the ending reached last */
  endings: ReadonlyMap<string, string>
  /** oldest first */
  sessions: readonly Session[]
  /** the last day on which a session of what was due was finished: everything up to that day is settled */
  settled: number
}

export function foldReviews(
  given: readonly Statement[],
  dayOf: DayOf,
  currentId: (object: string) => string = (object) => object,
): Reviews {
  const statements = [...new Map(given.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const satisfied = new Map<string, number>()
  const first = new Map<string, Outcome>()
  const contacts = new Map<string, Contact[]>()
  const asked = new Set<string>()
  const endings = new Map<string, string>()
  const plans = new Map<string, SessionPlan & { day: number }>()
  const answered = new Map<string, Map<string, Outcome>>()
  const finished = new Map<string, number>()

  for (const statement of statements) {
    const { verb, at, attempt, result } = statement
    const about = sourceOf(statement.object)
    const object = currentId(about ?? statement.object)
    if (about === null) {
      const module = object.split('/', 1)[0]!
      if (verb === 'satisfied') satisfied.set(object, Math.min(satisfied.get(object) ?? at, at))
      else if ((verb === 'responded' && object.startsWith(`${module}/quiz/`)) || verb === 'answered') {
        const outcome = outcomeOf(statement)
        if (outcome) first.set(object, outcome)
      } else if (verb === 'finished' && object === `${module}/scenario`) {
        const ending: unknown = Object(result?.draw).ending
        if (typeof ending === 'string' && ending !== '') endings.set(module, ending)
      }
    } else if (verb === 'started' && attempt) {
      const plan = planFrom(result?.response)
      if (plan) plans.set(attempt, { ...plan, steps: [...new Set(plan.steps.map(currentId))], day: dayOf(at) })
    } else if (verb === 'finished' && attempt) finished.set(attempt, dayOf(at))
    else if (verb === 'answered') {
      const outcome = outcomeOf(statement)
      if (outcome) contacts.set(object, [...(contacts.get(object) ?? []), { day: dayOf(at), outcome }])
      else asked.add(object)
      if (attempt) answered.set(attempt, (answered.get(attempt) ?? new Map()).set(object, outcome ?? 'right'))
    }
  }

  const sessions = [...plans].map(([id, plan]) => ({
    ...plan,
    id,
    answered: answered.get(id) ?? new Map(),
    finished: finished.get(id) ?? null,
  }))
  const kept = sessions.flatMap((one) => (one.kind === 'due' && one.finished !== null ? [one.finished] : []))
  return {
    modules: [...satisfied].sort(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1)).map(([slug, at]) => ({ slug, day: dayOf(at) })),
    first,
    contacts,
    asked,
    endings,
    sessions: sessions.sort((a, b) => (a.id < b.id ? -1 : 1)),
    settled: Math.max(Number.NEGATIVE_INFINITY, ...kept),
  }
}

/** null for what is not marked */
function outcomeOf({ result }: Statement): Outcome | null {
  const scaled = result?.score?.scaled
  if (scaled === undefined) return result?.success === undefined ? null : result.success ? 'right' : 'missed'
  return scaled >= 1 ? 'right' : isEnough(scaled) ? 'partly' : 'missed'
}
