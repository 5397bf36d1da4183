import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffle } from './shuffle.ts'

describe('shuffle', () => {
  it('keeps every value once and gives the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
        const shuffled = shuffle(values, seed)
        expect([...shuffled].sort()).toEqual([...values].sort())
        expect(shuffle(values, seed)).toEqual(shuffled)
      }),
    )
  })
  it('puts each value in each place about equally often', () => {
    const counts = new Map<string, number>()
    const runs = 6_000
    for (let run = 0; run < runs; run++)
      for (const [place, value] of shuffle(['a', 'b', 'c', 'd'], `seed ${run}`).entries())
        counts.set(value + place, (counts.get(value + place) ?? 0) + 1)
    expect(counts.size).toBe(16)
    for (const count of counts.values()) expect(Math.abs(count - runs / 4)).toBeLessThan(runs / 40)
  })
})
