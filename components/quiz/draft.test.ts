import { describe, expect, it } from 'vitest'
import { type AttemptView, snapshotOf } from '#lib/quiz/attempt-view.ts'
import { currentItem } from '#lib/quiz/quiz-machine.ts'
import { type Draft, placeOf } from './draft.ts'

const item = (id: string) => ({ kind: 'single' as const, id, stem: 'Stem', options: [{ id: 'kilo', text: 'Kilo' }] })
const attempt: AttemptView = {
  id: 'this attempt',
  module: 'networking',
  result: null,
  items: [
    {
      id: 'first',
      scored: true,
      state: 'marked',
      item: item('first'),
      response: 'kilo',
      score: { raw: 1, max: 1, scaled: 1 },
      reveal: { kind: 'single', key: 'kilo', feedback: {} },
    },
    { id: 'second', scored: true, state: 'open', item: item('second') },
  ],
}
const draft = (more: Partial<Draft>): Draft => ({ attempt: 'this attempt', item: 'second', id: 'some id', response: null, ...more })

describe('after a reload', () => {
  it.each([
    ['without a draft one is at the feedback last shown', null, 'marked', 'first'],
    ['with a draft for the next item one is at that item', draft({}), 'answering', 'second'],
    ['a draft of another attempt says nothing', draft({ attempt: 'another' }), 'marked', 'first'],
    ['a draft for the item just marked says nothing', draft({ item: 'first' }), 'marked', 'first'],
  ])('%s', (_, kept, state, at) => {
    const place = placeOf(attempt, snapshotOf(attempt), kept)
    expect(place.value).toBe(state)
    expect(currentItem(place)?.id).toBe(at)
  })
})
