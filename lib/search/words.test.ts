import { describe, expect, it } from 'vitest'
import { letterOf, weightOf } from './entry.ts'
import { distance, sameFamily, slipsIn } from './near.ts'
import { markWords } from './passage.ts'
import { scenesForAll } from './scenes-for-all.ts'
import { foldWord, joinedWords, wordsIn } from './words.ts'

describe('words', () => {
  it.each([
    ['Colleague’s', 'colleague'],
    ["colleagues'", 'colleague'],
    ['Lucía', 'lucia'],
    ['priorities', 'priority'],
    ['bus', 'bus'],
    ['status', 'status'],
    ['loss', 'loss'],
    ['crisis', 'crisis'],
    ['ÉTÉ', 'ete'],
    ['3W', '3w'],
  ])('%s is compared as %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded)
  })

  it('keep their places in the text, so that they can be marked there', () => {
    expect(wordsIn('No, “self-awareness”.').map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [5, 9],
      [10, 19],
    ])
    expect(joinedWords('self-awareness and if–then')).toEqual(['selfawareness', 'ifthen'])
    expect(markWords('Two keys, one key.', new Set(['key']))).toEqual([
      { text: 'Two ', marked: false },
      { text: 'keys', marked: true },
      { text: ', one ', marked: false },
      { text: 'key', marked: true },
      { text: '.', marked: false },
    ])
  })
})

describe('how far words are apart', () => {
  it.each([
    ['priority', 'priority', 0],
    ['prioirty', 'priority', 1],
    ['priorty', 'priority', 1],
    ['prioritty', 'priority', 1],
    ['priarity', 'priority', 1],
    ['gatekeeper', 'bottleneck', 3],
  ])('%s to %s: %i, where more than two is all the same', (typed, word, far) => {
    expect(distance(typed, word, 2).whole).toBe(far)
  })

  it('also to the beginning of a longer word', () => {
    expect(distance('prioirt', 'prioritisation', 2)).toEqual({ whole: 3, beginning: 1 })
  })

  it('forgives nothing in short words', () => {
    expect([2, 3, 4, 7, 8].map(slipsIn)).toEqual([0, 0, 1, 1, 2])
  })

  it('knows a family by its beginning', () => {
    expect(sameFamily('paraphrasing', 'paraphrase')).toBe(true)
    expect(sameFamily('general', 'generous')).toBe(false)
    expect(sameFamily('commission', 'commitment')).toBe(false)
  })
})

it('keeps weights in order when they become letters', () => {
  const letters = [0, 0.001, 0.01, 0.1, 0.5, 1].map(letterOf)
  expect(letters).toEqual([...letters].sort())
  expect(weightOf(letterOf(1))).toBe(1)
})

it('names the scenes that every run comes to, and no other', () => {
  const choice = (to: string) => ({ to }) as never
  const scene = (id: string, ...to: string[]) => ({ id, choices: to.map(choice) }) as never
  const found = scenesForAll({
    start: 'sc1-a',
    scenes: [scene('sc1-a', 'sc1-b', 'sc1-r'), scene('sc1-b', 'sc1-d'), scene('sc1-c', 'sc1-d'), scene('sc1-d', 'sc1-end')],
    routes: [{ id: 'sc1-r', rules: [{ when: [], to: 'sc1-c' }] }],
    endings: [{ id: 'sc1-end' } as never],
  })
  expect(found.map(({ id }) => id)).toEqual(['sc1-a', 'sc1-d'])
})
