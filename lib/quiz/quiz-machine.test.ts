import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreOf } from './marking.ts'
import { currentItem, goOn, type QuizEvent, type QuizItem, replayQuiz, startQuiz, stepQuiz } from './quiz-machine.ts'

const items = (count: number, gone: readonly number[] = []): QuizItem[] =>
  Array.from({ length: count }, (_, index) => ({ id: `item-${index}`, scored: true, gone: gone.includes(index) }))
const given = (index: number, right = true) => ({ item: `item-${index}`, response: right ? 'a' : 'b', score: scoreOf(right ? 1 : 0, 1) })
const respond = (index: number): QuizEvent => ({ type: 'RESPOND', ...given(index) })
const play = (list: readonly QuizItem[], events: readonly QuizEvent[]) => events.reduce(stepQuiz, startQuiz(list))

describe('a quiz attempt', () => {
  it('goes from item to feedback to item, and ends', () => {
    const path = [respond(0), { type: 'NEXT' }, respond(1), { type: 'NEXT' }, { type: 'FINISH' }] as const
    const states = path.map((_, length) => play(items(2), path.slice(0, length + 1)).value)
    expect(states).toEqual(['marked', 'answering', 'marked', 'complete', 'finished'])
  })

  it.each([
    ['a response to a later item', [respond(1)], 'answering', []],
    ['a response to an item of another attempt', [{ type: 'RESPOND', ...given(9) }], 'answering', []],
    ['a second response to the same item', [respond(0), { type: 'RESPOND', ...given(0, false) }], 'marked', ['a']],
    ['a response before going on', [respond(0), respond(1)], 'marked', ['a']],
    ['going on without a response', [{ type: 'NEXT' }], 'answering', []],
    ['an end before the last item', [respond(0), { type: 'FINISH' }], 'marked', ['a']],
    [
      'a response after the end',
      [respond(0), { type: 'NEXT' }, respond(1), { type: 'NEXT' }, { type: 'FINISH' }, { type: 'RESPOND', ...given(1, false) }],
      'finished',
      ['a', 'a'],
    ],
  ] as [string, QuizEvent[], string, string[]][])('is not moved by %s', (_, events, value, responses) => {
    const snapshot = play(items(2), events)
    expect(snapshot.value).toBe(value)
    expect(snapshot.context.given.map((one) => one.response)).toEqual(responses)
  })

  it('passes over items that have left the bank, also at both ends', () => {
    expect(currentItem(startQuiz(items(3, [0])))?.id).toBe('item-1')
    expect(play(items(3, [1, 2]), [respond(0), { type: 'NEXT' }]).value).toBe('complete')
    expect(startQuiz(items(3, [0, 1, 2])).value).toBe('complete')
  })

  it('passes over the response to an item that left the bank after it', () => {
    const snapshot = replayQuiz(items(3, [0]), [given(0), given(1)], false)
    expect(snapshot.value).toBe('marked')
    expect(snapshot.context.given.map((one) => one.item)).toEqual(['item-1'])
  })

  it('resumes at the feedback last shown', () => {
    const snapshot = replayQuiz(items(3), [given(0), given(1)], false)
    expect(snapshot.value).toBe('marked')
    expect(currentItem(snapshot)?.id).toBe('item-1')
  })

  it('saved in the middle and loaded again, goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
        fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
        fc.nat(9),
        (rights, gone, cut) => {
          const list = items(rights.length, gone)
          const responses = rights.map((right, index) => given(index, right)).filter((_, index) => !gone.includes(index))
          const live = [startQuiz(list)]
          for (const one of responses) live.push(stepQuiz(goOn(live.at(-1)!), { type: 'RESPOND', ...one }))
          const at = Math.min(cut, responses.length)
          const loaded = replayQuiz(list, responses.slice(0, at), false)
          expect(loaded.toJSON()).toEqual(live[at]!.toJSON())
          const on = responses.slice(at).reduce((snapshot, one) => stepQuiz(goOn(snapshot), { type: 'RESPOND', ...one }), loaded)
          expect(on.toJSON()).toEqual(live.at(-1)!.toJSON())
          expect(replayQuiz(list, responses, true).value).toBe('finished')
        },
      ),
    )
  })
})
