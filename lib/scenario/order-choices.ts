/**
 * The order in which choices stand on the screen: shuffled, so that no place gives the strong choice away, yet the same
 * for the same run and scene, so that a reload or another device shows what was there before. No chance, no state.
 */
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'

/** @returns the same choices, in an order that run and scene decide, whatever order they came in */
export function orderChoices<T extends { id: string }>(choices: readonly T[], run: string, scene: string): T[] {
  const sorted = [...choices].sort((a, b) => (a.id < b.id ? -1 : 1))
  return shuffled(sorted, seededRandom(`${run} ${scene}`))
}
