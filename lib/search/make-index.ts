/**
 * Entries → the index. Runs at build: what it costs here, nobody pays on a phone. Pure.
 *
 * A word weighs by where it stands (title, heading, name of a term, text), by how often, with little gain after the first
 * time, by how long the text is, and by how few entries have it: BM25 (Robertson & Zaragoza, 2009) with a weight for each field.
 */
import { type Entry, letterOf, type SearchIndex } from './entry.ts'
import { joinedWords, stopWords, wordsIn } from './words.ts'

const fields = { title: 10, heading: 5, term: 4, text: 1.8 }
type Field = keyof typeof fields
/** how soon more of the same stops to count, and how much the length of a text matters */
const saturation = 1.2
const lengthShare = 0.6

export function makeIndex(entries: readonly Entry[]): SearchIndex {
  const lengths = entries.map((entry) => entry.parts.reduce((sum, [, , text]) => sum + text.length, 0))
  const usual = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length) || 1
  const found = new Map<string, Map<number, number>>()

  for (const [at, entry] of entries.entries()) {
    const counts: Record<Field, Map<string, number>> = { title: new Map(), heading: new Map(), term: new Map(), text: new Map() }
    const count = (field: Field, text: string) => {
      for (const word of [...wordsIn(text).map((one) => one.word), ...joinedWords(text)])
        if (field !== 'text' || !stopWords.has(word)) counts[field].set(word, (counts[field].get(word) ?? 0) + 1)
    }
    count(entry.kind === 'term' ? 'term' : 'title', entry.title)
    for (const [heading, , text] of entry.parts) {
      count('heading', heading)
      count('text', text)
    }
    const long = 1 - lengthShare + lengthShare * (lengths[at]! / usual)
    for (const field of Object.keys(fields) as Field[])
      for (const [word, times] of counts[field]) {
        const often = times / (field === 'text' ? long : 1)
        const weight = (fields[field] * (often * (saturation + 1))) / (often + saturation)
        const weights = found.get(word) ?? new Map<number, number>()
        weights.set(at, (weights.get(at) ?? 0) + weight)
        found.set(word, weights)
      }
  }

  const rarity = (word: string) => Math.log(1 + entries.length / found.get(word)!.size)
  const most = Math.max(...[...found].map(([word, weights]) => rarity(word) * Math.max(...weights.values())))
  const words = [...found.keys()].sort()
  return {
    entries,
    words: words.join(' '),
    postings: words
      .map((word) => {
        let before = -1
        return [...found.get(word)!]
          .map(([at, weight]) => {
            const step = (at - before).toString(36)
            before = at
            return step + letterOf((rarity(word) * weight) / most)
          })
          .join('')
      })
      .join(' '),
  }
}
