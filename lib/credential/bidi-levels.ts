/**
 * The Unicode Bidirectional Algorithm (UAX 9) for a line of text, by bidi-js. Pure. bidi-js reads UTF-16 units and takes every
 * character beyond U+FFFF for a Latin letter, which would turn Adlam and Hanifi Rohingya names around; so those characters are
 * first exchanged for two of the same class and length.
 */
import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

/** @returns one embedding level for each UTF-16 unit: odd is right to left */
export function levelsOf(text: string, direction: 'ltr' | 'rtl'): Uint8Array {
  return bidi.getEmbeddingLevels(inBasicPlane(text), direction).levels
}

/** The direction of the first letter that has one (rules P2 and P3). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return bidi.getEmbeddingLevels(inBasicPlane(text)).paragraphs[0]?.level === 1 ? 'rtl' : 'ltr'
}

function inBasicPlane(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, (character) => sameClass(character).repeat(2))
}

/** Blocks of the Arabic kind and all blocks from right to left, as DerivedBidiClass.txt gives them to characters by default. */
const arabicKind = /[\u{10D00}-\u{10D3F}\u{10EC0}-\u{10EFF}\u{10F30}-\u{10F6F}\u{1EC70}-\u{1ECBF}\u{1ED00}-\u{1ED4F}\u{1EE00}-\u{1EEFF}]/u
const fromTheRight = /[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

function sameClass(character: string): string {
  if (/\p{Mn}/u.test(character)) return '\u0301'
  if (/[\u{10D30}-\u{10D39}\u{10E60}-\u{10E7E}]/u.test(character)) return '\u0661'
  if (arabicKind.test(character)) return '\u0627'
  if (fromTheRight.test(character)) return '\u05D0'
  return /\p{L}|\p{N}|\p{Mc}/u.test(character) ? 'a' : '\u263A'
}
