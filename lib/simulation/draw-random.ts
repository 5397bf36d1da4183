/**
 * A small seeded generator (the mulberry32 scheme) in 32-bit integer arithmetic, so that a seed gives the same
 * world in every browser and on the server.
 *
 * @returns a function that gives the next integer in 0 … below−1.
 */
export function seededIntegers(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** A copy in random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], next: (below: number) => number): T[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = next(i + 1)
    const held = out[i]!
    out[i] = out[j]!
    out[j] = held
  }
  return out
}
