import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byModule,
  compareRatings,
  countRated,
  type Rating,
  type RatingData,
  rate,
  ratingText,
  readRating,
  stepOf,
  toggleGoal,
} from './rating.ts'

const data: RatingData = {
  scale: ['rarely', 'sometimes', 'often', 'usually'].map((id) => ({ id, label: id })),
  indicators: [
    { id: 'C-CO-L1-1', module: 'big-picture', text: 'I write clearly.' },
    { id: 'C-TW-L1-1', module: 'networking', text: 'I get on with people.' },
    { id: 'C-CO-L2-4', module: 'big-picture', text: 'I keep people informed.' },
  ],
}
const rating = (steps: Record<string, string>, goals: string[] = []): Rating =>
  readRating(data, 2, { ratings: Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, { step }])), goals, at: 0 })

describe('a kept rating', () => {
  it.each([null, undefined, 'rating', [], { ratings: 3, goals: 'all', at: 'end' }])('is empty where the device has %j', (kept) => {
    expect(readRating(data, 2, kept)).toEqual({ ratings: {}, goals: [], at: 0 })
  })

  it('loses what the content no longer has, and keeps the rest', () => {
    const kept = {
      ratings: { 'C-CO-L1-1': { step: 'often', evidence: 'The note of Monday' }, 'C-TW-L1-1': { step: 'never' }, gone: { step: 'often' } },
      goals: ['gone', 'C-CO-L2-4', 'C-CO-L1-1'],
      at: 40,
    }
    expect(readRating(data, 2, kept)).toEqual({
      ratings: { 'C-CO-L1-1': { step: 'often', evidence: 'The note of Monday' } },
      goals: ['C-CO-L1-1', 'C-CO-L2-4'],
      at: 3,
    })
  })

  it('is the same when it is read again', () => {
    const ids = fc.constantFrom('C-CO-L1-1', 'C-TW-L1-1', 'C-CO-L2-4', 'gone')
    const kept = fc.record({
      ratings: fc.dictionary(
        ids,
        fc.record({ step: fc.constantFrom('rarely', 'often', 'no'), evidence: fc.string() }, { requiredKeys: [] }),
      ),
      goals: fc.array(ids),
      at: fc.integer(),
    })
    fc.assert(
      fc.property(kept, (one) => {
        const once = readRating(data, 2, one)
        expect(readRating(data, 2, once)).toEqual(once)
        expect(once.goals.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('takes a step and an example on their own', () => {
    const written = rate(rating({}), 'C-TW-L1-1', { evidence: 'Lunch with Sorin' })
    expect(stepOf(data, written, 'C-TW-L1-1')).toBeNull()
    const rated = rate(written, 'C-TW-L1-1', { step: 'usually' })
    expect([stepOf(data, rated, 'C-TW-L1-1'), rated.ratings['C-TW-L1-1']!.evidence]).toEqual([3, 'Lunch with Sorin'])
    expect(countRated(data, rated)).toBe(1)
  })
})

describe('goals', () => {
  it('stand in the order of the content, and can be taken back', () => {
    const two = toggleGoal(data, 2, toggleGoal(data, 2, rating({}), 'C-CO-L2-4'), 'C-CO-L1-1')
    expect(two.goals).toEqual(['C-CO-L1-1', 'C-CO-L2-4'])
    expect(toggleGoal(data, 2, two, 'C-CO-L1-1').goals).toEqual(['C-CO-L2-4'])
  })
  it('are never more than asked for', () => {
    expect(toggleGoal(data, 1, rating({}, ['C-CO-L1-1']), 'C-TW-L1-1').goals).toEqual(['C-CO-L1-1'])
  })
})

it('groups indicators by module in the order in which modules come first', () => {
  expect(byModule(data.indicators).map(({ module, indicators }) => [module, indicators.length])).toEqual([
    ['big-picture', 2],
    ['networking', 1],
  ])
})

describe('two ratings', () => {
  it('are compared where both were given', () => {
    const early = rating({ 'C-CO-L1-1': 'rarely', 'C-TW-L1-1': 'usually' })
    const late = rating({ 'C-CO-L1-1': 'often', 'C-TW-L1-1': 'often', 'C-CO-L2-4': 'often' })
    expect(compareRatings(data, early, late)).toEqual([
      { name: 'up', count: 1, total: 2 },
      { name: 'down', count: 1, total: 2 },
    ])
  })
  it('say nothing where nothing was rated twice', () => {
    expect(compareRatings(data, rating({}), rating({ 'C-CO-L1-1': 'often' }))).toEqual([])
  })
})

it('is written out with goals, steps and examples', () => {
  const one = rate(rating({ 'C-CO-L1-1': 'often' }, ['C-TW-L1-1']), 'C-CO-L1-1', { evidence: 'A note\non Monday ' })
  const words = { unrated: 'not rated', goal: 'Goal', evidence: 'Example' }
  expect(ratingText({ ...data, indicators: data.indicators.slice(0, 2) }, one, ['Where do I stand?', '21 November'], words)).toBe(
    'Where do I stand?\n21 November\n\nI write clearly.\n  often\n  Example: A note\n  on Monday\n\nGoal: I get on with people.\n  not rated\n',
  )
})
