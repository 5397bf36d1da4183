import { describe, expect, it } from 'vitest'
import { buildSort } from '#lib/testing/quiz-items.ts'
import { toPublic, validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildSort({ cards: 4 })
const right = { kilo: 'one', alpha: 'two', tango: 'three', echo: 'one' }

describe('a sorting', () => {
  it.each([
    ['every card in its category', right, 4],
    ['one card elsewhere', { ...right, echo: 'two' }, 3],
    ['all cards in one category', { kilo: 'one', alpha: 'one', tango: 'one', echo: 'one' }, 2],
  ])('with %s earns a point for each card in place', (_, response, raw) => {
    expect(score(item, response)).toEqual({ raw, max: 4, scaled: raw / 4 })
  })
  it('shows cards without their category, and the categories in their own order', () => {
    const shown = toPublic(item, ['echo', 'kilo', 'tango', 'alpha'])
    expect(shown.cards[0]).toEqual({ id: 'echo', text: 'Text of echo' })
    expect(shown.categories.map((category) => category.id)).toEqual(['one', 'two', 'three'])
  })
  it('waits until every card has a category', () => {
    expect(validate(item, { kilo: 'one' })).toEqual({ state: 'unanswered' })
    expect(validate(item, { ...right, kilo: 'nine' })).toEqual({ state: 'malformed' })
  })
  it('reveals where each card belongs', () => {
    expect(reveal(item)).toMatchObject({ key: right, feedback: { kilo: 'Why kilo' } })
  })
})
