import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTooLong, oneLine, plainAddress, someLines } from './plain-text.ts'
import { againstName } from './schema.ts'

describe('words that people give', () => {
  it.each([
    ['a name in any script', 'أمل حدّاد 李雷 Nguyễn', 'أمل حدّاد 李雷 Nguyễn'],
    ['what looks like markup, as it is', '<b>Autumn</b> & "co"', '<b>Autumn</b> & "co"'],
    ['letters and marks apart, as one', 'Ame\u0301lie', 'Am\u00E9lie'],
    ['spaces and lines as single spaces', ' Harda \t\n hills\u00A0\u2003', 'Harda hills'],
    ['controls, taken out', 'Har\u0000da\u0007', 'Harda'],
    ['what turns the text around it, taken out', '\u202EAdrah\u202C \u2066x\u2069', 'Adrah x'],
    ['joiners, kept inside a word', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['joiners at the ends, taken out', '\u200DHarda\u200C', 'Harda'],
    ['an emoji of several signs, kept', 'Team 👩🏽‍🚒', 'Team 👩🏽‍🚒'],
    ['half a character, taken out', 'Harda\uD800', 'Harda'],
    ['nothing to see', '\u200B\u2060\u3164\u0000 ', ''],
  ])('are read on one line: %s', (_, given, read) => {
    expect(oneLine(given)).toBe(read)
  })

  it('keep their lines in a note', () => {
    expect(someLines('One\r\nTwo\rThree\u2028Four\n\n\tFive\u0000\u202E ')).toBe('One\nTwo\nThree\nFour\n\n\tFive')
    expect(someLines('\u200Fאבג\u200F abc')).toBe('\u200Fאבג\u200F abc')
  })

  it('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text))
        expect(someLines(someLines(text))).toBe(someLines(text))
        expect(plainAddress(plainAddress(text))).toBe(plainAddress(text))
        expect(oneLine(text)).not.toMatch(/[\n\r\p{Cc}]/u)
        expect(oneLine(text).isWellFormed()).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('are as long as a reader counts', () => {
    expect([againstName('ş'.repeat(120)), againstName('ş'.repeat(121))]).toEqual([null, 'name_too_long'])
    expect([againstName('👩🏽‍🚒'.repeat(90)), againstName('👩🏽‍🚒'.repeat(121))]).toEqual([null, 'name_too_long'])
    expect(againstName('')).toBe('name_empty')
    expect(isTooLong(`a${'\u0301'.repeat(11)}`, 120)).toBe(true)
  })

  it('are an address without what a mail program put around it', () => {
    expect(plainAddress(' \u202AAmal@Relief.example\u202C ')).toBe('amal@relief.example')
  })
})
