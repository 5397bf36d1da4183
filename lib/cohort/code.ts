/**
 * The code of a cohort: six characters that can be read out on a bad line and copied from a whiteboard. Pure.
 * What is easily taken for something else (0 O, 1 I L, U) is never in a code.
 */
export const codeLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
export const codeLength = 6

/** @param random whole number from 0 up to, not including, `below`; of a source that cannot be guessed */
export function makeCode(random: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeLetters[random(codeLetters.length)]).join('')
}

/** What somebody types for a character that no code has, and what they saw. */
const seenAs: Readonly<Record<string, string>> = { '0': 'Q', O: 'Q', '1': 'J', I: 'J', L: 'J', U: 'V' }

/** @returns the code as it is kept, or null where this cannot be one. Case, spaces and dashes do not matter. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]+/gu, '')
  if (plain.length !== codeLength) return null
  const code = Array.from(plain, (letter) => seenAs[letter] ?? letter).join('')
  return Array.from(code).every((letter) => codeLetters.includes(letter)) ? code : null
}

/** As it is shown, in two groups: `KM4 T7Q`. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
