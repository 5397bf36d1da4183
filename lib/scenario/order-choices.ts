/**
 * The order in which choices stand on the screen: shuffled, so that no place gives the strong choice away, yet the same
 * for the same run and scene, so that a reload or another device shows what was there before. No chance, no state.
 */

/** @returns the same choices, ordered by a hash of run, scene and choice id */
export function orderChoices<T extends { id: string }>(choices: readonly T[], run: string, scene: string): T[] {
  return choices
    .map((choice) => ({ choice, by: hash(`${run} ${scene} ${choice.id}`) }))
    .sort((a, b) => a.by - b.by || (a.choice.id < b.choice.id ? -1 : 1))
    .map(({ choice }) => choice)
}

/** FNV-1a (32 bits), then the finisher of MurmurHash3, so that neighbouring texts land far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
