import { describe, expect, it } from 'vitest'
import { guessOrder, readDate } from './read-date.ts'

describe('a date', () => {
  it.each([
    ['2026-11-21', 'dmy', '2026-11-21'],
    ['2026/1/5', 'mdy', '2026-01-05'],
    ['2026-11-21T09:00', 'dmy', '2026-11-21'],
    ['21/11/2026', 'dmy', '2026-11-21'],
    ['11/21/2026', 'mdy', '2026-11-21'],
    ['3.4.26', 'dmy', '2026-04-03'],
    ['3.4.26', 'mdy', '2026-03-04'],
    [' 46347 ', 'dmy', '2026-11-21'],
    ['29/02/2028', 'dmy', '2028-02-29'],
  ] as const)('%s (%s) is %s', (text, order, date) => {
    expect(readDate(text, order)).toBe(date)
  })

  it.each(['next week', '31/04/2026', '2026-02-30', '21/11', '', '123456789', '1-2-2026-3'])('“%s” is none', (text) => {
    expect(readDate(text, 'dmy')).toBeUndefined()
  })
})

describe('the order', () => {
  it.each([
    [['21/11/2026', '01/02/2026'], { order: 'dmy', sure: true }],
    [['11/21/2026', '01/02/2026'], { order: 'mdy', sure: true }],
    [['01/02/2026'], { order: 'dmy', sure: false }],
    [['2026-11-21', '05/05/2026'], { order: 'dmy', sure: true }],
    [[], { order: 'dmy', sure: true }],
  ] as const)('of %j is %j', (texts, found) => {
    expect(guessOrder(texts)).toEqual(found)
  })
})
