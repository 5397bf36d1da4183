/**
 * From a thing to a person by asking “so that …?”: a climb is one attempt; a rung is climbed by an option that holds. Pure.
 * The learner's own ladder is private and only passes through here to be put right and written out.
 */
import { latestAttempt, type Told } from './latest-attempt.ts'
import type { ActivityOf } from './schema.ts'

export type Ladder = ActivityOf<'ladder'>
export type Rung = Ladder['rungs'][number]
export type Option = Rung['options'][number]
/** What goes into a statement's `result.response`. */
export type RungResponse = { rung: string; option: string }
/** `climbed`: from the foot upwards. `slipped`: options of the next rung that were tried and do not hold. */
export type Climb = { attempt: string; climbed: readonly { rung: Rung; option: Option }[]; slipped: readonly Option[] }

export const beginClimb = (attempt: string): Climb => ({ attempt, climbed: [], slipped: [] })

/** One step: an option that holds climbs the next rung, another slips. A rung that is not the next one changes nothing. */
export function step({ rungs }: Ladder, climb: Climb, response: { rung: unknown; option: unknown }): Climb {
  const rung = rungs[climb.climbed.length]
  const option = rung?.options.find(({ id }) => id === response.option)
  if (!rung || rung.id !== response.rung || !option) return climb
  if (option.right) return { ...climb, climbed: [...climb.climbed, { rung, option }], slipped: [] }
  return climb.slipped.includes(option) ? climb : { ...climb, slipped: [...climb.slipped, option] }
}

/** The latest climb, or null where none was begun; responses that the content no longer has are left out. */
export function latestClimb(data: Ladder, statements: readonly Told[]): Climb | null {
  const latest = latestAttempt(statements)
  if (!latest) return null
  return latest.responses.reduce<Climb>(
    (climb, response) => step(data, climb, { rung: response['rung'], option: response['option'] }),
    beginClimb(latest.attempt),
  )
}

export const nextRung = ({ rungs }: Ladder, climb: Climb): Rung | undefined => rungs[climb.climbed.length]

/** The learner's own ladder as it was kept on the device, from the foot upwards: at least two lines, at most `most`. */
export function ownFrom(kept: unknown, most: number): string[] {
  const lines = Array.isArray(kept) ? kept.filter((line): line is string => typeof line === 'string').slice(0, most) : []
  return [...lines, '', ''].slice(0, Math.max(2, lines.length))
}

/** A ladder written out, the top first; empty lines are left out. */
export function writeLadder(lines: readonly string[]): string {
  return `${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .toReversed()
    .join('\n↑\n')}\n`
}
