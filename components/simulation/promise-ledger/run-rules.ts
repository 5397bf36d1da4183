/** How the runs of this simulation are kept and move on. Pure. */
import { steppedRules } from '#components/simulation/parts/stepped-run.ts'
import { decodeState, encodePlan, encodeState } from '#lib/simulation/promise-ledger/encode-state.ts'
import { emptyWeek, type Week } from '#lib/simulation/promise-ledger/plan.ts'
import { weeksInRun } from '#lib/simulation/promise-ledger/world.ts'

export const rules = steppedRules<Week>({
  encodePlan,
  encodeState,
  decodeState,
  firstSeed: 7,
  steps: weeksInRun,
  emptyStep: emptyWeek,
  isEmpty: ({ answers, words, work }) => answers.length + words.length + work.length === 0,
})
