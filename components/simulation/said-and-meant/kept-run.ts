/**
 * What is kept of a talk between visits, and how it moves on. Pure. A talk is kept as the text of its address
 * (lib/simulation/said-and-meant/encode-state.ts), so that one format serves both.
 */
import { decodeState, encodeState, type Shown } from '#lib/simulation/said-and-meant/encode-state.ts'
import type { Move } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, runPlan } from '#lib/simulation/said-and-meant/run.ts'
import { highestSeed, makeWorld } from '#lib/simulation/said-and-meant/world.ts'

export type Kept = {
  /** the talk as an address query */
  run: string
  /** finished talks, oldest first, in the same form */
  earlier: readonly string[]
}

/** The talk everybody begins with, so that learners can speak about the same person. */
const firstSeed = 55
const mostEarlier = 6

export const freshShown: Shown = { plan: [], seed: firstSeed }
export const freshKept: Kept = { run: encodeState(freshShown), earlier: [] }

/** @returns the talk, or a fresh one where what was kept can no longer be read. */
export function shownOf(kept: Kept): Shown {
  const decoded = decodeState(kept.run)
  return decoded.found === 'state' ? decoded.shown : freshShown
}

export function withMove(shown: Shown, move: Move): Shown {
  return { ...shown, plan: [...shown.plan, move] }
}

export function isFinished({ plan, seed }: Shown): boolean {
  return lastState(runPlan(makeWorld(seed), plan)).ended
}

/** The next seed brings another speaker. */
export function freshWith(person: 'same' | 'other', { seed }: Shown): Shown {
  return { plan: [], seed: person === 'same' ? seed : (seed % highestSeed) + 1 }
}

/** A new talk; a finished one is remembered. */
export function begunAgain(kept: Kept, person: 'same' | 'other'): Kept {
  const shown = shownOf(kept)
  const others = kept.earlier.filter((run) => run !== kept.run)
  return {
    run: encodeState(freshWith(person, shown)),
    earlier: isFinished(shown) ? [...others, kept.run].slice(-mostEarlier) : kept.earlier,
  }
}

/** Finished talks with the same person on the same day, with their number in the order in which they were had. */
export function earlierTalks(kept: Kept, shown: Shown): { number: number; shown: Shown }[] {
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
