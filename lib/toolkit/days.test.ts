import { expect, it } from 'vitest'
import { byDate, dayAfter, daysBetween, partsOf } from './days.ts'

it.each([
  ['2026-11-21', 1, '2026-11-22'],
  // the clocks change in Europe and in America between these
  ['2026-10-24', 2, '2026-10-26'],
  ['2026-03-07', 2, '2026-03-09'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %d days is %s', (from, days, to) => {
  expect(dayAfter(from, days)).toBe(to)
  expect(daysBetween(from, to)).toBe(days)
})

it('takes a day apart', () => {
  expect(partsOf('2026-01-09')).toEqual({ year: 2026, month: 1, day: 9 })
})

it('puts earlier days first, and none last', () => {
  expect(['', '2026-11-21', '2025-12-31', '', '2026-02-01'].sort(byDate)).toEqual(['2025-12-31', '2026-02-01', '2026-11-21', '', ''])
})
