/**
 * How a week divides over the quadrants. Pure.
 *
 * Two measures: minutes, and the number of tasks. Minutes are taken where every task has them; with a gap they would show the part that
 * was timed and look like the whole. Two weeks are compared by one measure. Shares are whole percents that sum to 100.
 */
import { type Letter, letters, type Task } from './caut-log.ts'

export type Measure = 'minutes' | 'tasks'
export type Part = { letter: Letter; tasks: number; minutes: number /** percent */; share: number }

/** @param weeks those that are looked at together; a week without tasks does not count */
export function measureFor(...weeks: readonly (readonly Task[])[]): Measure {
  const tasks = weeks.flat()
  return tasks.length > 0 && tasks.every(({ minutes }) => minutes !== undefined) ? 'minutes' : 'tasks'
}

/** One part for each letter, in order. By minutes, tasks without them have no share. All shares are 0 where there is nothing to divide. */
export function divide(tasks: readonly Task[], measure: Measure): Part[] {
  const parts = letters.map((letter) => {
    const own = tasks.filter((task) => task.letter === letter)
    return { letter, tasks: own.length, minutes: own.reduce((sum, { minutes = 0 }) => sum + minutes, 0) }
  })
  const shares = percents(parts.map((part) => part[measure]))
  return parts.map((part, index) => ({ ...part, share: shares[index] ?? 0 }))
}

/** Whole percents that sum to 100: each is rounded down, and what is left goes to the largest remainders, the first of equals first. */
export function percents(amounts: readonly number[]): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return amounts.map(() => 0)
  const whole = amounts.map((amount) => Math.floor((amount * 100) / total))
  const left = 100 - whole.reduce((sum, share) => sum + share, 0)
  const remainder = (index: number) => ((amounts[index] ?? 0) * 100) % total
  const next = [...amounts.keys()].sort((one, other) => remainder(other) - remainder(one) || one - other).slice(0, left)
  return whole.map((share, index) => share + (next.includes(index) ? 1 : 0))
}
