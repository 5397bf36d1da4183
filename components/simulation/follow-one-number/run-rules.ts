/** How the runs of this simulation are kept and move on. Pure. */
import { steppedRules } from '#components/simulation/parts/stepped-run.ts'
import { decodeState, encodePlan, encodeState } from '#lib/simulation/follow-one-number/encode-state.ts'
import type { Deed } from '#lib/simulation/follow-one-number/plan.ts'
import { weeksInRun } from '#lib/simulation/follow-one-number/world.ts'

export const rules = steppedRules<readonly Deed[]>({
  encodePlan,
  encodeState,
  decodeState,
  firstSeed: 48,
  steps: weeksInRun,
  emptyStep: [],
  isEmpty: (deeds) => deeds.length === 0,
})
