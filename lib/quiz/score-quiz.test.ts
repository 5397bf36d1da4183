import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lessonsToReview, scoreQuiz } from './score-quiz.ts'

const one = (objective: string, scaled: number) => ({ objective, scaled })

describe('the result of a quiz', () => {
  it('is the mean of the items, over all and by objective', () => {
    expect(scoreQuiz([one('M3.O1', 1), one('M3.O2', 0.5), one('M3.O2', 1), one('M3.O3', 0)], 0.75)).toEqual({
      score: { raw: 2.5, max: 4, scaled: 0.625 },
      reached: false,
      objectives: [
        { id: 'M3.O1', scaled: 1, reached: true },
        { id: 'M3.O2', scaled: 0.75, reached: true },
        { id: 'M3.O3', scaled: 0, reached: false },
      ],
    })
  })
  it('is reached exactly at the pass mark, also when the sum is rounded', () => {
    const ninths = [1, 1, 1, 1, 1, 1, 1 / 3, 1 / 3, 1 / 3]
    expect(
      scoreQuiz(
        ninths.map((scaled) => one('M3.O1', scaled)),
        7 / 9,
      ).reached,
    ).toBe(true)
    expect(
      scoreQuiz(
        [1, 1, 1, 0].map((scaled) => one('M3.O1', scaled)),
        0.75,
      ).reached,
    ).toBe(true)
    expect(
      scoreQuiz(
        [1, 1, 0.99, 0].map((scaled) => one('M3.O1', scaled)),
        0.75,
      ).reached,
    ).toBe(false)
  })
  it('with nothing left to count is not reached, and no error', () => {
    expect(scoreQuiz([], 0.75)).toEqual({ score: { raw: 0, max: 1, scaled: 0 }, reached: false, objectives: [] })
  })
  it('stays within bounds, and has an objective to go back to whenever it is not reached', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ objective: fc.constantFrom('M3.O1', 'M3.O2', 'M3.O3'), scaled: fc.double({ min: 0, max: 1, noNaN: true }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (counted) => {
          const result = scoreQuiz(counted, 0.75)
          expect(result.score.scaled).toBeGreaterThanOrEqual(0)
          expect(result.score.scaled).toBeLessThanOrEqual(1)
          if (!result.reached) expect(result.objectives.some((objective) => !objective.reached)).toBe(true)
        },
      ),
    )
  })
})

describe('the lessons to review', () => {
  it('are those of the objectives not yet reached, in the order of the module, each once', () => {
    const module = {
      lessons: ['first', 'second', 'third'],
      objectives: [
        { id: 'M3.O1', lessons: ['third', 'first'] },
        { id: 'M3.O2', lessons: ['second'] },
        { id: 'M3.O3', lessons: ['first'] },
      ],
    }
    const result = {
      objectives: [one('M3.O1', 0), one('M3.O2', 1), one('M3.O3', 0)].map((o) => ({
        id: o.objective,
        scaled: o.scaled,
        reached: o.scaled === 1,
      })),
    }
    expect(lessonsToReview(result, module)).toEqual(['first', 'third'])
  })
})
