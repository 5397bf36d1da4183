/**
 * Words that people give: any script, never markup, nothing that is not there to be read. Pure. What is shown is shown as text; the
 * characters that would reorder or hide the text around them are taken out (Unicode Standard Annex 9; joiners stay, since Persian,
 * Hindi and others are written with them).
 */

/** No sign on paper: controls, formats, what is not assigned, fillers. */
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFC\uFFFD\u115F\u1160\u3164\uFFA0]/gu
/** The same, but for line ends, tabs, and the marks that say which way a word runs. */
const unseenInLines = /(?![\n\t\u200C-\u200F\u061C])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFC\uFFFD\u115F\u1160\u3164\uFFA0]/gu

/** One line: a name, a title. Normal form C, single spaces. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \u200C\u200D]+|[ \u200C\u200D]+$/g, '')
}

/** Several lines: a note. Line ends become `\n`. */
export function someLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unseenInLines, '')
    .trim()
}

/** Addresses are kept and compared in this form. Mail programs put marks around them that nobody sees. */
export function plainAddress(address: string): string {
  return address
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .trim()
    .toLowerCase()
}

/** of a name, in characters as a reader counts them */
export const mostOfName = 120

/** More marks on one letter than any script stacks: a tower of them would cover what stands around it. */
const tower = /\p{M}{11}/u
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** @param most characters as a reader counts them; nothing that people write needs more than four code points for one */
export function isTooLong(text: string, most: number): boolean {
  if (tower.test(text)) return true
  const points = Array.from(text).length
  return points > most * 4 || (points > most && Array.from(segmenter.segment(text)).length > most)
}
