import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentFrom, promiseCsv, promisesDone, promiseText } from './commitment.ts'

const field = (id: string, label: string) => ({ id, label, help: id })
const data = {
  fields: [field('who', 'Who'), field('what', 'What'), field('when', 'By when')],
  repairs: ['soon', 'we'].map((id) => ({ id, weak: 'W', stranger: ['a', 'b'], model: { who: 'I' }, why: 'y' })),
  own: {
    prompt: 'Yours',
    checklist: [
      { id: 'own-act', text: 'Mine' },
      { id: 'seen', text: 'Seen' },
    ],
    watch: [],
  },
}
const filled = { who: 'I', what: 'send the list', when: 'Friday, 12:00' }

describe('a promise that others can check', () => {
  it('keeps what the content still has', () => {
    const state = commitmentFrom(
      {
        asked: ['gone', 'we'],
        repairs: { we: { who: 'Me', gone: 'x' } },
        compared: ['we', 'soon'],
        own: filled,
        ticks: ['seen'],
        made: true,
      },
      data,
    )
    expect(state.asked).toEqual(['we'])
    expect(state.repairs['we']).toEqual({ who: 'Me', what: '', when: '' })
    // nothing is written for the other one: its model is covered again
    expect(state.compared).toEqual(['we'])
    expect(promisesDone(state, data)).toEqual([false, true, true])
  })

  it('is not made while a field is empty', () => {
    expect(commitmentFrom({ own: { ...filled, when: ' ' }, made: true }, data).made).toBe(false)
  })

  it('survives whatever the device kept', () => {
    const kept = fc.oneof(fc.anything(), fc.record({ asked: fc.anything(), repairs: fc.anything(), own: fc.anything() }))
    fc.assert(fc.property(kept, (value) => promisesDone(commitmentFrom(value, data), data).length === 3))
  })

  it('goes along as text, without empty fields', () => {
    expect(promiseText(data.fields, { ...filled, what: ' send\nthe list ', when: '' })).toBe('Who: I\nWhat: send the list\n')
  })

  it('goes along as one row of a table', () => {
    expect(promiseCsv(data.fields, filled)).toBe('\uFEFFWho,What,By when\r\nI,send the list,"Friday, 12:00"\r\n')
  })
})
