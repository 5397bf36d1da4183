/** How far two words are apart. Pure. */

export type Distance = { whole: number; beginning: number }

/** three rows of the table, kept, so that a thousand words cost no memory; longer words are cut, as nobody types them whole */
const longest = 40
const rows = [new Int16Array(longest + 1), new Int16Array(longest + 1), new Int16Array(longest + 1)] as const

/**
 * Letters added, left out, changed or swapped with their neighbour (optimal string alignment).
 * @returns `whole`: to turn `typed` into `word`; `beginning`: into the beginning of `word` that fits best.
 *   Both are more than `most` where they would be above it; how much more is not said.
 */
export function distance(typed: string, word: string, most: number): Distance {
  const far = { whole: most + 1, beginning: most + 1 }
  const height = Math.min(typed.length, longest)
  const width = Math.min(word.length, longest)
  let [before, row, next] = rows as readonly [Int16Array, Int16Array, Int16Array]
  for (let j = 0; j <= width; j++) row[j] = j
  for (let i = 1; i <= height; i++) {
    next[0] = i
    let least = i
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === word[j - 1]
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return far
    const free = before
    before = row
    row = next
    next = free
  }
  let beginning = most + 1
  for (let j = 0; j <= width; j++) beginning = Math.min(beginning, row[j]!)
  return { whole: Math.min(row[width]!, most + 1), beginning }
}

/** Slips forgiven in a word of this length: none in short ones, where another word is as likely. */
export function slipsIn(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** “paraphrasing” and “paraphrase”: the same beginning with another ending. */
export function sameFamily(typed: string, word: string): boolean {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same++
  return same >= 6 && typed.length - same <= 3 && word.length - same <= 5
}
