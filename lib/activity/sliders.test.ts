import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestSliders, placeOf, type Sliders, standing, wordFor } from './sliders.ts'

const row = (id: string, hard: [number, number], soft: [number, number]) => ({ id, text: id, ranges: { hard, soft }, why: 'Because.' })
const data: Sliders = {
  kind: 'sliders',
  id: 'two-keys',
  title: 'Two keys',
  whose: 'Ours.',
  scales: ['hard', 'soft'].map((id) => ({ id, label: id, low: 'none', high: 'all' })),
  rows: [row('clean', [7, 9], [1, 3]), row('ask', [2, 4], [7, 10]), row('map', [6, 8], [2, 5])],
}
const said = (attempt: string, row: string, hard: number, soft: number) => ({
  attempt,
  result: { response: { row, values: { hard, soft } } },
})

describe('sliders', () => {
  it.each([
    [4, 'below'],
    [5, 'inside'],
    [7, 'inside'],
    [8, 'above'],
  ])('say that %i stands %s the range from 5 to 7', (value, place) => {
    expect(placeOf(value, [5, 7])).toBe(place)
  })

  it('put each value in words that mirror around the middle', () => {
    expect([0, 1, 2, 3, 4, 5].map(wordFor)).toEqual(['low', 'close-low', 'close-low', 'toward-low', 'toward-low', 'middle'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (value) => {
        expect(wordFor(10 - value)).toBe(wordFor(value).replace(/low|high/, (end) => (end === 'low' ? 'high' : 'low')))
      }),
    )
  })

  it('have not begun without statements', () => {
    expect(latestSliders(data, [])).toBeNull()
  })

  it('go on with the latest round, in which the first response to a row counts', () => {
    const round = latestSliders(data, [
      said('1', 'clean', 1, 1),
      said('2', 'clean', 8, 2),
      said('2', 'clean', 0, 0),
      said('2', 'ask', 3, 9),
    ])
    expect(round?.attempt).toBe('2')
    expect([...round!.given]).toEqual([
      ['clean', { hard: 8, soft: 2 }],
      ['ask', { hard: 3, soft: 9 }],
    ])
  })

  it.each([
    ['a row that is gone', said('1', 'gone', 1, 1)],
    ['a value off the scale', said('1', 'ask', 11, 1)],
    ['a value between two steps', said('1', 'ask', 1.5, 1)],
    ['a scale that was added later', { attempt: '1', result: { response: { row: 'ask', values: { hard: 1 } } } }],
    ['no round', { result: { response: { row: 'ask', values: { hard: 1, soft: 1 } } } }],
    ['something else', { attempt: '1', result: { response: 'ask' } }],
  ])('leave out %s', (_, statement) => {
    expect(latestSliders(data, [statement])).toBeNull()
  })

  it('count where one stood, and name the side only where all the others were on it', () => {
    const given = new Map([
      ['clean', { hard: 8, soft: 0 }],
      ['ask', { hard: 5, soft: 6 }],
      ['map', { hard: 9, soft: 6 }],
    ])
    expect(standing(data, 'hard', given)).toEqual({ inside: 1, below: 0, above: 2, lean: 'above' })
    expect(standing(data, 'soft', given)).toEqual({ inside: 0, below: 2, above: 1, lean: 'both' })
    expect(standing(data, 'soft', new Map([['clean', { hard: 0, soft: 2 }]])).lean).toBe('inside')
  })
})
