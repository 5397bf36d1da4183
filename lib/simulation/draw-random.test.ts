import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededIntegers, shuffled } from './draw-random.ts'

describe('the chance of a world', () => {
  it('gives the same numbers for the same seed on every machine, so that a shared link shows the same world', () => {
    const next = seededIntegers(31)
    expect(Array.from({ length: 8 }, () => next(100))).toEqual([33, 92, 29, 9, 0, 81, 36, 87])
  })
  it('gives whole numbers from 0 to one below the bound', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, below) => {
        const number = seededIntegers(seed)(below)
        expect(Number.isInteger(number) && number >= 0 && number < below).toBe(true)
      }),
    )
  })
  it('changes the order and nothing else, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        const before = [...items]
        expect(shuffled(items, seededIntegers(seed)).toSorted()).toEqual(before.toSorted())
        expect(items).toEqual(before)
      }),
    )
  })
})
