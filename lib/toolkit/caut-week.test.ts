import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysOf, isDay, weekNumber, weekOf } from './caut-week.ts'

const day = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2190-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a week', () => {
  it.each([
    ['a Monday', '2026-11-16', '2026-11-16'],
    ['a Sunday', '2026-11-22', '2026-11-16'],
    ['New Year in the middle of a week', '2027-01-01', '2026-12-28'],
    ['a leap day', '2028-02-29', '2028-02-28'],
    ['the Sunday on which summer time begins in Europe', '2026-03-29', '2026-03-23'],
  ])('begins on a Monday: %s', (_, one, monday) => {
    expect(weekOf(one)).toBe(monday)
  })

  it('has seven days, each of which names it', () => {
    fc.assert(
      fc.property(day, (one) => {
        const days = daysOf(weekOf(one))
        expect(days).toContain(one)
        expect(new Set(days).size).toBe(7)
        expect(days.every((other) => weekOf(other) === days[0])).toBe(true)
        expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })

  it('follows the week before without a gap', () => {
    fc.assert(
      fc.property(day, (one) => {
        expect(weekOf(addDays(weekOf(one), -1))).toBe(addDays(weekOf(one), -7))
      }),
    )
  })

  it.each([
    ['2026-11-16', 2026, 47],
    ['2024-12-30', 2025, 1],
    ['2026-12-28', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2020-12-28', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2018-12-31', 2019, 1],
  ])('%s has its number of ISO 8601', (monday, year, number) => {
    expect(weekNumber(monday)).toEqual({ year, number })
  })
})

it.each(['2026-02-29', '2026-13-01', '2026-1-5', '0000-01-01', '9999-12-31', 'today', ''])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false)
})

it('every date is a day', () => {
  fc.assert(
    fc.property(day, (one) => {
      expect(isDay(one)).toBe(true)
    }),
  )
})
