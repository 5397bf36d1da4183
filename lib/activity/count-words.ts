/** How many words a text has, in any script: Thai and Chinese, say, put no spaces between them (Unicode UAX #29). */
export function countWords(text: string, locale = 'en'): number {
  let words = 0
  for (const part of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) if (part.isWordLike) words++
  return words
}
