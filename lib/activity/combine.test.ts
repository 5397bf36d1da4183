import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestOf, type Combine, countCombinations, isComplete, outcomeOf, type Situation, textsOf, triedIn } from './combine.ts'

const part = (id: string, ...options: string[]) => ({ id, label: id, options: options.map((one) => ({ id: one, text: `${one}.` })) })
const outcome = (fit: 'good' | 'mixed' | 'poor', when: Record<string, string[]>) => ({ when, fit, reply: fit, feedback: fit })
const situation: Situation = {
  id: 'late-map',
  title: 'Late map',
  text: 'A map is late.',
  parts: [part('time', 'now', 'later'), part('place', 'group', 'alone', 'corridor')],
  outcomes: [
    outcome('good', { time: ['later'], place: ['alone', 'corridor'] }),
    outcome('poor', { place: ['group'] }),
    outcome('mixed', {}),
  ],
}
const data: Combine = { kind: 'combine', id: 'dials', title: 'Dials', look: 'dials', situations: [situation] }
const told = (choice: unknown, of = 'late-map') => ({ result: { response: { situation: of, choice } as never } })

describe('a combination', () => {
  it.each([
    [{ time: 'later', place: 'alone' }, 'good'],
    [{ time: 'later', place: 'group' }, 'poor'],
    [{ time: 'now', place: 'alone' }, 'mixed'],
    [{ time: 'now' }, undefined],
    [{ time: 'now', place: 'moon' }, undefined],
  ])('%j gets the first outcome that fits: %s', (choice, fit) => {
    expect(outcomeOf(situation, choice as never)?.fit).toBe(fit)
  })
  it('always gets one when it is complete and the last outcome fits everything', () => {
    fc.assert(
      fc.property(fc.constantFrom('now', 'later', 'never'), fc.constantFrom('group', 'alone', 'corridor', ''), (time, place) => {
        const choice = { time, place }
        expect(outcomeOf(situation, choice) !== null).toBe(isComplete(situation, choice))
      }),
    )
  })
  it('reads as the texts of its options, in the order of the parts', () => {
    expect(textsOf(situation, { place: 'alone', time: 'now' })).toEqual(['now.', 'alone.'])
    expect(textsOf(situation, { place: 'alone' })).toEqual(['alone.'])
    expect(countCombinations(situation)).toBe(6)
  })
})

describe('what was tried', () => {
  it('is each combination once, in the order of the first tries, with the last one to go on with', () => {
    const { tried, latest } = triedIn(data, [
      told({ time: 'now', place: 'group' }),
      told({ time: 'later', place: 'alone' }),
      told({ place: 'group', time: 'now' }),
    ]).get('late-map')!
    expect(tried.map((one) => one.outcome.fit)).toEqual(['poor', 'good'])
    expect(latest).toEqual({ time: 'now', place: 'group' })
    expect(bestOf(tried)?.choice).toEqual({ time: 'later', place: 'alone' })
  })
  it('leaves out what the content no longer has', () => {
    const kept = triedIn(data, [
      told({ time: 'now', place: 'moon' }),
      told({ time: 'now', place: 'alone', tone: 'soft' }),
      told({ time: 'now', place: 'alone' }, 'gone'),
      told('words'),
      { result: { response: 7 } },
    ]).get('late-map')!
    expect(kept.tried.map(({ choice }) => choice)).toEqual([{ time: 'now', place: 'alone' }])
  })
  it('is nothing at first', () => {
    expect(triedIn(data, []).get('late-map')).toEqual({ tried: [], latest: null })
    expect(bestOf([])).toBeNull()
  })
})
