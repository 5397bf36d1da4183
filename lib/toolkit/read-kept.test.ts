import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFrom, entriesFrom, textFrom } from './read-kept.ts'

describe('a kept text', () => {
  it('comes out as it can go into a file and back, and stays so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (value, most) => {
        const text = textFrom(value, most)
        expect(text.length).toBeLessThanOrEqual(most)
        expect(text.isWellFormed()).toBe(true)
        expect(text).toBe(text.trim())
        expect(textFrom(text, most)).toBe(text)
      }),
    )
  })
  it.each([
    [' a\r\nb\rc ', 'a\nb\nc'],
    ['abcdefg', 'abcdef'],
    // a picture of two units is never cut in two
    ['abcde🙂', 'abcde'],
    [7, ''],
    [null, ''],
  ])('%j is %j', (value, text) => {
    expect(textFrom(value, 6)).toBe(text)
  })
})

it.each([
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', ''],
  ['2026-11-21T00:00', ''],
  ['21/11/2026', ''],
  [20261121, ''],
])('of %j the day is %j', (value, date) => {
  expect(dateFrom(value)).toBe(date)
})

describe('kept entries', () => {
  const read = (one: Readonly<Record<string, unknown>>) => (typeof one['text'] === 'string' ? { text: one['text'] } : null)
  const ids = (value: unknown) => entriesFrom<{ id: string; text: string }>(value, read, 5).map(({ id }) => id)

  it('keep their ids, and get one where it is missing or taken', () => {
    const [one, two, three] = [{ id: 'a', text: '' }, { id: 'a', text: '' }, { text: '' }]
    expect(ids([one, two, { id: 'x' }, three, 'no'])).toEqual(['a', 'entry-1', 'entry-2'])
    expect(ids([{ text: '' }, { id: 'entry-0', text: '' }])).toEqual(['entry-0', 'entry-1'])
  })
  it('have ids of their own, and are not more than fit', () => {
    const entry = fc.oneof(fc.anything(), fc.record({ id: fc.constantFrom('a', 'b', 'entry-0', 'entry-1', '<', 3), text: fc.string() }))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(entry, { maxLength: 9 })), (value) => {
        const found = ids(value)
        expect(new Set(found).size).toBe(found.length)
        expect(found.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
