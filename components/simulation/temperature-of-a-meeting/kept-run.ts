/**
 * What is kept of a meeting between visits, and how it moves on. Pure. A run is kept as the text of its address
 * (lib/simulation/temperature-of-a-meeting/encode-state.ts), so that one format serves both.
 */
import { decodeState, encodePlan, encodeState, type Shown } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import type { Plan, Response } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { isFinished } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { highestSeed } from '#lib/simulation/temperature-of-a-meeting/world.ts'

export type Kept = {
  /** the run as an address query */
  run: string
  /** whole runs, oldest first, in the same form */
  earlier: readonly string[]
}

/** The meeting everybody begins in, so that learners can talk about the same moments. */
const firstSeed = 1
const mostEarlier = 6

export const freshShown: Shown = { plan: [], seed: firstSeed, beside: null }
export const freshKept: Kept = { run: encodeState(freshShown), earlier: [] }

/** @returns the run, or a fresh one where what was kept can no longer be read. */
export function shownOf(kept: Kept): Shown {
  const decoded = decodeState(kept.run)
  return decoded.found === 'state' ? decoded.shown : freshShown
}

/** The next response; or another one at a moment that was played, and then the way before stays to be seen beside it. */
export function withResponse(shown: Shown, moment: number, response: Response): Shown {
  if (moment >= shown.plan.length) return { ...shown, plan: [...shown.plan, response] }
  return { ...shown, plan: shown.plan.map((each, index) => (index === moment ? response : each)), beside: shown.plan }
}

/** Keeps a run; a whole one is remembered among the earlier ones, once. */
export function keptWith(kept: Kept, shown: Shown): Kept {
  const run = encodeState({ ...shown, beside: null })
  const earlier = isFinished(shown.plan) ? [...kept.earlier.filter((each) => each !== run), run].slice(-mostEarlier) : kept.earlier
  return { run: encodeState(shown), earlier }
}

/** A new run through the same meeting or the next one. */
export function begunAgain({ seed }: Shown, meeting: 'same' | 'other'): Shown {
  return { plan: [], seed: meeting === 'same' ? seed : (seed % highestSeed) + 1, beside: null }
}

/** Whole runs through the same meeting other than this one, numbered in the order in which they were made. */
export function earlierOf(kept: Kept, shown: Shown): { number: number; plan: Plan }[] {
  const current = encodePlan(shown.plan)
  return kept.earlier
    .flatMap((run) => {
      const decoded = decodeState(run)
      return decoded.found === 'state' && decoded.shown.seed === shown.seed ? [decoded.shown.plan] : []
    })
    .map((plan, index) => ({ number: index + 1, plan }))
    .filter(({ plan }) => encodePlan(plan) !== current)
}
