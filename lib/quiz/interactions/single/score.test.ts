import { describe, expect, it } from 'vitest'
import { buildSingle } from '#lib/testing/quiz-items.ts'
import { validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildSingle()

describe('a single choice', () => {
  it('earns its point with the right option only', () => {
    expect(score(item, 'alpha')).toEqual({ raw: 1, max: 1, scaled: 1 })
    expect(score(item, 'kilo')).toEqual({ raw: 0, max: 1, scaled: 0 })
  })
  it.each([
    [undefined, 'unanswered'],
    ['', 'unanswered'],
    ['omega', 'malformed'],
    [['alpha'], 'malformed'],
    ['alpha', 'complete'],
  ])('given %j is %s', (response, state) => {
    expect(validate(item, response).state).toBe(state)
  })
  it('reveals the right option and the reason for each', () => {
    expect(reveal(item)).toEqual({
      kind: 'single',
      key: 'alpha',
      feedback: { kilo: 'Why kilo', alpha: 'Why alpha', tango: 'Why tango' },
    })
  })
})
