import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseText, foldBack, isBegun, objectionSteps, objectionsFrom, openObjection } from './objections.ts'

const colleague = (id: string) => ({
  id,
  who: `Who ${id}`,
  says: `No ${id}`,
  back: {
    prompt: 'Which one?',
    options: [
      { id: 'twisted', text: 'A', right: false, feedback: 'a' },
      { id: 'fair', text: 'B', right: true, feedback: 'b' },
    ],
  },
  thanks: 'Yes',
  reply: { prompt: 'Reply', checklist: ['reason', 'short'].map((point) => ({ id: point, text: point })), strong: { text: 'S', why: 's' } },
})
const field = (id: string, label: string) => ({ id, label, help: id })
const data = { fields: [field('thing', 'The thing'), field('instead', 'Instead')], colleagues: [colleague('mai'), colleague('tom')] }
const parts = { thing: 'Chain mails', instead: 'One page' }
const state = (kept: unknown) => objectionsFrom(kept, data)

describe('a case before an audience', () => {
  it.each([
    [{}, 0, [false, true, true, true]],
    [{ parts, put: true }, 1, [false, false, true, true]],
    [{ parts, put: true, replies: { mai: 'x' }, compared: ['mai'] }, 2, [false, false, false, true]],
    [{ parts, put: true, replies: { mai: 'x', tom: 'y' }, compared: ['mai', 'tom'] }, 3, [false, false, false, false]],
    // words that are gone open their step again, and close what comes after
    [{ parts: { thing: 'x' }, put: true, replies: { mai: 'x' }, compared: ['mai'] }, 0, [false, true, true, true]],
    [{ parts, put: true, replies: { tom: 'y' }, compared: ['mai', 'tom'] }, 1, [false, false, true, true]],
  ])('with %j goes on with step %i', (kept, open, closed) => {
    const steps = objectionSteps(state(kept), data)
    expect(openObjection(steps)).toBe(open)
    expect(steps.map((step) => step.closed)).toEqual(closed)
  })

  it('never opens a step before the ones in front of it are done', () => {
    const kept = fc.record({
      parts: fc.constantFrom(parts, {}),
      put: fc.boolean(),
      replies: fc.dictionary(fc.constantFrom('mai', 'tom'), fc.string()),
      compared: fc.anything(),
    })
    fc.assert(
      fc.property(kept, (value) => {
        const steps = objectionSteps(state(value), data)
        for (const [index, { closed }] of steps.entries()) expect(closed).toBe(steps.slice(0, index).some(({ done }) => !done))
      }),
    )
  })

  it('survives whatever the device kept', () => {
    fc.assert(fc.property(fc.anything(), (value) => Object.keys(state(value).replies).length === 2))
    expect(isBegun(state(7))).toBe(false)
    expect(isBegun(state({ replies: { tom: 'y' } }))).toBe(true)
  })

  it('knows that an objection was given back, also after another try', () => {
    const { chosen, given } = foldBack(data, [
      { colleague: 'mai', option: 'fair' },
      { colleague: 'mai', option: 'twisted' },
      { colleague: 'tom', option: 'gone' },
      { colleague: 'gone', option: 'fair' },
      'fair',
    ])
    expect([...chosen]).toEqual([['mai', 'twisted']])
    expect([...given]).toEqual(['mai'])
  })

  it('goes along as text', () => {
    expect(caseText('Room 101', state({ parts, replies: { mai: ' Good point. ' } }), data, 'My reply')).toBe(
      'Room 101\n\nThe thing\nChain mails\n\nInstead\nOne page\n\nWho mai: No mai\nMy reply: Good point.\n',
    )
  })
})
