import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Letter, letters, type Task } from './caut-log.ts'
import { divide, measureFor, percents } from './caut-share.ts'

const make = (letter: Letter, minutes?: number): Task => ({
  id: `${letter}${minutes}`,
  day: '2026-11-17',
  text: 'x',
  letter,
  ...(minutes ? { minutes } : {}),
})

describe('shares', () => {
  it.each([
    [
      [1, 1, 1, 0],
      [34, 33, 33, 0],
    ],
    [
      [0, 5, 0, 0],
      [0, 100, 0, 0],
    ],
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    [
      [1, 199, 0, 0],
      [1, 99, 0, 0],
    ],
    [
      [2, 1, 4, 0],
      [29, 14, 57, 0],
    ],
  ])('of %j are %j', (amounts, expected) => {
    expect(percents(amounts)).toEqual(expected)
  })

  it('sum to 100, are near the truth, and a larger part has no smaller share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50_000 }), { minLength: 4, maxLength: 4 }), (amounts) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        const shares = percents(amounts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100)
        for (const [index, amount] of amounts.entries()) {
          if (total > 0) expect(Math.abs(shares[index]! - (amount / total) * 100)).toBeLessThan(1)
          for (const [other, less] of amounts.entries()) if (less < amount) expect(shares[other]).toBeLessThanOrEqual(shares[index]!)
        }
      }),
    )
  })

  it('of a week sum to 100 by either measure, and its parts hold every task', () => {
    const tasks = fc.array(
      fc
        .tuple(fc.constantFrom(...letters), fc.option(fc.integer({ min: 1, max: 1440 }), { nil: undefined }))
        .map((parts) => make(...parts)),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(tasks, (week) => {
        for (const measure of ['tasks', measureFor(week)] as const) {
          const parts = divide(week, measure)
          expect(parts.reduce((sum, { share }) => sum + share, 0)).toBe(100)
          expect(parts.reduce((sum, part) => sum + part.tasks, 0)).toBe(week.length)
        }
      }),
    )
  })
})

describe('the measure', () => {
  it('is minutes where every task has them', () => {
    expect(measureFor([make('A', 30), make('B', 15)])).toBe('minutes')
    expect(divide([make('A', 30), make('B', 90)], 'minutes').map(({ share }) => share)).toEqual([25, 75, 0, 0])
  })
  it('is the number of tasks where one has none, or where there is none', () => {
    expect(measureFor([make('A', 30), make('B')])).toBe('tasks')
    expect(measureFor([])).toBe('tasks')
  })
  it('is the same for two weeks; an empty one has no say', () => {
    expect(measureFor([make('A', 30)], [make('B')])).toBe('tasks')
    expect(measureFor([make('A', 30)], [])).toBe('minutes')
  })
})
