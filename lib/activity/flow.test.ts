import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveOption } from '#lib/quiz/move-option.ts'
import { beginFlow, enoughOut, isInOrder, latestFlow, stateWithout, toMove } from './flow.ts'

const right = ['count', 'report', 'clean', 'map', 'decide']
const data = {
  steps: right.map((id) => ({ id, who: id, text: id, short: id, without: id, hit: id === 'clean' ? ['map', 'decide'] : [] })),
}
const checked = (attempt: string, order: unknown) => ({ attempt, result: { response: { order } as never } })
const tookOut = (attempt: string, out: string) => ({ attempt, result: { response: { out } } })
const permutation = fc.shuffledSubarray(right, { minLength: right.length })

describe('the order', () => {
  it('begins mixed, each step once, and the same for the same round', () => {
    fc.assert(
      fc.property(fc.string(), (attempt) => {
        const { order } = beginFlow(data, attempt)
        expect([...order].sort()).toEqual([...right].sort())
        expect(isInOrder(data, order)).toBe(false)
        expect(beginFlow(data, attempt).order).toEqual(order)
      }),
    )
  })
  it.each([
    [right, []],
    [['report', 'clean', 'map', 'decide', 'count'], ['count']],
    [
      ['decide', 'map', 'clean', 'report', 'count'],
      ['map', 'clean', 'report', 'count'],
    ],
  ])('%j is mended by moving %j', (order, moved) => {
    expect(toMove(data, order)).toEqual(moved)
  })
  it('is mended when the steps to move have been moved, and leaves the others in their order', () => {
    fc.assert(
      fc.property(permutation, (order) => {
        const moved = toMove(data, order)
        expect(moved.length === 0).toBe(isInOrder(data, order))
        expect(order.filter((id) => !moved.includes(id))).toEqual(right.filter((id) => !moved.includes(id)))
      }),
    )
  })
  it('asks for one move at most after one move', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (from, to) => {
        expect(toMove(data, moveOption(right, from, to)).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('a round', () => {
  const wrong = ['report', 'count', 'clean', 'map', 'decide']
  it('goes on with the order last checked', () => {
    const round = latestFlow(data, [checked('1', right), checked('2', wrong)])
    expect(round).toEqual({ attempt: '2', order: wrong, checks: 1, ordered: false, out: [] })
  })
  it('remembers the steps taken out once the order was right', () => {
    const round = latestFlow(data, [
      tookOut('1', 'map'),
      checked('1', right),
      tookOut('1', 'clean'),
      tookOut('1', 'clean'),
      tookOut('1', 'gone'),
    ])
    expect([round?.ordered, round?.out]).toEqual([true, ['clean']])
  })
  it('puts an order right that the content has outgrown', () => {
    expect(latestFlow(data, [checked('1', ['decide', 'gone', 'decide', 3])])?.order).toEqual(['decide', 'count', 'report', 'clean', 'map'])
    expect(latestFlow(data, [])).toBeNull()
    expect(latestFlow(data, [{ attempt: '1', result: { response: {} } }])?.checks).toBe(0)
  })
})

it('shows what goes wrong downstream when a step is taken out', () => {
  expect(right.map((id) => stateWithout(data, 'clean', id))).toEqual(['whole', 'whole', 'out', 'hit', 'hit'])
  expect(right.map((id) => stateWithout(data, null, id))).toEqual(right.map(() => 'whole'))
  expect(enoughOut(data)).toBe(3)
})
