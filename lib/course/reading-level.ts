/**
 * How hard a text is to read: words a sentence, sentences that are too long, and the Flesch–Kincaid grade (Kincaid and others
 * 1975), which counts words a sentence and syllables a word. No formula knows what a reader knows: a high number says where to look,
 * a low one proves nothing. Pure.
 */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { countWords } from './outline-lesson.ts'

export type ReadingLevel = {
  sentences: number
  /** mean */
  wordsInSentence: number
  /** sentences above `longSentence` words */
  long: number
  /** school year in the United States in which a text of this kind is read with ease */
  grade: number
}

export const longSentence = 25
/** Our own convention for “B2 or easier”: plain-language guides ask for grade 8 or 9 in texts for everybody. */
export const easyGrade = 9
/** Style of the course: twenty words or fewer on average. */
export const mostWordsInSentence = 20

/** @param paragraphs running text; headings and table cells are not sentences */
export function readingLevel(paragraphs: readonly string[]): ReadingLevel {
  const sentences = paragraphs.flatMap(sentencesOf)
  const words = sentences.map(countWords)
  const word = words.reduce((sum, count) => sum + count, 0)
  if (word === 0) return { sentences: 0, wordsInSentence: 0, long: 0, grade: 0 }
  const counts = { sentence: sentences.length, word, syllable: syllable(sentences.join(' ')) }
  return {
    sentences: sentences.length,
    wordsInSentence: word / sentences.length,
    long: words.filter((count) => count > longSentence).length,
    grade: fleschKincaid(counts),
  }
}

export function isEasy({ wordsInSentence, grade }: ReadingLevel): boolean {
  return grade <= easyGrade && wordsInSentence <= mostWordsInSentence
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function sentencesOf(paragraph: string): string[] {
  return [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim()).filter((sentence) => countWords(sentence) > 0)
}
