import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintsOf } from './flow-hints.ts'
import { type Flow, flowMapFrom } from './information-flow.ts'

const flows = (...lines: (string | [string, Partial<Flow>])[]): Flow[] =>
  flowMapFrom({
    flows: lines.map((line) => {
      const [route, more] = typeof line === 'string' ? [line, {}] : line
      const [from, to, what = 'figures'] = route.split('>')
      return { from, to, what, ...more }
    }),
  }).flows
const rules = (list: readonly Flow[], me = '') => hintsOf(list, me).map(({ rule }) => rule)

describe('the hints', () => {
  it('say nothing about a circle in which everything comes back', () => {
    expect(rules(flows('A>B', 'B>C', 'C>D', 'D>E', 'E>A'))).toEqual([])
    expect(rules([])).toEqual([])
  })
  it('begin with what is vital and breaks', () => {
    const list = flows('A>B', ['B>A', { vital: true, breaks: 'on Fridays' }])
    expect(hintsOf(list)).toEqual([{ rule: 'begin', flow: list[1] }])
    expect(rules(flows('A>B', ['B>A', { breaks: 'on Fridays' }]))).toEqual([])
  })
  it('name the one on whom all flows depend', () => {
    const star = flows('A>X', 'B>X', 'C>X', 'X>A', 'X>B', 'X>C')
    expect(hintsOf(star)).toEqual([{ rule: 'hub', name: 'X', count: 6, total: 6, me: false }])
    expect(hintsOf(star, 'x')).toMatchObject([{ rule: 'hub', me: true }])
    // four of six are enough to say so, three are not
    expect(hintsOf(flows('A>X', 'B>X', 'X>A', 'X>B', 'B>C', 'D>A'))).toMatchObject([{ rule: 'hub', name: 'X', count: 4, total: 6 }, {}])
    expect(rules(flows('A>X', 'X>A', 'X>B', 'B>C', 'C>B', 'B>D', 'D>C', 'C>X'))).toEqual([])
  })
  it('wait until there is a shape', () => {
    expect(rules(flows('A>X', 'X>A', 'B>X', 'X>B'))).toEqual([])
  })
  it('name an informal flow that carries something vital, unless it also comes formally', () => {
    const list = flows(['A>B>roads', { way: 'informal', vital: true }], 'B>A>thanks')
    expect(hintsOf(list)).toEqual([{ rule: 'vital-informal', flow: list[0] }])
    expect(rules([...list, ...flows('C>b>Roads', 'B>C>thanks')])).toEqual([])
    expect(rules(flows(['A>B>roads', { way: 'informal' }], 'B>A>thanks'))).toEqual([])
  })
  it('name who gives and gets nothing back, by any way', () => {
    const back = (list: Flow[], me?: string) => hintsOf(list, me).filter(({ rule }) => rule === 'no-way-back')
    const round = ['Office>IMO', 'IMO>Office', 'IMO>Coordinator', 'Coordinator>Office']
    expect(back(flows('Volunteer>Office', ...round))).toEqual([{ rule: 'no-way-back', names: ['Volunteer'] }])
    expect(back(flows('Volunteer>Office', ...round, 'Coordinator>Volunteer'))).toEqual([])
    // oneself knows, and a note to oneself is no way back
    expect(back(flows('A>Office', 'A>A', ...round), 'a')).toEqual([])
    expect(back(flows('A>Office', 'A>A', ...round))).toEqual([{ rule: 'no-way-back', names: ['A'] }])
    // while the map is being made, it is too early to say so
    expect(back(flows('A>B', 'B>C', 'C>D'))).toEqual([])
  })
  it('agree with looking for a way back step by step', () => {
    const some = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 14 })
    fc.assert(
      fc.property(some, (pairs) => {
        const list = flows(...pairs.map(([a, b]) => `P${a}>P${b}`))
        const reach = Array.from({ length: 6 }, (_, i) =>
          Array.from({ length: 6 }, (_, j) => pairs.some(([a, b]) => a !== b && a === i && b === j)),
        )
        for (let k = 0; k < 6; k++) for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!
        const expected = new Set(
          pairs
            .filter(() => pairs.length >= 4)
            .filter(([a, b]) => a !== b && !reach[a]![a])
            .map(([a]) => `P${a}`),
        )
        const found = hintsOf(list).find(({ rule }) => rule === 'no-way-back')
        expect(new Set(found?.rule === 'no-way-back' ? found.names : [])).toEqual(expected)
      }),
    )
  })
})
