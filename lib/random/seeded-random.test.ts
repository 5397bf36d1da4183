import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from './seeded-random.ts'

const shuffle = <T>(values: readonly T[], seed: string) => shuffled(values, seededRandom(seed))

describe('shuffled by a seed', () => {
  it('keeps every value once and gives the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
        const once = shuffle(values, seed)
        expect([...once].sort()).toEqual([...values].sort())
        expect(shuffle(values, seed)).toEqual(once)
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
