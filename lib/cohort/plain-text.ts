/** Words that people give: any script, never markup, no character that is no text. Pure. */

/** One line: a name, a title. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Several lines: a note. Line ends become `\n`. */
export function someLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** Addresses are kept and compared in this form. */
export function plainAddress(address: string): string {
  return address.toWellFormed().normalize('NFC').trim().toLowerCase()
}
