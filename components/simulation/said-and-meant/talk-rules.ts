/** How talks are kept and move on. Pure. The next seed brings another speaker. */
import type { Rules } from '#components/simulation/parts/kept-run.ts'
import { decodeState, encodePlan, encodeState, type Shown } from '#lib/simulation/said-and-meant/encode-state.ts'
import { lastState, runPlan } from '#lib/simulation/said-and-meant/run.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'

export const rules: Rules<Shown> = {
  fresh: { plan: [], seed: 55 },
  encodePlan,
  encodeState,
  decodeState,
  isFinished: ({ plan, seed }) => lastState(runPlan(makeWorld(seed), plan)).ended,
}
