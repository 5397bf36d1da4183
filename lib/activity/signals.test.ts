import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSignals, lastOpened, paragraphsOf, placesOf, toggleMark } from './signals.ts'

const signal = { might: 'Worry.', mightNot: 'Guilt.', ask: 'What is on your mind?' }
const scene = {
  most: 2,
  segments: [
    { id: 'door', text: 'She leaves the door open.' },
    { id: 'phone', text: 'The phone lies face down.', signal },
    { id: 'figure', text: 'She says the figure.', break: true as const },
    { id: 'twice', text: 'She says it twice.', signal },
    { id: 'tea', text: 'The tea is cold.', plain: 'It is a hot day.' },
    { id: 'pause', text: 'She stops before the last village.', signal },
  ],
}
const opened = (response: unknown) => ({ result: { response: response as never } })

it('breaks the scene into paragraphs', () => {
  expect(paragraphsOf(scene.segments).map((paragraph) => paragraph.map(({ id }) => id))).toEqual([
    ['door', 'phone'],
    ['figure', 'twice', 'tea', 'pause'],
  ])
})

describe('a mark', () => {
  it.each([
    ['is put on', [], 'phone', ['phone']],
    ['stands in the order of the scene', ['tea'], 'phone', ['phone', 'tea']],
    ['is taken off', ['phone', 'tea'], 'tea', ['phone']],
    ['is not put on when none is left', ['phone', 'tea'], 'pause', ['phone', 'tea']],
    ['is not put on a place the scene does not have', ['phone'], 'ghost', ['phone']],
  ])('%s', (_, marks, id, after) => {
    expect(toggleMark(scene, marks, id)).toEqual(after)
  })

  it('is never one too many', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scene.segments.map(({ id }) => id), 'ghost')), (presses) => {
        const marks = presses.reduce<string[]>((before, id) => toggleMark(scene, before, id), [])
        expect(marks.length).toBeLessThanOrEqual(scene.most)
        expect(new Set(marks).size).toBe(marks.length)
      }),
    )
  })
})

describe('what was opened', () => {
  const read = (rest: boolean) =>
    [...placesOf(scene.segments, { marks: ['phone', 'tea'], rest }).values()].map(
      ({ segment, number, mark }) => `${number} ${segment.id} ${mark}`,
    )

  it('is the places marked at first', () => {
    expect(read(false)).toEqual(['1 phone noticed', '2 tea plain'])
  })

  it('is the signals not noticed too, at the end', () => {
    expect(read(true)).toEqual(['1 phone noticed', '2 twice missed', '3 tea plain', '4 pause missed'])
    expect(countSignals(scene.segments, ['phone', 'tea'])).toEqual({ noticed: 1, count: 3 })
  })

  it.each([
    ['nothing, before the first time', [], null],
    ['the last of several', [{ marks: ['tea'] }, { marks: ['phone', 'pause'], rest: true }], { marks: ['phone', 'pause'], rest: true }],
    ['without a place the scene no longer has', [{ marks: ['ghost', 'pause'] }], { marks: ['pause'], rest: false }],
    ['no more than may be marked now', [{ marks: ['door', 'phone', 'tea'] }], { marks: ['door', 'phone'], rest: false }],
    ['not what is of another shape', [{ marks: ['tea'] }, 'tea', { marks: 3 }, null], { marks: ['tea'], rest: false }],
  ])('is %s', (_, responses, expected) => {
    expect(lastOpened(scene, responses.map(opened))).toEqual(expected)
  })
})
