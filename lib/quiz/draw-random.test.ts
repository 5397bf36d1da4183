import { describe, expect, it } from 'vitest'
import { drawRandom } from './draw-random.ts'

const series = (seed: string) => Array.from({ length: 2000 }, drawRandom(seed))

describe('the chance of a draw', () => {
  it('is the same for the same seed, today and in ten years', () => {
    expect(series('one')).toEqual(series('one'))
    expect(series('one').slice(0, 3)).toEqual([0.7097907818388194, 0.72867985162884, 0.26231004716828465])
  })

  it('lies in [0, 1) and favours no part of it', () => {
    const numbers = series('two')
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = numbers.filter((number) => Math.floor(number * 10) === tenth).length
      expect(inside).toBeGreaterThan(150)
      expect(inside).toBeLessThan(250)
    }
  })

  it.each([
    ['costarring', 'liquid'],
    ['declinate', 'macallums'],
  ])('needs the whole seed: %s and %s, alike in their 32-bit hash (FNV-1a), give different draws', (one, other) => {
    expect(series(one).slice(0, 5)).not.toEqual(series(other).slice(0, 5))
  })
})
