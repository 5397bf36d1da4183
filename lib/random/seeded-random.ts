/** Chance that can be repeated: the same seed gives the same draw, on any machine and in ten years. */

/** @returns numbers in [0, 1), the same series for the same seed: mulberry32 over a 32-bit FNV-1a hash of the seed. */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A new list in random order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = result[last]!
    result[last] = result[other]!
    result[other] = kept
  }
  return result
}

/** Random order, but never the order given: for lists whose written order is the key. Needs two different ids. */
export function shuffledAway(ids: readonly string[], random: () => number): string[] {
  const result = shuffled(ids, random)
  return result.some((id, index) => id !== ids[index]) ? result : [...result.slice(1), result[0]!]
}
