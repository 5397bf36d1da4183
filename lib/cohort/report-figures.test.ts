import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correlation, disagreement, percentOf, twoPlaces } from './report-figures.ts'

it('gives the correlation by its other definition: the mean product of standard scores', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(pairs, (given) => {
      const n = given.length
      const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / n
      const spread = (values: number[]) => Math.sqrt(mean(values.map((one) => (one - mean(values)) ** 2)))
      const xs = given.map(([x]) => x)
      const ys = given.map(([, y]) => y)
      const found = correlation(given, 2)
      if (new Set(xs).size === 1 || new Set(ys).size === 1) expect(found).toBeNull()
      else expect(found).toBeCloseTo(mean(given.map(([x, y]) => ((x - mean(xs)) / spread(xs)) * ((y - mean(ys)) / spread(ys)))), 9)
    }),
  )
})

it('says nothing about a correlation of few people', () => {
  const pairs = Array.from({ length: 9 }, (_, i) => [i % 2, i] as const)
  expect(correlation(pairs)).toBeNull()
  expect(correlation([...pairs, [1, 9]])).not.toBeNull()
})

it('finds how divided a group is by asking every pair', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 14 }), (chosen) => {
      const pairs = chosen.flatMap((a, i) => chosen.slice(i + 1).map((b) => a !== b))
      const counts = [0, 1, 2, 3].map((one) => chosen.filter((other) => other === one).length)
      const found = disagreement(counts)
      if (pairs.length === 0) expect(found).toBeNull()
      else expect(found).toBeCloseTo(pairs.filter(Boolean).length / pairs.length, 9)
    }),
  )
})

it.each([
  [null, null],
  [0.125, 13],
  [1, 100],
])('shows %s as %s percent', (share, percent) => expect(percentOf(share)).toBe(percent))

it('has no negative nought', () => expect(Object.is(twoPlaces(-0.001), 0)).toBe(true))
