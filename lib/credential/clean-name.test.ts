import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, longestName } from './clean-name.ts'

describe('a name', () => {
  it.each([
    ['Amal Haddad', 'Amal Haddad'],
    ['  Amal \t\n Haddad ', 'Amal Haddad'],
    ['Ame\u0301lie', 'Amélie'],
    ['O’Brien-Nuñez, Jr.', 'O’Brien-Nuñez, Jr.'],
    ['X', 'X'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['क्\u200dष', 'क्\u200dष'],
    ['Amal\u202Elived', 'Amallived'],
    ['\u2066Amal\u2069\u200F', 'Amal'],
    ['A\u0000m\u0007al', 'Amal'],
    ['Amal\u2028Haddad', 'Amal Haddad'],
    ['Amal 3', 'Amal 3'],
    ['Amal \u{1F30D}', 'Amal \u{1F30D}'],
    ['Amal\uD800', 'Amal'],
    [`A${'\u0335'.repeat(10)}`, `A${'\u0335'.repeat(10)}`],
    ['<script>Amal</script>', '<script>Amal</script>'],
  ])('given as %j is kept as %j', (given, name) => {
    expect(cleanName(given)).toEqual({ ok: true, name })
  })

  it.each([
    ['', 'name_empty'],
    [' \u00A0\u200B\u202E ', 'name_empty'],
    ['\u3164', 'name_empty'],
    ['\u200D\u200D', 'name_empty'],
    ['12 34', 'name_without_letters'],
    ['\u{1F30D}', 'name_without_letters'],
    ['\u0301\u0301', 'name_without_letters'],
    ['ab'.repeat(61), 'name_too_long'],
    [`A${'\u0335'.repeat(500)}`, 'name_too_long'],
    [`A${'\u0335'.repeat(11)}`, 'name_too_long'],
  ])('%j is refused as %s', (given, code) => {
    expect(cleanName(given)).toEqual({ ok: false, code })
  })

  it('may have as many characters as a reader can count to the limit, however they are made up', () => {
    expect(cleanName('नी'.repeat(longestName)).ok).toBe(true)
    expect(cleanName(`${'नी'.repeat(longestName)}न`).ok).toBe(false)
  })

  it('that is clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const once = cleanName(given)
        if (once.ok) expect(cleanName(once.name)).toEqual(once)
      }),
      { seed: 21, numRuns: 2000 },
    )
  })
})
