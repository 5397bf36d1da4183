/** How the runs of this simulation are kept and move on. Pure. */
import { steppedRules } from '#components/simulation/parts/stepped-run.ts'
import { decodeState, encodePlan, encodeState } from '#lib/simulation/who-knows-whom/encode-state.ts'
import type { Contact } from '#lib/simulation/who-knows-whom/plan.ts'
import { weeksInRun } from '#lib/simulation/who-knows-whom/world.ts'

export const rules = steppedRules<readonly Contact[]>({
  encodePlan,
  encodeState,
  decodeState,
  firstSeed: 2,
  steps: weeksInRun,
  emptyStep: [],
  isEmpty: (contacts) => contacts.length === 0,
})
