/**
 * What is kept of a run between visits, and how it moves on. Pure. A run is kept as the text of its address
 * (lib/simulation/week-of-in-tray/encode-state.ts), so that one format serves both.
 */
import { decodeState, encodeState, type Shown } from '#lib/simulation/week-of-in-tray/encode-state.ts'
import { type DayPlan, freeDay } from '#lib/simulation/week-of-in-tray/plan.ts'
import { daysInRun, highestSeed } from '#lib/simulation/week-of-in-tray/world.ts'

export type Kept = {
  /** the run as an address query; the day after the last played one is the draft */
  run: string
  /** finished runs, oldest first, in the same form */
  earlier: readonly string[]
}

/** The in-tray everybody begins with, so that learners can talk about the same tasks. */
const firstSeed = 2
const mostEarlier = 6

export const freshShown: Shown = { plan: [], seed: firstSeed, day: 0 }
export const freshKept: Kept = { run: encodeState(freshShown), earlier: [] }

/** @returns the run, or a fresh one where what was kept can no longer be read. */
export function shownOf(kept: Kept): Shown {
  const decoded = decodeState(kept.run)
  return decoded.found === 'state' ? decoded.shown : freshShown
}

/** What is chosen for the next day. */
export function draftOf(shown: Shown): DayPlan {
  return shown.plan[shown.day] ?? freeDay
}

export function withDraft(shown: Shown, draft: DayPlan): Shown {
  return { ...shown, plan: [...shown.plan.slice(0, shown.day), draft, ...shown.plan.slice(shown.day + 1)] }
}

/** Plays the draft. Days of the plan that stand ready after it stay. */
export function played(shown: Shown): Shown {
  const plan = withDraft(shown, draftOf(shown)).plan
  return { ...shown, plan, day: Math.min(daysInRun, shown.day + 1) }
}

export function isFinished(shown: Shown): boolean {
  return shown.day >= daysInRun
}

/** A new run with the same in-tray or the next one; a finished run is remembered. */
export function begunAgain(kept: Kept, tray: 'same' | 'other'): Kept {
  const shown = shownOf(kept)
  const seed = tray === 'same' ? shown.seed : (shown.seed % highestSeed) + 1
  const others = kept.earlier.filter((run) => run !== kept.run)
  return {
    run: encodeState({ plan: [], seed, day: 0 }),
    earlier: isFinished(shown) ? [...others, kept.run].slice(-mostEarlier) : kept.earlier,
  }
}

/** Finished runs with the same in-tray, with their number in the order in which they were made. */
export function earlierWithTray(kept: Kept, shown: Shown): { number: number; shown: Shown }[] {
  const current = encodeState(shown)
  return kept.earlier
    .flatMap((run) => {
      const decoded = decodeState(run)
      return decoded.found === 'state' && decoded.shown.seed === shown.seed ? [{ run, shown: decoded.shown }] : []
    })
    .map((entry, index) => ({ number: index + 1, ...entry }))
    .filter((entry) => entry.run !== current)
    .map(({ number, shown: other }) => ({ number, shown: other }))
}
