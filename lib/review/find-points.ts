/**
 * Which points of a full answer are in what a learner wrote. A helpful guess, not a verdict: the learner sees it and may correct it.
 * Word order does not matter; a phrase is there when its words are. Pure.
 */
import { isWord, wordsOf } from './match-word.ts'

/** Each entry must be there; of a list, one of its words or phrases. */
export type Keywords = readonly (string | readonly string[])[]
export type Point = { id: string; text: string; keywords?: Keywords | undefined }

/** @returns ids, in the order of the points */
export function findPoints(text: string, points: readonly Point[]): string[] {
  const typed = typedWords(text)
  return points.filter(({ keywords }) => keywords && hasAll(typed, keywords)).map(({ id }) => id)
}

export function isFound(text: string, keywords: Keywords): boolean {
  return hasAll(typedWords(text), keywords)
}

/** The words, and each two neighbours as one: “self aware” is “selfaware”. */
function typedWords(text: string): string[] {
  const words = wordsOf(text)
  return [...new Set([...words, ...words.slice(1).map((word, i) => words[i] + word)])]
}

function hasAll(typed: readonly string[], keywords: Keywords): boolean {
  return keywords.every((entry) => (typeof entry === 'string' ? [entry] : entry).some((phrase) => hasPhrase(typed, phrase)))
}

function hasPhrase(typed: readonly string[], phrase: string): boolean {
  const meant = wordsOf(phrase)
  const has = (word: string) => typed.some((one) => isWord(one, word))
  return meant.length > 0 && (meant.every(has) || (meant.length > 1 && has(meant.join(''))))
}
