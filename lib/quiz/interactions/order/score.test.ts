import { describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/random/seeded-random.ts'
import { buildOrder } from '#lib/testing/quiz-items.ts'
import { arrange, validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildOrder({ length: 5 })
const key = ['kilo', 'alpha', 'tango', 'echo', 'zulu']

describe('an order', () => {
  it.each([
    ['everything in place', key, 4],
    ['everything backwards', [...key].reverse(), 0],
    ['the last moved to the front', ['zulu', 'kilo', 'alpha', 'tango', 'echo'], 3],
    ['two neighbours exchanged', ['alpha', 'kilo', 'tango', 'echo', 'zulu'], 3],
    ['the halves exchanged', ['echo', 'zulu', 'kilo', 'alpha', 'tango'], 3],
  ])('with %s earns a point for each pair of neighbours still in order', (_, response, raw) => {
    expect(score(item, response)).toEqual({ raw, max: 4, scaled: raw / 4 })
  })
  it('is never shown in its right order', () => {
    const short = buildOrder({ length: 3 })
    for (let seed = 0; seed < 200; seed++) expect(arrange(short, seededRandom(`${seed}`))).not.toEqual(['kilo', 'alpha', 'tango'])
  })
  it('needs each option once', () => {
    expect(validate(item, key.slice(1))).toEqual({ state: 'malformed' })
    expect(validate(item, [...key.slice(1), 'alpha'])).toEqual({ state: 'malformed' })
    expect(validate(item, key)).toEqual({ state: 'complete', response: key })
  })
  it('reveals the order and why each stands there', () => {
    expect(reveal(item)).toMatchObject({ key, feedback: { zulu: 'Why zulu' } })
  })
})
