import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assemble, belonging, isWhole, latestText, outOfPlace, placeOf, verdictOn } from './assemble.ts'

const sentence = (id: string, part?: string) => ({ id, text: id, feedback: id, ...(part ? { part } : {}) })
const data: Assemble = {
  parts: ['what', 'effect', 'act', 'when'].map((id) => ({ id, label: id })),
  sentences: [
    sentence('excuse'),
    sentence('when', 'when'),
    sentence('what', 'what'),
    sentence('blame'),
    sentence('act', 'act'),
    sentence('act-too', 'act'),
    sentence('effect', 'effect'),
  ],
}
const right = ['what', 'effect', 'act', 'act-too', 'when']

describe('assembling a text', () => {
  it('knows which sentences belong', () => {
    expect(belonging(data)).toEqual(['when', 'what', 'act', 'act-too', 'effect'])
  })

  it.each([
    ['act', 'kept'],
    ['excuse', 'extra'],
    ['when', 'missed'],
    ['blame', 'left'],
  ])('calls %s %s', (id, verdict) => {
    const one = data.sentences.find((found) => found.id === id)!
    expect(verdictOn(one, ['act', 'excuse'])).toBe(verdict)
  })

  it('counts places from 1 and has none for what does not belong', () => {
    expect(data.sentences.map((one) => placeOf(data, one))).toEqual([null, 4, 1, null, 3, 3, 2])
  })

  it.each([
    [right, []],
    [['what', 'effect', 'act-too', 'act', 'when'], []],
    [['when', 'what', 'effect', 'act'], ['when']],
    [['what', 'act', 'effect', 'when', 'excuse'], ['effect']],
    [['excuse', 'what', 'blame', 'effect'], []],
    [['gone', 'what'], []],
    [[], []],
  ])('finds what to move in %j', (order, moved) => {
    // of two neighbours in the wrong order either may move; then it is the later one
    expect([...outOfPlace(data, order)]).toEqual(moved)
  })

  it('is whole with all that belongs, nothing else, in order', () => {
    expect(isWhole(data, right)).toBe(true)
    expect(isWhole(data, right.slice(1))).toBe(false)
    expect(isWhole(data, [...right, 'blame'])).toBe(false)
    expect(isWhole(data, right.toReversed())).toBe(false)
  })

  it('is in order once the sentences out of place are taken away', () => {
    const orders = fc.shuffledSubarray(data.sentences.map(({ id }) => id))
    fc.assert(
      fc.property(orders, (order) => {
        const moved = outOfPlace(data, order)
        const rest = order.filter((id) => !moved.has(id))
        expect(outOfPlace(data, rest).size).toBe(0)
      }),
    )
  })

  it.each([
    [[{ sentences: ['what'] }, { sentences: ['act', 'gone', 'act', 4] }], ['act']],
    [[{ sentences: ['what'] }, { sentences: ['gone'] }, 'x', null], ['what']],
    [[{ sentences: 'what' }], null],
    [[], null],
  ])('reads back %j', (responses, text) => {
    expect(latestText(data, responses)).toEqual(text)
  })
})
