/**
 * What is kept of a run between visits, and how another is begun: the same for every simulation. Pure. A run is kept as
 * the text of its address (lib/simulation/address.ts), so that one format serves both.
 */
import { type Decoded, highestSeed } from '#lib/simulation/address.ts'

export type Kept = {
  /** the run as an address query */
  run: string
  /** finished runs, oldest first, in the same form */
  earlier: readonly string[]
}

type Shown = { plan: readonly unknown[]; seed: number }

/** What a simulation says about its runs. */
export type Rules<S extends Shown> = {
  /** the run everybody begins with, so that learners can talk about the same world */
  fresh: S
  encodePlan(plan: S['plan']): string
  encodeState(shown: S): string
  decodeState(query: string): Decoded<S>
  isFinished(shown: S): boolean
  /**
   * Where a finished run can still be changed, each way through it is remembered at once, in this form. Elsewhere a
   * finished run is remembered when another is begun.
   */
  remembers?(shown: S): S
}

/** The same world, or the next one. */
export type Which = 'same' | 'other'
export type Earlier<Plan> = readonly { number: number; plan: Plan }[]

const mostEarlier = 6

export function freshKept<S extends Shown>({ encodeState, fresh }: Rules<S>): Kept {
  return { run: encodeState(fresh), earlier: [] }
}

/** @returns the run, or a fresh one where what was kept can no longer be read. */
export function shownOf<S extends Shown>({ decodeState, fresh }: Rules<S>, kept: Kept): S {
  const decoded = decodeState(kept.run)
  return decoded.found === 'state' ? decoded.shown : fresh
}

/** @returns an empty run. */
export function anotherRun<S extends Shown>({ fresh }: Rules<S>, { seed }: Shown, which: Which): S {
  return { ...fresh, seed: which === 'same' ? seed : (seed % highestSeed) + 1 }
}

export function changed<S extends Shown>(rules: Rules<S>, kept: Kept, next: S): Kept {
  return { run: rules.encodeState(next), earlier: rules.remembers ? remembered(rules, kept, next) : kept.earlier }
}

export function begunAgain<S extends Shown>(rules: Rules<S>, kept: Kept, which: Which): Kept {
  const shown = shownOf(rules, kept)
  return { run: rules.encodeState(anotherRun(rules, shown, which)), earlier: remembered(rules, kept, shown) }
}

/** With the run if it is finished, each once, the latest last. */
function remembered<S extends Shown>({ isFinished, encodeState, remembers }: Rules<S>, kept: Kept, shown: S): readonly string[] {
  if (!isFinished(shown)) return kept.earlier
  const run = encodeState(remembers ? remembers(shown) : shown)
  return [...kept.earlier.filter((each) => each !== run), run].slice(-mostEarlier)
}

/** Finished runs in the same world other than this one, numbered in the order in which they were made. */
export function earlierRuns<S extends Shown>({ decodeState, encodePlan }: Rules<S>, kept: Kept, shown: S): Earlier<S['plan']> {
  const current = encodePlan(shown.plan)
  return kept.earlier
    .flatMap((run): S['plan'][] => {
      const decoded = decodeState(run)
      return decoded.found === 'state' && decoded.shown.seed === shown.seed ? [decoded.shown.plan] : []
    })
    .map((plan, index) => ({ number: index + 1, plan }))
    .filter(({ plan }) => encodePlan(plan) !== current)
}
