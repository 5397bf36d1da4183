/** The same story, begun at another place with other meters, so that an author can play what comes after. Pure. */
import type { Meters } from '#lib/scenario/move-meters.ts'
import type { Scenario } from '#lib/scenario/schema.ts'

/** @param meters values beyond the bounds of a meter are cut off, what is not named starts as the author wrote it */
export function startAnywhere(scenario: Scenario, start: string, meters: Meters): Scenario {
  return {
    ...scenario,
    start,
    meters: scenario.meters.map((meter) => ({
      ...meter,
      start: Math.min(meter.max, Math.max(meter.min, meters[meter.id] ?? meter.start)),
    })),
  }
}
