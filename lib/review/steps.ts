/**
 * When a module comes back: days after it was satisfied. Days are whole numbers that count the learner's own calendar days
 * (`DayOf`), so that “tomorrow” is tomorrow wherever they are. Pure.
 */
export const steps = [1, 3, 7, 21, 60] as const
export type Step = (typeof steps)[number]

/** The learner's calendar day of a moment (Unix milliseconds). Equal for all moments of a day, one more for the next. */
export type DayOf = (at: number) => number

/** Right this often in a row, an item rests until the last step. */
export const restAfter = 3

/** From one step to the next; the first from the day of the module itself. */
const gaps = steps.map((day, i) => day - (steps[i - 1] ?? 0))

/**
 * How many days a missed item waits: as long as one step earlier, and one more step earlier for each further miss in a row.
 * Never less than a day.
 * @param since days from the module's own day to the miss
 * @param misses in a row, this one included
 */
export function waitAfterMiss(since: number, misses: number): number {
  const passed = steps.filter((day) => day <= since).length
  return gaps[Math.min(Math.max(0, passed - misses), gaps.length - 1)]!
}
