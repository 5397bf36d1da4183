/** How the runs of this simulation are kept and move on. Pure. */
import type { Rules } from '#components/simulation/parts/kept-run.ts'
import { decodeState, encodePlan, encodeState, type Shown } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import type { Response } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { isFinished } from '#lib/simulation/temperature-of-a-meeting/run.ts'

export const rules: Rules<Shown> = {
  fresh: { plan: [], seed: 1, beside: null },
  encodePlan,
  encodeState,
  decodeState,
  isFinished: ({ plan }) => isFinished(plan),
  remembers: (shown) => ({ ...shown, beside: null }),
}

/** The next response; or another one at a moment that was played, and then the way before stays to be seen beside it. */
export function withResponse(shown: Shown, moment: number, response: Response): Shown {
  if (moment >= shown.plan.length) return { ...shown, plan: [...shown.plan, response] }
  return { ...shown, plan: shown.plan.map((each, index) => (index === moment ? response : each)), beside: shown.plan }
}
