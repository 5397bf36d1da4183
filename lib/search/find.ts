/**
 * Looks things up in the index. Runs in the browser on each letter typed, so it parses only the postings it needs. Pure.
 *
 * A word typed is looked for as it is, as the beginning of longer words, and, where it is not a word of the course, with slips
 * forgiven. Entries that have more of the words come before those that have fewer.
 */
import { type Entry, type SearchIndex, weightOf } from './entry.ts'
import { distance, sameFamily, slipsIn } from './near.ts'
import { fold, stopWords, wordsIn } from './words.ts'

export type OpenIndex = { entries: readonly Entry[]; words: readonly string[]; postings: readonly string[] }
/** `words` are those of the index by which the entry was found, folded: what is marked in its text. */
export type Found = { entry: Entry; words: ReadonlySet<string> }

export function openIndex({ entries, words, postings }: SearchIndex): OpenIndex {
  return { entries, words: words.split(' '), postings: postings.split(' ') }
}

/**
 * Words of the index for a word typed, by their place, each with how well it fits (0 to 1).
 * @param open whether the word may go on: the last one of a query is perhaps still being typed
 */
function candidates({ words }: OpenIndex, typed: string, open: boolean): Map<number, number> {
  const found = new Map<number, number>()
  const first = firstNotBefore(words, typed)
  const known = words[first] === typed
  for (let at = first; at < words.length && words[at]!.startsWith(typed); at++) {
    if (at === first && known) found.set(at, 1)
    else if (!known || (open && typed.length > 2)) found.set(at, 0.3 + 0.5 * (typed.length / words[at]!.length))
  }
  if (known || typed.length < 4) return found
  // whoever mistypes usually gets the first letters right, if not in their order
  forgive(words, typed, slipsIn(typed.length), found, (word) => word[0] === typed[0] || (word[0] === typed[1] && word[1] === typed[0]))
  if (found.size === 0) forgive(words, typed, 1, found, () => true)
  return found
}

function forgive(
  words: readonly string[],
  typed: string,
  slips: number,
  found: Map<number, number>,
  likely: (word: string) => boolean,
): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.length < typed.length - slips || found.has(at) || !likely(word)) {
      if (word.length > 4 && !found.has(at) && sameFamily(typed, word)) found.set(at, 0.4)
      continue
    }
    const { whole, beginning } = distance(typed, word.slice(0, typed.length + slips + 1), slips)
    if (whole <= slips) found.set(at, whole === 1 ? 0.65 : 0.45)
    else if (sameFamily(typed, word)) found.set(at, 0.4)
    else if (beginning <= slips && typed.length >= 5) found.set(at, beginning === 1 ? 0.3 : 0.2)
  }
}

function firstNotBefore(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}

/** @param query as typed. @returns the best first; nothing for an empty query */
export function find(index: OpenIndex, query: string, limit = 6): Found[] {
  const typed = [...new Set(wordsIn(query).map(({ word }) => word))]
  // “how to say no” is about saying no; a query of nothing but such words is a title
  const telling = typed.filter((word) => !stopWords.has(word))
  const needed = telling.length > 0 ? telling.length : typed.length
  const hits = new Map<number, { score: number; had: number; words: Set<string> }>()

  for (const word of typed) {
    const best = new Map<number, { weight: number; words: string[] }>()
    for (const [at, fit] of candidates(index, word, word === typed.at(-1))) {
      let entry = -1
      for (const [, step, letter] of index.postings[at]!.matchAll(/([0-9a-z]+)([A-Z])/g)) {
        entry += Number.parseInt(step!, 36)
        const weight = fit * weightOf(letter!)
        const known = best.get(entry)
        if (!known) best.set(entry, { weight, words: [index.words[at]!] })
        else {
          known.weight = Math.max(known.weight, weight)
          known.words.push(index.words[at]!)
        }
      }
    }
    const counts = needed === typed.length || !stopWords.has(word)
    for (const [entry, { weight, words }] of best) {
      const hit = hits.get(entry) ?? { score: 0, had: 0, words: new Set() }
      hit.score += counts ? weight : weight / 4
      if (counts) hit.had += 1
      for (const one of words) hit.words.add(one)
      hits.set(entry, hit)
    }
  }

  const said = inWords(query)
  return [...hits]
    .filter(([, { had }]) => had > 0)
    .map(([at, { score, had, words }]) => {
      const entry = index.entries[at]!
      const title = inWords(entry.title)
      const named = title === said ? 5 : said.includes(' ') && ` ${title} `.includes(` ${said} `) ? 1.3 : 1
      return { entry, words, score: score * (had / needed) ** 1.5 * named }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry, words }) => ({ entry, words }))
}

/** A text as the sequence of its folded words. */
function inWords(text: string): string {
  return wordsIn(text)
    .map(({ word }) => word)
    .join(' ')
}

/** Terms that look most like what was typed, for one who found nothing: however far, but never all of them. */
export function nearestTerms({ entries }: Pick<OpenIndex, 'entries'>, query: string, limit = 3): Entry[] {
  const typed = fold(query).trim()
  if (typed === '') return []
  return entries
    .filter(({ kind }) => kind === 'term')
    .map((entry) => {
      const words = [fold(entry.title), ...wordsIn(entry.title).map(({ word }) => word)]
      const far = Math.min(...words.map((word) => distance(typed, word, 99).whole / Math.max(typed.length, word.length)))
      return { entry, far }
    })
    .sort((a, b) => a.far - b.far || a.entry.title.localeCompare(b.entry.title))
    .slice(0, limit)
    .map(({ entry }) => entry)
}
