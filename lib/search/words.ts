/**
 * Words as search compares them. Build and browser use the same rules, or nothing would be found. Pure and small.
 *
 * A word is folded: no case, no accents, no possessive, no plural. “Colleagues’”, “colleague’s” and “colleague” are one word.
 */
export type Word = { word: string; start: number; end: number }

/** Letters and digits; an apostrophe inside a word belongs to it. */
const pattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const accents = /\p{M}/gu
/** nothing to take off: nearly every word of an English text, and many times quicker */
const ordinary = /^[a-zA-Z0-9]+$/

/** Not indexed from running text, where they say nothing; in a title they count (“What is it for?”). */
export const stopWords = new Set(
  'a an and are as at be been but by can did do does for from had has have he her his how i if in into is it its me my of on or our she so than that the their them then there they this to too was we were what when where which who will with would you your'
    .split(' ')
    .map(foldWord),
)

/** Lower case, without accents: for comparing what people type, letter by letter. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(accents, '').toLowerCase()
}

export function foldWord(word: string): string {
  const plain = ordinary.test(word)
    ? word.toLowerCase()
    : fold(word)
        .replace(/['’]s?$/, '')
        .replace(/['’]/g, '')
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (plain.length > 3 && plain.endsWith('s') && !'sui'.includes(plain.at(-2)!)) return plain.slice(0, -1)
  return plain
}

/** The words of a text, each with its place in it. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ word: foldWord(found), start: index, end: index + found.length }))
}

/** Of “self-awareness” also “selfawareness”, which is how some write it. */
export function joinedWords(text: string): string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[-‐–][\p{L}\p{N}]+)+/gu), ([found]) => foldWord(found.replace(/[-‐–]/g, '')))
}
