/** How the runs of this simulation are kept and move on. Pure. */
import { steppedRules } from '#components/simulation/parts/stepped-run.ts'
import { decodeState, encodePlan, encodeState } from '#lib/simulation/week-of-in-tray/encode-state.ts'
import { type DayPlan, freeDay } from '#lib/simulation/week-of-in-tray/plan.ts'
import { daysInRun } from '#lib/simulation/week-of-in-tray/world.ts'

export const rules = steppedRules<DayPlan>({
  encodePlan,
  encodeState,
  decodeState,
  firstSeed: 2,
  steps: daysInRun,
  emptyStep: freeDay,
  isEmpty: (day) => day.every((task) => task === null),
})
