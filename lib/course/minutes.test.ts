import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Activity } from '#lib/activity/schema.ts'
import { minutesOfActivity, minutesOfLesson, wordsPerMinute } from './minutes.ts'

const recall: Activity = { kind: 'recall', id: 'recall', title: 'What?', points: [{ id: 'a', text: 'A', keywords: ['a'] }], answer: 'A' }
const round = (cards: number): Activity => ({
  kind: 'mixed-round',
  id: 'round',
  title: 'Sort',
  categories: [],
  cards: Array.from({ length: cards }, (_, index) => ({ id: `c${index}`, text: 'A', category: 'a', feedback: 'F' })),
})

it.each([
  [0, [], 1],
  [wordsPerMinute, [], 1],
  [wordsPerMinute + 1, [], 2],
  [wordsPerMinute, [recall], 2],
  [2 * wordsPerMinute, [recall, round(12)], 5],
])('gives %i words with these activities the minutes they take, rounded up', (words, activities, minutes) => {
  expect(minutesOfLesson(words, activities)).toBe(minutes)
})

it('gives more time to the simulation with a request to answer every week than to the others', () => {
  const simulation = (name: 'promise-ledger' | 'who-knows-whom'): Activity => ({
    kind: 'simulation',
    id: 's',
    title: 'T',
    name,
    insight: 'I',
  })
  expect(minutesOfActivity(simulation('promise-ledger'))).toBeGreaterThanOrEqual(2 * minutesOfActivity(simulation('who-knows-whom')))
})

it('grows with the cards of a round', () => {
  expect(minutesOfActivity(round(12))).toBe(2)
  expect(minutesOfActivity(round(24))).toBe(4)
})

it('never promises less than the reading time alone', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(3), (words, count) => {
      const minutes = minutesOfLesson(words, Array<Activity>(count).fill(recall))
      expect(Number.isInteger(minutes)).toBe(true)
      expect(minutes).toBeGreaterThanOrEqual(words / wordsPerMinute)
    }),
  )
})
