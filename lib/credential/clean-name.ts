/**
 * The one rule for a holder's name: what may be stored, and how it is written down. Pure.
 * A name is what its holder says it is: any script, any order, as short as one letter.
 */
export type CleanName = { ok: true; name: string } | { ok: false; code: 'name_empty' | 'name_too_long' | 'name_without_letters' }

export const longestName = 120
/** More marks on one letter than any script stacks: a tower of them would cover the page around the name. */
const tower = /\p{M}{11}/u

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * @returns the name in Unicode normal form C, with single spaces, without control characters: also not those that reorder text,
 * which could make a name read as another one. Joiners stay; Persian, Hindi and others are written with them.
 * Too long is more than `longestName` characters as a reader counts them (graphemes), or more than four code points a grapheme
 * on average, or more than ten marks in a row: nothing written by people needs that many.
 */
export function cleanName(given: string): CleanName {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD\uFFFC\u115F\u1160\u3164\uFFA0]/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \u200C\u200D]+|[ \u200C\u200D]+$/g, '')
    .normalize('NFC')
  if (name === '') return { ok: false, code: 'name_empty' }
  const graphemes = Array.from(segmenter.segment(name)).length
  if (graphemes > longestName || Array.from(name).length > longestName * 4 || tower.test(name)) return { ok: false, code: 'name_too_long' }
  if (!/\p{L}/u.test(name)) return { ok: false, code: 'name_without_letters' }
  return { ok: true, name }
}
