import { describe, expect, it } from 'vitest'
import { buildMatch } from '#lib/testing/quiz-items.ts'
import { toPublic, validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildMatch({ pairs: 3 })
const right = { 'left-kilo': 'right-kilo', 'left-alpha': 'right-alpha', 'left-tango': 'right-tango' }
const shown = toPublic(item, ['left-tango', 'left-kilo', 'left-alpha', 'extra', 'right-alpha', 'right-tango', 'right-kilo'])

describe('a matching', () => {
  it.each([
    ['all places right', right, 3],
    ['two exchanged', { ...right, 'left-kilo': 'right-alpha', 'left-alpha': 'right-kilo' }, 1],
    ['one given to the extra', { ...right, 'left-kilo': 'extra' }, 2],
    ['the same right side everywhere', { 'left-kilo': 'right-kilo', 'left-alpha': 'right-kilo', 'left-tango': 'right-kilo' }, 1],
  ])('with %s earns a point for each left side in its place', (_, response, raw) => {
    expect(score(item, response)).toEqual({ raw, max: 3, scaled: raw / 3 })
  })
  it('shows both sides in the order of the attempt', () => {
    expect(shown.lefts.map((left) => left.id)).toEqual(['left-tango', 'left-kilo', 'left-alpha'])
    expect(shown.rights.map((side) => side.id)).toEqual(['extra', 'right-alpha', 'right-tango', 'right-kilo'])
  })
  it('waits until every left side has its place', () => {
    expect(validate(shown, {})).toEqual({ state: 'unanswered' })
    expect(validate(shown, { 'left-kilo': 'right-kilo' })).toEqual({ state: 'unanswered' })
    expect(validate(shown, right).state).toBe('complete')
  })
  it('takes no left side as a right side', () => {
    expect(validate(shown, { ...right, 'left-kilo': 'left-kilo' })).toEqual({ state: 'malformed' })
  })
  it('reveals the pairs and why the extra fits nothing', () => {
    expect(reveal(item)).toMatchObject({ key: right, feedback: { extra: 'Why extra', 'left-kilo': 'Why kilo' } })
  })
})
