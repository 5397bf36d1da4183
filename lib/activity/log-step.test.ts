import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStepDone, noStep, sourcesFor, stepFrom, stepText } from './log-step.ts'

const data = {
  feelings: [
    { id: 'anger', label: 'Anger' },
    { id: 'worry', label: 'Worry' },
  ],
  lines: [
    { id: 'feel', label: 'I felt', help: 'Help' },
    { id: 'want', label: 'I want', help: 'Help' },
  ],
}
const full = { source: 'feeling:anger', lines: { feel: 'Hot.', want: 'A date.' }, trigger: 'my jaw sets', action: 'I stand up' }

describe('what there is to choose from', () => {
  it('is the log, strongest first, with the names of feelings', () => {
    const log = [
      { id: 'r1', entry: 'Late map', choices: { feeling: 'worry' }, strength: 3 },
      { id: 'r2', entry: 'Blamed', choices: { feeling: 'anger' }, strength: 8 },
      { id: 'r3', entry: 'Odd', choices: { feeling: 'ghost' } },
      { id: 'r4', entry: ' ', choices: {} },
    ]
    expect(sourcesFor(log, data)).toEqual({
      fromLog: true,
      sources: [
        { id: 'row:r2', feeling: 'Anger', entry: 'Blamed', strength: 8 },
        { id: 'row:r1', feeling: 'Worry', entry: 'Late map', strength: 3 },
        { id: 'row:r3', feeling: '', entry: 'Odd' },
      ],
    })
  })
  it.each([[null], [[]], ['x'], [[{ id: 'r1', entry: '', choices: {} }]]])('is the list where the log is %j', (log) => {
    expect(sourcesFor(log, data)).toMatchObject({ fromLog: false, sources: [{ id: 'feeling:anger' }, { id: 'feeling:worry' }] })
  })
})

describe('a step', () => {
  const { sources } = sourcesFor(null, data)
  it('is done with a feeling, every line and both halves of the plan', () => {
    expect(isStepDone(full, data, sources)).toBe(true)
  })
  it.each([
    ['a feeling', { source: 'row:gone' }],
    ['a line', { lines: { feel: 'Hot.' } }],
    ['the trigger', { trigger: ' ' }],
    ['the action', { action: '' }],
  ])('is not done without %s', (_, change) => {
    expect(isStepDone({ ...full, ...change }, data, sources)).toBe(false)
  })
  it('reads back whatever was kept', () => {
    expect(stepFrom(full)).toEqual(full)
    expect(stepFrom(undefined)).toEqual(noStep)
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(Object.keys(stepFrom(kept))).toEqual(['source', 'lines', 'trigger', 'action'])
      }),
    )
  })
  it('is text to take along, without what is empty', () => {
    expect(stepText('My step', data, { ...full, lines: { feel: 'Hot.' } }, 'Anger', 'If a, then b.')).toBe(
      'My step\nAnger\nI felt: Hot.\nIf a, then b.',
    )
  })
})
