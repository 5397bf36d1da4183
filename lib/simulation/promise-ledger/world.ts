/**
 * What chance decides, all of it, before the first week: who asks for what and when, and which surprises eat your days.
 * Two plans with the same seed live in the same world, so a difference between them is due to the plans.
 *
 * This is a teaching model. Its numbers were chosen so that the mechanism can be seen in six weeks; nobody measured them.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'

export const weeksInRun = 6
/** Working days you have in a week without a surprise. */
export const daysInWeek = 6

export const partners = ['clinics', 'water', 'meals', 'roofs', 'radio'] as const
export type Partner = (typeof partners)[number]

/** Two of three are drawn for each partner. The words stand in the message catalogue under `request_<id>`. */
const pool = {
  clinics: ['opening', 'medicines', 'nights'],
  water: ['pumps', 'trucks', 'wells'],
  meals: ['kitchens', 'routes', 'plates'],
  roofs: ['damage', 'buildings', 'tents'],
  radio: ['figures', 'signal', 'place-names'],
} as const satisfies Record<Partner, readonly string[]>

export type RequestId = (typeof pool)[Partner][number]

export type Request = {
  id: RequestId
  partner: Partner
  /** days of work for all of it */
  days: number
  /** the week in which it comes, counted from 1 */
  arrives: number
  /** the partner would like it by the end of this week; always after the week in which it comes */
  wish: number
}

const surpriseIds = ['fever', 'visitors', 'server', 'mission'] as const
export type Surprise = { id: (typeof surpriseIds)[number]; week: number; days: number }

export type World = {
  seed: number
  /** in order of arrival; the place in this list is what a plan calls a request */
  requests: readonly Request[]
  surprises: readonly Surprise[]
}

/** How many requests come in week 1, 2, 3…: ten, two from each partner. */
const arrivals = [3, 2, 2, 2, 1]
/** Together 45 days of work, and never more than 31 to do it in. */
const sizes = [3, 3, 4, 4, 4, 5, 5, 5, 6, 6]
const largeFrom = 5

export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const drawn = partners.map((partner) => shuffled(pool[partner] as readonly RequestId[], next))
  // Everybody asks once before anybody asks again.
  const rounds = [0, 1].flatMap((round) => shuffled([0, 1, 2, 3, 4], next).map((index) => ({ index, id: drawn[index]![round]! })))
  const weeks = arrivals.flatMap((count, index) => Array.from({ length: count }, () => index + 1))
  const days = shuffled(sizes, next)
  const requests = rounds.map(({ index, id }, at) => {
    const arrives = weeks[at]!
    const wish = Math.min(weeksInRun, arrives + (days[at]! >= largeFrom ? 2 : 1))
    return { id, partner: partners[index]!, days: days[at]!, arrives, wish }
  })
  const [first, second] = shuffled(surpriseIds, next)
  const large = next(2)
  return {
    seed,
    requests,
    surprises: [
      { id: first!, week: 2 + next(2), days: 2 + large },
      { id: second!, week: 4 + next(2), days: 3 - large },
    ],
  }
}

export function surpriseIn(world: World, week: number): Surprise | undefined {
  return world.surprises.find((surprise) => surprise.week === week)
}

/** Days for work in a week. */
export function daysFor(world: World, week: number): number {
  return daysInWeek - (surpriseIn(world, week)?.days ?? 0)
}

/** Days of work for a smaller part. */
export function partOf(days: number): number {
  return Math.ceil(days / 2)
}

/** The week offered with “later”, or null where the six weeks leave no later one. */
export function laterThan(wish: number): number | null {
  return wish < weeksInRun ? Math.min(weeksInRun, wish + 2) : null
}
