/** What a learner wrote about their task or an ending. Private; a list that a learner can read and erase. */
export type Words = { day: number; title: string; text: string }
export const wordsKey = 'review/words'
const most = 60

export function wordsFrom(value: unknown): Words[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const { day, title, text } = Object(one)
    return typeof day === 'number' && typeof title === 'string' && typeof text === 'string' ? [{ day, title, text }] : []
  })
}

/** Newest first. What is empty is not kept. */
export function withWords(kept: unknown, words: Words): Words[] {
  const before = wordsFrom(kept)
  return words.text.trim() === '' ? before : [words, ...before].slice(0, most)
}
