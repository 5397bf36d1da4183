/**
 * Whether a word that somebody typed is the word that was meant: case, accents, plurals and other endings do not matter, and
 * a small slip does not either. English endings; other languages fall back on the slip. Pure.
 */

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** letters that no accent can be taken from */
const plainOf: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' }

/** The words of a text, lower case and without accents; small numbers in letters. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[ßæœøłđıþð]/g, (letter) => plainOf[letter] ?? letter)
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => numbers[/^\d{1,2}$/.test(word) ? Number(word) : -1] ?? word)
}

/** Without its ending, so that `asks`, `asked` and `asking` are one. Both sides go through it, so it need not be a word. */
export function stemOf(word: string): string {
  let stem = word
  if (/[^su]s$/.test(stem) && stem.length > 3) stem = stem.replace(/(ie|(?<=[sxz]|ch|sh)e)?s$/, (end) => (end === 'ies' ? 'y' : ''))
  const bare = stem.replace(/(ing|ed|ly)$/, '')
  if (bare !== stem && bare.length >= 3) stem = bare.replace(/([bdgmnprt])\1$/, '$1')
  if (stem.length > 3) stem = stem.replace(/e$/, '').replace(/y$/, 'i')
  return stem
}

/** @param typed and @param meant words as `wordsOf` gives them; `meant` may be the beginning of a word of four letters or more */
export function isWord(typed: string, meant: string): boolean {
  const a = stemOf(typed)
  const b = stemOf(meant)
  if (a === b || (b.length >= 4 && a.startsWith(b))) return true
  // a slip is seldom in the first letter, and short words have too many neighbours
  if (a[0] !== b[0] || b.length < 5) return false
  const most = b.length < 8 ? 1 : 2
  if (slips(a, b) <= most) return true
  if (b.length < 6) return false
  for (let length = b.length - 1; length <= b.length + 1 && length < a.length; length++)
    if (slips(a.slice(0, length), b) <= most) return true
  return false
}

/** Letters missing, added, exchanged, or two neighbours the wrong way round (Damerau and Levenshtein, optimal string alignment). */
export function slips(a: string, b: string): number {
  let older: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, older[j - 2]! + 1)
      row.push(least)
    }
    older = above
    above = row
  }
  return above[b.length]!
}
