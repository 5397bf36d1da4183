/** The glossary from A to Z, as its page and its letters need it. Pure. */
import type { Glossary } from './schema.ts'

export type Term = Glossary[string] & { id: string }
/** `letter` is '#' for terms that begin with a digit, which come last */
export type Letter = { letter: string; terms: readonly Term[] }

export function lettersOfGlossary(glossary: Glossary, locale: string): Letter[] {
  const order = new Intl.Collator(locale, { sensitivity: 'base', numeric: true, ignorePunctuation: true })
  const letters = new Map<string, Term[]>()
  const terms = Object.entries(glossary).map(([id, entry]) => ({ id, ...entry }))
  for (const term of terms.sort((a, b) => order.compare(a.term, b.term))) {
    const first = term.term.normalize('NFKD').charAt(0).toLocaleUpperCase(locale)
    const letter = /\p{L}/u.test(first) ? first : '#'
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return [...letters]
    .map(([letter, terms]) => ({ letter, terms }))
    .sort((a, b) => (a.letter === '#' ? 1 : 0) - (b.letter === '#' ? 1 : 0) || order.compare(a.letter, b.letter))
}
