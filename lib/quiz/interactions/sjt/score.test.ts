import { describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/random/seeded-random.ts'
import { buildSjt } from '#lib/testing/quiz-items.ts'
import { arrange, validate } from './public.ts'
import { reveal, score } from './score.ts'

const item = buildSjt({ length: 4 })
const key = ['kilo', 'alpha', 'tango', 'echo']

describe('a ranked judgement', () => {
  it.each([
    ['the order of the panel', key, 4],
    ['two neighbours exchanged', ['alpha', 'kilo', 'tango', 'echo'], 3],
    ['best and least good exchanged', ['echo', 'alpha', 'tango', 'kilo'], 2],
    ['everything one place on', ['echo', 'kilo', 'alpha', 'tango'], 1.5],
    ['everything backwards', ['echo', 'tango', 'alpha', 'kilo'], 1],
  ])('with %s earns one point in place and half a point one place away', (_, response, raw) => {
    expect(score(item, response)).toEqual({ raw, max: 4, scaled: raw / 4 })
  })
  it('is never shown in the order of its key', () => {
    for (let seed = 0; seed < 200; seed++) expect(arrange(buildSjt({ length: 3 }), seededRandom(`${seed}`))).not.toEqual(key.slice(0, 3))
  })
  it('needs each option once', () => {
    expect(validate(item, key.slice(1))).toEqual({ state: 'malformed' })
    expect(validate(item, key)).toEqual({ state: 'complete', response: key })
  })
  it('reveals the order and the reason for each place', () => {
    expect(reveal(item)).toMatchObject({ key, feedback: { echo: 'Why echo' } })
  })
})
