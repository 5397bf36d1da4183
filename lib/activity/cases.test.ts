import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginCases, type Cases, countFitting, isDelayed, latestCases, linesOf, missedCases, openCase } from './cases.ts'

const option = (id: string, right: boolean, later?: string) => ({ id, text: id, right, feedback: id, ...(later ? { later } : {}) })
const question = (id: string, later?: string) => ({ id, prompt: id, options: [option('yes', true, later), option('no', false)] })
const data: Cases = {
  kind: 'cases',
  id: 'six',
  title: 'Cases',
  order: 'given',
  cases: ['map', 'call', 'list'].map((id) => ({ id, title: id, text: id, questions: [question('whose'), question('when')] })),
}
const said = (attempt: string, of: string, question: string, option: string, cases?: string[]) => ({
  attempt,
  result: { response: { case: of, question, option, ...(cases ? { cases } : {}) } },
})
const order = ['call', 'map']

describe('a round of cases', () => {
  it('begins in the order of the author', () => {
    expect(beginCases(data, 'x').cases).toEqual(['map', 'call', 'list'])
    expect(beginCases(data, 'x', ['list', 'map']).cases).toEqual(['map', 'list'])
  })
  it('begins, where mixed, with every case once, in the same order for the same round', () => {
    fc.assert(
      fc.property(fc.string(), (attempt) => {
        const round = beginCases({ ...data, order: 'mixed' }, attempt)
        expect([...round.cases].sort()).toEqual(['call', 'list', 'map'])
        expect(beginCases({ ...data, order: 'mixed' }, attempt)).toEqual(round)
      }),
    )
  })
  it('has not begun without statements, or where none of its cases is left', () => {
    expect(latestCases(data, [])).toBeNull()
    expect(latestCases(data, [said('1', 'gone', 'whose', 'yes', ['gone'])])).toBeNull()
  })
  it('goes on in its order with the first question that has no response; the first response counts', () => {
    const round = latestCases(data, [
      said('1', 'call', 'whose', 'no', order),
      said('1', 'call', 'whose', 'yes'),
      said('1', 'call', 'when', 'yes'),
    ])!
    expect(round.cases).toEqual(order)
    expect(openCase(data, round)?.id).toBe('map')
    expect(linesOf(data.cases[1]!, round).map((line) => line.option?.id)).toEqual(['no', 'yes'])
  })
  it('leaves out what the data no longer has, and what is not a response', () => {
    const round = latestCases(data, [
      said('1', 'map', 'whose', 'maybe', ['gone', 'map', 'map']),
      said('1', 'map', 'why', 'yes'),
      said('1', 'list', 'whose', 'yes'),
      { attempt: '1', result: { response: { case: 3, question: null } } },
      { attempt: '1', result: { response: 'nonsense' } },
    ])
    expect(round).toEqual({ attempt: '1', cases: ['map'], chosen: new Map() })
  })
  it('tells at the end what fitted and which cases to go through again', () => {
    const round = latestCases(data, [
      said('1', 'call', 'whose', 'no', order),
      said('1', 'call', 'when', 'yes'),
      said('1', 'map', 'whose', 'yes'),
      said('1', 'map', 'when', 'yes'),
    ])!
    expect(openCase(data, round)).toBeUndefined()
    expect(countFitting(data, round)).toEqual({ fitting: 3, total: 4 })
    expect(missedCases(data, round)).toEqual(['call'])
  })
})

it('keeps what fits for the end where something comes later', () => {
  expect(isDelayed(question('whose'))).toBe(false)
  expect(isDelayed(question('whose', 'She reported on time.'))).toBe(true)
})
