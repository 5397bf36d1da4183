/** What search can find, and the file it is found in. Shared by the build, which makes it, and the browser, which reads it. */
export const kinds = ['module', 'lesson', 'background', 'term', 'scenario', 'tool'] as const
export type Kind = (typeof kinds)[number]

/** A piece of an entry: under which heading it stands, the id of that heading on the page, and the words. Empty where there is none. */
export type Part = readonly [heading: string, id: string, text: string]

export type Entry = {
  kind: Kind
  title: string
  href: string
  /** number of the module it belongs to; 0 for what belongs to none */
  module: number
  parts: readonly Part[]
}

/**
 * The words of all entries with, for each, the entries it stands in and how much it says about them.
 * `words` is sorted and separated by spaces; `postings` has one field for each word, separated by spaces: for each entry the
 * distance from the entry before (base 36, lower case) and the weight (one capital letter, `weightOf`).
 */
export type SearchIndex = { entries: readonly Entry[]; words: string; postings: string }

/** What the browser fetches when search is opened. */
export type SearchFile = {
  index: SearchIndex
  /** names of the modules by number */
  modules: Readonly<Record<number, string>>
  /** the strings of the dialog, which no page has to carry */
  messages: Readonly<Record<string, string>>
}

const levels = 25

/** @param share 0 to 1. @returns a letter, finer where weights are small */
export function letterOf(share: number): string {
  return String.fromCharCode(65 + Math.round(levels * Math.sqrt(Math.min(1, Math.max(0, share)))))
}
export function weightOf(letter: string): number {
  return ((letter.charCodeAt(0) - 65) / levels) ** 2
}
