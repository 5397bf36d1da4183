/** How long to wait before the server is asked again: doubling, with half of it left to chance so that devices do not return together. */

const first = 1_000
const longest = 5 * 60_000

/**
 * @param failures failures in a row so far, 1 or more
 * @param random from 0 (included) to 1 (excluded)
 * @returns milliseconds
 */
export function nextRetry(failures: number, random: number): number {
  const full = Math.min(longest, first * 2 ** (failures - 1))
  return Math.round(full / 2 + (full / 2) * random)
}
