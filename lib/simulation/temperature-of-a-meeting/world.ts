/**
 * What chance decides, all of it, before the meeting: in which order the moments come, how strong each is, and how warm
 * two people are when they sit down. Two plans with one seed meet the same meeting, so a difference is due to the plans.
 *
 * This is a teaching model. Its numbers were chosen so that five moments show the mechanism; nobody measured them.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'
import { type Moment, moments } from './moments.ts'

export const momentsInMeeting = moments.length
/** The planned break comes after this many moments. */
export const breakAfter = 3

export type World = {
  seed: number
  /** heat at the start, in tenths: 0–100 */
  own: number
  other: number
  moments: readonly Moment[]
}

/** The meeting opens with the table on the screen, always; what follows comes in any order. */
export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const [opening, ...rest] = moments
  const order = [opening, ...shuffled(rest, next)]
  return {
    seed,
    moments: order.map((moment) => ({ ...moment, push: moment.push + next(5) - 1 })),
    own: 27 + 3 * next(3),
    other: 32 + 4 * next(3),
  }
}
