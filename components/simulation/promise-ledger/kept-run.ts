/**
 * What is kept of a run between visits, and how it moves on. Pure. A run is kept as the text of its address
 * (lib/simulation/promise-ledger/encode-state.ts), so that one format serves both.
 */
import { decodeState, encodeState, type Shown } from '#lib/simulation/promise-ledger/encode-state.ts'
import { emptyWeek, type Plan, type Week } from '#lib/simulation/promise-ledger/plan.ts'
import { highestSeed, weeksInRun } from '#lib/simulation/promise-ledger/world.ts'

export type Kept = {
  /** the run as an address query; the week after the last played one is the draft */
  run: string
  /** finished runs, oldest first, in the same form */
  earlier: readonly string[]
}

/** The world everybody begins in, so that learners can talk about the same requests. */
const firstSeed = 7
const mostEarlier = 6

export const freshShown: Shown = { plan: [], seed: firstSeed, week: 0 }
export const freshKept: Kept = { run: encodeState(freshShown), earlier: [] }

/** @returns the run, or a fresh one where what was kept can no longer be read. */
export function shownOf(kept: Kept): Shown {
  const decoded = decodeState(kept.run)
  return decoded.found === 'state' ? decoded.shown : freshShown
}

/** What is decided for the next week. */
export function draftOf(shown: Shown): Week {
  return shown.plan[shown.week] ?? emptyWeek
}

export function withDraft(shown: Shown, draft: Week): Shown {
  return { ...shown, plan: [...shown.plan.slice(0, shown.week), draft, ...shown.plan.slice(shown.week + 1)] }
}

/** Plays the draft. Weeks of the plan that stand ready after it stay. */
export function played(shown: Shown): Shown {
  return { ...withDraft(shown, draftOf(shown)), week: Math.min(weeksInRun, shown.week + 1) }
}

export function isFinished(shown: Shown): boolean {
  return shown.week >= weeksInRun
}

/** A new run in the same world or the next one; a finished run is remembered. */
export function begunAgain(kept: Kept, world: 'same' | 'other'): Kept {
  const shown = shownOf(kept)
  const seed = world === 'same' ? shown.seed : (shown.seed % highestSeed) + 1
  const others = kept.earlier.filter((run) => run !== kept.run)
  return {
    run: encodeState({ plan: [], seed, week: 0 }),
    earlier: isFinished(shown) ? [...others, kept.run].slice(-mostEarlier) : kept.earlier,
  }
}

/** Finished runs in the same world, with their number in the order in which they were made; without the one shown. */
export function earlierInWorld(kept: Kept, shown: Shown): { number: number; plan: Plan }[] {
  const current = encodeState(shown)
  return kept.earlier
    .flatMap((run) => {
      const decoded = decodeState(run)
      return decoded.found === 'state' && decoded.shown.seed === shown.seed ? [{ run, plan: decoded.shown.plan }] : []
    })
    .map((entry, index) => ({ number: index + 1, ...entry }))
    .filter(({ run }) => run !== current)
    .map(({ number, plan }) => ({ number, plan }))
}
