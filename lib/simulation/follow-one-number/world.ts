/**
 * What chance decides, all of it, before the first week: how many people in each place have no roof, week by week, and
 * how each report would turn out. Two plans with the same seed live in the same world, so a difference is due to the plans.
 *
 * This is a teaching model. Its numbers were chosen so that the mechanism can be seen in eight weeks; nobody measured them.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'
import { type PartnerId, type PlaceId, partnerIds, placeIds } from './partners.ts'

export const weeksInRun = 8
export const trucks = 3

/** People without a roof in the ten places, before the seed moves them a little. Three are large, but not alone. */
const sizes = [640, 560, 490, 380, 330, 270, 210, 150, 100, 60] as const
const wobble = 31

export type World = {
  seed: number
  /** people without a roof, by place; index 0 is week 1 */
  needs: Readonly<Record<PlaceId, readonly number[]>>
  /** extra days of delay this week, 0–4, by partner */
  delays: Readonly<Record<PartnerId, readonly number[]>>
  /** 0–99: the higher, the more understanding it takes to have this place counted this week */
  efforts: Readonly<Record<PlaceId, readonly number[]>>
  /** what a guess is drawn towards: an old list, the size of the village, a number somebody said */
  hearsay: Readonly<Record<PlaceId, readonly number[]>>
}

export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const first = shuffled(sizes, next)
  const last = shuffled(sizes, next).map((size) => size + next(wobble) - 15)
  const weeks = Array.from({ length: weeksInRun }, (_, index) => index)
  const each = <K extends string>(ids: readonly K[], make: (index: number) => number[]) =>
    Object.fromEntries(ids.map((id, index) => [id, make(index)])) as unknown as Record<K, readonly number[]>
  return {
    seed,
    needs: each(placeIds, (index) => {
      // People move all the time: what was counted in week one is half true in week eight.
      const end = last[index]!
      const start = (first[index]! + end) / 2
      return weeks.map((week) => Math.round(start + ((end - start) * week) / (weeksInRun - 1)))
    }),
    delays: each(partnerIds, () => weeks.map(() => next(5))),
    efforts: each(placeIds, () => weeks.map(() => next(100))),
    hearsay: each(placeIds, () => weeks.map(() => 50 + next(600))),
  }
}

/** @param week 1 … weeksInRun */
export function needAt(world: World, place: PlaceId, week: number): number {
  return world.needs[place][week - 1]!
}
