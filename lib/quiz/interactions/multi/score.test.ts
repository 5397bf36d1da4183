import { describe, expect, it } from 'vitest'
import { buildMulti } from '#lib/testing/quiz-items.ts'
import { validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildMulti()
const shown = { choose: 4, options: item.options }

describe('a multiple response', () => {
  it.each([
    ['all four right ones', ['kilo', 'tango', 'zulu', 'bravo'], 4],
    ['three right and one wrong', ['kilo', 'tango', 'zulu', 'alpha'], 2],
    ['two right and two wrong', ['kilo', 'tango', 'alpha', 'echo'], 0],
  ])('with %s earns the right ones less the wrong ones', (_, response, raw) => {
    expect(score(item, response)).toEqual({ raw, max: 4, scaled: raw / 4 })
  })
  it('never falls below nothing', () => {
    expect(score(buildMulti({ options: 6, key: ['kilo', 'alpha', 'tango'] }), ['echo', 'zulu', 'bravo'])).toMatchObject({
      raw: 0,
      scaled: 0,
    })
  })
  it('waits for as many as the stem asks for, and takes no more', () => {
    expect(validate(shown, [])).toEqual({ state: 'unanswered' })
    expect(validate(shown, ['kilo', 'tango', 'zulu'])).toEqual({ state: 'unanswered' })
    expect(validate(shown, ['kilo', 'tango', 'zulu', 'bravo', 'alpha'])).toEqual({ state: 'malformed' })
    expect(validate(shown, ['kilo', 'kilo', 'zulu', 'bravo'])).toEqual({ state: 'malformed' })
  })
  it('reveals which were right and why each is or is not', () => {
    expect(reveal(item)).toMatchObject({ key: ['kilo', 'tango', 'zulu', 'bravo'], feedback: { alpha: 'Why alpha' } })
  })
})
