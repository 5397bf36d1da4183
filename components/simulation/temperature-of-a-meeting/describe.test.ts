import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/temperature-of-a-meeting.json' with { type: 'json' }
import { moments } from '#lib/simulation/temperature-of-a-meeting/moments.ts'
import { type Plan, responses, thrown, ways } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { presets } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { runPlan } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { makeWorld, momentsInMeeting } from '#lib/simulation/temperature-of-a-meeting/world.ts'
import { chartSummary, degrees, heatWord, latestLegs, movedText, newsOf, responseText } from './describe.ts'

const words = { messages, locale: 'en' }
const plan: fc.Arbitrary<Plan> = fc.array(fc.constantFrom(...responses), { maxLength: momentsInMeeting })

/** A gap in the catalogue shows as a key, a gap in the values as a brace. */
const gap = /[{}]|[a-z]_[a-z0-9]/

describe('the sentences', () => {
  it('have words for everything that can happen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), plan, (seed, all) => {
        const run = runPlan(makeWorld(seed), all)
        for (const { text, label } of newsOf(words, run, run.legs)) {
          expect(text).not.toMatch(gap)
          expect(label ?? '').not.toMatch(gap)
        }
        for (const [moment, response] of all.entries()) expect(responseText(words, response, moment)).not.toMatch(gap)
        expect(chartSummary(words, run, run)).not.toMatch(gap)
      }),
      { numRuns: 400 },
    )
  })
  it('give each moment its name, its words in three ways, its question and what can be settled', () => {
    for (const { id } of moments) {
      for (const key of [`moment_${id}`, `${id}_name`, `say_${id}_ask`, `point_${id}`, `settled_${id}`])
        expect(messages).toHaveProperty(key)
      for (const way of ways) expect(messages).toHaveProperty(`say_${id}_${way}`)
    }
    for (const preset of presets) for (const key of [`preset_${preset}`, `preset_${preset}_note`]) expect(messages).toHaveProperty(key)
  })
  it('call throwing it back by its name, and the break after the planned one the end of the meeting', () => {
    const later = { kind: 'show', when: 'break', where: 'aside', way: 'request' } as const
    expect(responseText(words, thrown, 0)).toBe('Throw it back')
    expect(responseText(words, later, 2)).toBe('In the break, aside, with a request')
    expect(responseText(words, later, 3)).toBe('After the meeting, aside, with a request')
  })
  it('say in which break something was said, once', () => {
    const later = { kind: 'show', when: 'break', where: 'aside', way: 'request' } as const
    const run = runPlan(makeWorld(1), [later, later, later])
    const labels = newsOf(words, run, latestLegs(run)).map(({ label }) => label)
    expect(labels).toEqual([null, 'In the break.', null, null, null])
  })
  it('have a word for every heat', () => {
    expect([0, 24, 25, 44, 45, 74, 75, 100].map((tenths) => heatWord(words, tenths))).toEqual([
      'calm',
      'calm',
      'warm',
      'warm',
      'hot',
      'hot',
      'boiling',
      'boiling',
    ])
    expect([4, 5, 95].map(degrees)).toEqual([0, 1, 10])
  })
})

describe('the movement of a line', () => {
  it('is said in the degrees that are shown', () => {
    const [start, ...rest] = runPlan(makeWorld(1), [thrown]).legs.map(({ state }) => state)
    expect(movedText(words, 'other', start!, { ...start!, other: 62 })).toBe('Salome: from 4 to 6.')
    expect(movedText(words, 'own', start!, { ...start!, own: start!.own + 1 })).toBe('You: still at 3 of 10.')
    expect(movedText(words, 'own', rest[0]!, rest[1]!)).not.toMatch(gap)
  })
})

describe('the latest legs', () => {
  it('are those since the last response, with the break where one came', () => {
    const kinds = (all: Plan) => latestLegs(runPlan(makeWorld(1), all)).map(({ kind }) => kind)
    const keep = { kind: 'keep' } as const
    expect(kinds([])).toEqual(['happened'])
    expect(kinds([keep])).toEqual(['responded', 'happened'])
    expect(kinds([keep, keep, keep])).toEqual(['responded', 'break', 'happened'])
    expect(kinds([keep, keep, keep, keep, keep])).toEqual(['responded', 'after', 'night'])
  })
})
