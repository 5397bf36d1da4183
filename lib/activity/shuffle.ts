/**
 * A random order that its seed decides. Fisher–Yates (Knuth, The Art of Computer Programming, vol. 2, 3.4.2, algorithm P)
 * over a small 32-bit generator: fair enough for the order of cards, not for anything secret.
 * @param seed any text, e.g. the id of an attempt
 */
export function shuffle<T>(values: readonly T[], seed: string): T[] {
  const next = generator(seed)
  const shuffled = [...values]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = shuffled[i]!
    shuffled[i] = shuffled[j]!
    shuffled[j] = held
  }
  return shuffled
}

/** Numbers from 0 to 1: a counter with a 32-bit finaliser (the one of MurmurHash3), started by the hash of the seed (FNV-1a). */
function generator(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
