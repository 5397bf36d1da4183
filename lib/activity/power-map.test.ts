import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrowsFrom, compareArrows, countOn, curve, hasArrow, latestRound, type PowerMap, toggle } from './power-map.ts'

const option = (id: string, right: boolean) => ({ id, text: id, right, feedback: 'Why.' })
const data: PowerMap = {
  people: ['ines', 'grace', 'omar'].map((id, i) => ({ id, name: id, role: 'Role', x: i * 40, y: 10 })),
  arrows: [
    { from: 'grace', to: 'ines', why: 'Contract.' },
    { from: 'ines', to: 'omar', why: 'Access.' },
  ],
  sentences: [{ id: 'wrong', text: 'It is wrong.', prompt: 'Where?', options: [option('meeting', false), option('door', true)] }],
}
const one = '018f0000-0000-7000-8000-000000000001'
const two = '018f0000-0000-7000-8000-000000000002'
const said = (attempt: string, response: unknown) => ({ attempt, result: { response: response as never } })
const arrow = (from: string, to: string) => ({ from, to })
const people = fc.constantFrom('ines', 'grace', 'omar')

describe('drawing', () => {
  it('draws an arrow and takes it away again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(people, people)), people, people, (pairs, from, to) => {
        const before = arrowsFrom(
          pairs.map(([a, b]) => arrow(a, b)),
          data,
        )
        const once = toggle(before, arrow(from, to))
        expect(hasArrow(once, arrow(from, to))).toBe(from !== to && !hasArrow(before, arrow(from, to)))
        expect(new Set(toggle(once, arrow(from, to)).map((a) => `${a.from}>${a.to}`))).toEqual(
          new Set(before.map((a) => `${a.from}>${a.to}`)),
        )
      }),
    )
  })
  it('keeps both directions apart', () => {
    expect(toggle([arrow('ines', 'omar')], arrow('omar', 'ines'))).toHaveLength(2)
  })
  it.each([[[arrow('ghost', 'ines')]], [[arrow('ines', 'ines')]], [['x', null, 4]], ['nothing']])('leaves out %j', (kept) => {
    expect(arrowsFrom(kept, data)).toEqual([])
  })
})

describe('comparing', () => {
  it('tells what both drew, what was left out and what is only mine', () => {
    const result = compareArrows(data, [arrow('grace', 'ines'), arrow('omar', 'grace')])
    expect(result.both.map(({ why }) => why)).toEqual(['Contract.'])
    expect(result.missed.map(({ why }) => why)).toEqual(['Access.'])
    expect(result.extra).toEqual([arrow('omar', 'grace')])
  })
  it('counts who depends on a person', () => {
    expect(countOn(data.arrows, 'ines')).toBe(1)
    expect(countOn(data.arrows, 'grace')).toBe(0)
  })
})

describe('reading a round back', () => {
  it('takes the arrows and the last choice of each sentence of the latest round', () => {
    const read = latestRound(data, [
      said(one, { arrows: [arrow('omar', 'ines')] }),
      said(two, { arrows: [arrow('grace', 'ines')] }),
      said(two, { sentence: 'wrong', option: 'meeting' }),
      said(two, { sentence: 'wrong', option: 'door' }),
      said(two, { sentence: 'ghost', option: 'door' }),
      said(two, { sentence: 'wrong', option: 'ghost' }),
    ])
    expect(read).toEqual({ attempt: two, arrows: [arrow('grace', 'ines')], chosen: new Map([['wrong', 'door']]) })
  })
  it('begins with nothing drawn', () => {
    expect(latestRound(data, [])).toEqual({ attempt: null, arrows: null, chosen: new Map() })
  })
})

it('bends the two directions to different sides', () => {
  const there = curve({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 10)
  const back = curve({ x: 100, y: 0 }, { x: 0, y: 0 }, 10, 10)
  expect(there.path).toBe('M9.7 2.3Q50 12 90.3 2.3')
  expect(back.path).toBe('M90.3 -2.3Q50 -12 9.7 -2.3')
  expect(there.head).toMatchObject({ x: 90.3, y: 2.3 })
})
