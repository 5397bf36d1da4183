/** What a result shows: the place in the entry where the words stand, and the words marked in it. Pure. */
import type { Found } from './find.ts'
import { stopWords, wordsIn } from './words.ts'

export type Piece = { text: string; marked: boolean }
export type Passage = { heading: readonly Piece[]; text: readonly Piece[]; href: string }

/** characters of a passage; a line or two on a phone */
const length = 150

/** @param words folded, as `find` gives them */
export function markWords(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { word, start, end } of wordsIn(text)) {
    if (!words.has(word)) continue
    if (start > from) pieces.push({ text: text.slice(from, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false })
  return pieces
}

/** The part of the entry that has most of the words, and from it the lines around them. The link leads to its heading. */
export function passageOf({ entry, words }: Found): Passage {
  const telling = new Set([...words].filter((word) => !stopWords.has(word)))
  const sought = telling.size > 0 ? telling : words
  let best = entry.parts[0] ?? ['', '', '']
  let most = 0
  // most parts have none of the words: that is seen without taking them apart
  const beginnings = [...sought].map((word) => word.slice(0, 3))
  const likely = entry.parts.filter(([heading, , text]) => {
    const all = `${heading} ${text}`.toLowerCase()
    return beginnings.some((one) => all.includes(one))
  })
  for (const part of likely.length > 0 ? likely : entry.parts) {
    const has = countIn(part[2], sought) + 1.5 * countIn(part[0], sought)
    if (has > most) {
      most = has
      best = part
    }
  }
  const [heading, id, text] = best
  return {
    heading: markWords(heading, sought),
    text: markWords(windowOf(text, sought), sought),
    href: id ? `${entry.href}#${id}` : entry.href,
  }
}

/** How many of the words are in the text, each counted once. */
function countIn(text: string, sought: ReadonlySet<string>): number {
  const has = new Set<string>()
  for (const { word } of wordsIn(text)) if (sought.has(word)) has.add(word)
  return has.size
}

/** The stretch of the text with most of the words in it, cut between words, begun at a sentence where one begins near. */
function windowOf(text: string, sought: ReadonlySet<string>): string {
  if (text.length <= length + 30) return text
  const hits = wordsIn(text).filter(({ word }) => sought.has(word))
  let first = hits[0]?.start ?? 0
  let most = 0
  for (const { start } of hits) {
    const near = new Set(hits.filter((one) => one.start >= start && one.end <= start + length - 30).map(({ word }) => word)).size
    if (near > most) {
      most = near
      first = start
    }
  }
  const before = text.slice(0, first)
  const sentence = Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('? ') + 2, before.lastIndexOf('” ') + 2)
  let from = sentence > 1 && first - sentence < 80 ? sentence : first < 80 ? 0 : before.lastIndexOf(' ', first - 30) + 1
  if (from < 0) from = 0
  let to = from + length
  if (to >= text.length) to = text.length
  else to = Math.max(text.lastIndexOf(' ', to), from + 1)
  const begins = from === 0 || from === sentence
  return `${begins ? '' : '… '}${text.slice(from, to).replace(/[\s,;:]+$/, '')}${to < text.length ? ' …' : ''}`
}
