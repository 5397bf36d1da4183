import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, fold, makeIcs } from './make-ics.ts'

const reminder = {
  uid: 'networking-seven-day-task@example.org',
  now: Date.UTC(2026, 10, 21, 21, 40, 5, 123),
  day: { year: 2026, month: 11, day: 28 },
  hour: 9,
  minutes: 15,
  summary: 'Two things; done?',
  description: 'If the meeting ends, then …\nhttps://example.org',
}
const octets = (text: string) => new TextEncoder().encode(text).length
/** As a calendar reads it: unfold, then unescape. */
const unfold = (text: string) => text.replaceAll('\r\n ', '')

describe('makeIcs', () => {
  it('writes several events into one calendar', () => {
    const lines = makeIcs(reminder, { ...reminder, uid: 'second', day: { year: 2027, month: 1, day: 2 } }).split('\r\n')
    expect(lines.filter((line) => /^(UID|DTSTART|BEGIN:VCALENDAR)/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'UID:networking-seven-day-task@example.org',
      'DTSTART:20261128T090000',
      'UID:second',
      'DTSTART:20270102T090000',
    ])
  })

  it('writes one event with an alarm, at a local hour', () => {
    expect(makeIcs(reminder).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Common Ground//Reminders//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:networking-seven-day-task@example.org',
      'DTSTAMP:20261121T214005Z',
      'DTSTART:20261128T090000',
      'DURATION:PT15M',
      'SUMMARY:Two things\\; done?',
      'DESCRIPTION:If the meeting ends\\, then …\\nhttps://example.org',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0S',
      'DESCRIPTION:Two things\\; done?',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })
  it.each([
    ['a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['one\r\ntwo\nthree\rfour', 'one\\ntwo\\nthree\\nfour'],
    ['bell\u0007 tab\t', 'bell tab\t'],
    ['Colons: and "quotes" stay', 'Colons: and "quotes" stay'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })
  it('folds at 75 octets without cutting a character', () => {
    expect(fold('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    expect(fold('a'.repeat(75))).toBe('a'.repeat(75))
    expect(fold(`${'a'.repeat(74)}é`)).toBe(`${'a'.repeat(74)}\r\n é`)
  })
  it('gives lines of at most 75 octets that unfold to the whole text, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (description) => {
        const file = makeIcs({ ...reminder, description })
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(unfold(file)).toContain(`\r\nDESCRIPTION:${escapeText(description)}\r\n`)
      }),
    )
  })
})
