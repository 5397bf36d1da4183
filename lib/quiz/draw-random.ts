/**
 * Chance for the draw of a marked check: the same seed gives the same series, and nobody who sees part of what came of it can
 * tell the rest. A small generator would not do: its whole state is 32 bits, so the orders of the first few marked items (whose
 * written order their feedback shows) are enough to try all states and undo the shuffle of an ordering item not yet answered.
 */
import { createHash } from 'node:crypto'

/** @param seed as hard to guess as its secret has bits. @returns numbers in [0, 1): SHA-256 of the seed and a count, 32 bits of each */
export function drawRandom(seed: string): () => number {
  let count = 0
  return () => createHash('sha256').update(`${count++}:${seed}`).digest().readUInt32BE(0) / 2 ** 32
}
