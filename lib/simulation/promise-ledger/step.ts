/**
 * One week: answers, words about what is open, work, then what the partners see at its end. Pure.
 *
 * Invariants: trust is a whole number in 0–100; only what a partner can see changes it; impossible wishes of a plan (work on
 * what was refused, a date that has passed) are left out and never throw. A request without an answer counts as a vague yes.
 */
import { type Cause, effects, firstTrust } from './effects.ts'
import type { Answer, Reply, Week, Work } from './plan.ts'
import { daysFor, laterThan, type Partner, partners, partOf, type World, weeksInRun } from './world.ts'

export type Entry = {
  reply: Reply
  clear: boolean
  /** days of work for what was agreed; 0 for a no */
  needed: number
  done: number
  /** the end of this week is the deadline; behind vague words it is what the partner had hoped for */
  due: number
  /** new dates given before a deadline */
  changes: number
  /** a deadline passed without a word */
  missed: boolean
  end: { how: 'delivered' | 'taken-back' | 'refused'; week: number } | null
}

export type State = {
  /** weeks played */
  week: number
  trust: Readonly<Record<Partner, number>>
  /** one for each request of the world; null before its week */
  entries: readonly (Entry | null)[]
}

export type Event = { request: number; partner: Partner; cause: Cause; effect: number }

export function startState(world: World): State {
  return {
    week: 0,
    trust: Object.fromEntries(partners.map((partner) => [partner, firstTrust])) as Record<Partner, number>,
    entries: world.requests.map(() => null),
  }
}

/** True where the promise can still be worked on and talked about. */
export function isOpen(entry: Entry | null | undefined): entry is Entry {
  return entry !== null && entry !== undefined && entry.end === null
}

/** The new entry of an answer in the week of the request. */
export function entryOf(world: World, answer: Answer): Entry {
  const { days, wish, arrives } = world.requests[answer.request]!
  const later = laterThan(wish)
  const reply = answer.reply === 'later' && later === null ? 'whole' : answer.reply
  const clear = answer.clear || reply === 'no'
  return {
    reply,
    clear,
    needed: reply === 'no' ? 0 : reply === 'part' ? partOf(days) : days,
    done: 0,
    // Vague words are heard as one would like to hear them: by the week that was wished for.
    due: reply === 'later' && clear ? later! : wish,
    changes: 0,
    missed: false,
    end: reply === 'no' ? { how: 'refused', week: arrives } : null,
  }
}

/** @returns the state after the week, what the partners saw, and the work that was possible */
export function stepWeek(world: World, before: State, plan: Week): { state: State; events: Event[]; worked: Work[] } {
  const week = before.week + 1
  const entries = [...before.entries]
  const trust = { ...before.trust }
  const events: Event[] = []
  const worked: Work[] = []

  function see(request: number, cause: Cause) {
    const { partner } = world.requests[request]!
    const after = Math.max(0, Math.min(100, trust[partner] + effects[cause]))
    events.push({ request, partner, cause, effect: after - trust[partner] })
    trust[partner] = after
  }

  for (const [request, { arrives, partner }] of world.requests.entries()) {
    if (arrives !== week) continue
    const answer = plan.answers.find((each) => each.request === request) ?? { request, reply: 'whole' as const, clear: false }
    const entry = entryOf(world, answer)
    const refused = before.entries.some((each, index) => each?.reply === 'no' && world.requests[index]!.partner === partner)
    entries[request] = entry
    see(request, causeOfAnswer(entry, refused))
  }

  for (const { request, until } of plan.words) {
    const entry = before.entries[request]
    // One word a week about one promise, and none in the week in which it was given.
    if (!isOpen(entry) || entries[request] !== entry || !isPossibleDate(entry, until, week)) continue
    const after = week > entry.due
    if (until === 0) {
      entries[request] = { ...entry, end: { how: 'taken-back', week } }
      see(request, after ? 'taken-back-after' : 'taken-back')
    } else if (!entry.clear && !after) {
      entries[request] = { ...entry, clear: true, due: until, changes: until > entry.due ? 1 : 0 }
      see(request, 'made-clear')
    } else {
      entries[request] = { ...entry, clear: true, due: until, changes: entry.changes + 1, missed: entry.missed || after }
      see(request, after ? 'told-after' : entry.changes > 0 ? 'told-again' : week < entry.due ? 'told-early' : 'told-just-before')
    }
  }

  let left = daysFor(world, week)
  for (const { request, days } of plan.work) {
    const entry = entries[request]
    if (!isOpen(entry)) continue
    const possible = Math.min(days, left, entry.needed - entry.done)
    if (possible <= 0) continue
    left -= possible
    worked.push({ request, days: possible })
    entries[request] = { ...entry, done: entry.done + possible }
  }

  for (const [request, entry] of entries.entries()) {
    if (!isOpen(entry)) continue
    if (entry.done >= entry.needed) {
      entries[request] = { ...entry, end: { how: 'delivered', week } }
      see(request, causeOfDelivery(entry, week))
    } else if (week >= entry.due) {
      see(request, !entry.clear ? 'waiting' : week === entry.due && !entry.missed ? 'missed' : 'silence')
      entries[request] = { ...entry, missed: true }
    }
  }
  return { state: { week, trust, entries }, events, worked }
}

/** The weeks that can be named as a new date for an open promise, in the given week. */
export function possibleDates(entry: Entry, week: number): number[] {
  return Array.from({ length: weeksInRun }, (_, index) => index + 1).filter((until) => isPossibleDate(entry, until, week))
}

function isPossibleDate(entry: Entry, until: number, week: number): boolean {
  if (until === 0) return true
  return until <= weeksInRun && until >= week && (entry.clear ? until > entry.due : true)
}

function causeOfAnswer(entry: Entry, refusedBefore: boolean): Cause {
  if (entry.reply === 'no') return refusedBefore ? 'no-again' : 'no'
  // Behind vague words nobody hears that it will be smaller or later.
  if (!entry.clear || entry.reply === 'whole') return 'yes'
  return entry.reply === 'part' ? 'smaller' : 'later'
}

function causeOfDelivery(entry: Entry, week: number): Cause {
  if (!entry.clear) return week > entry.due ? 'came-vague-late' : entry.reply === 'part' ? 'came-vague-part' : 'came-vague'
  if (entry.missed || week > entry.due) return 'came-late'
  if (entry.changes > 1) return 'kept-at-last'
  if (entry.reply === 'part') return 'kept-part'
  return entry.changes === 1 ? 'kept-changed' : 'kept'
}
