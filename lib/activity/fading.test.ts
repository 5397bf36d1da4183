import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fadingFrom, missingParts, stepsDone } from './fading.ts'
import { openStep } from './own-parts.ts'

const part = (id: string) => ({ id, label: id, help: id })
const data = {
  pattern: [part('number'), part('decision'), part('people'), part('back')],
  half: { situation: 'A call', given: { number: 'N', people: 'P' }, model: { decision: 'D', back: 'B' }, why: 'W' },
  own: { prompt: 'Yours', checklist: [part('named'), part('dated')].map(({ id }) => ({ id, text: id })), watch: [] },
}
const own = { number: 'a', decision: 'b', people: 'c', back: 'd' }

describe('help that fades', () => {
  it('leaves the parts open that the half does not give', () => {
    expect(missingParts(data).map(({ id }) => id)).toEqual(['decision', 'back'])
  })

  it('begins with the first part of the example', () => {
    const state = fadingFrom(undefined, data)
    expect(state).toEqual({
      read: 1,
      half: { decision: '', back: '' },
      compared: false,
      own: { number: '', decision: '', people: '', back: '' },
      ticks: [],
      whole: false,
    })
    expect(openStep(stepsDone(state, data))).toBe(0)
  })

  it.each([
    ['the half, once the example is read', { read: 4 }, 1],
    ['the own text, once the half was compared', { read: 4, half: { back: 'x' }, compared: true }, 2],
    ['the own text, when all is done', { read: 4, half: { back: 'x' }, compared: true, own, whole: true }, 2],
    ['the example, when later steps were done first', { read: 2, half: { back: 'x' }, compared: true, own, whole: true }, 0],
  ])('goes on with %s', (_, kept, step) => {
    expect(openStep(stepsDone(fadingFrom(kept, data), data))).toBe(step)
  })

  it('covers a comparison and a whole again when their texts are gone', () => {
    const state = fadingFrom({ half: { gone: 'x' }, compared: true, own: { ...own, back: ' ' }, whole: true }, data)
    expect([state.compared, state.whole]).toEqual([false, false])
  })

  it('survives whatever the device kept', () => {
    const kept = fc.oneof(fc.anything(), fc.record({ read: fc.anything(), half: fc.anything(), ticks: fc.anything(), own: fc.anything() }))
    fc.assert(
      fc.property(kept, (value) => {
        const { read } = fadingFrom(value, data)
        expect(read >= 1 && read <= 4).toBe(true)
      }),
    )
  })
})
