import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFlows, type FlowLayout, layOut, type Rect } from './flow-layout.ts'
import { edgesOf, ranksOf } from './flow-ranks.ts'
import { crossings, orderRows } from './flow-rows.ts'
import { textWidth, wrapText } from './flow-text.ts'
import type { Flow } from './information-flow.ts'

const flow = (from: string, to: string, rest: Partial<Flow> = {}): Flow => ({
  id: `${from}-${to}-${rest.what ?? ''}`,
  from,
  to,
  what: 'figures',
  way: 'formal',
  often: '',
  breaks: '',
  vital: false,
  ...rest,
})

const names = [
  'A volunteer',
  'Field officer of Lower Ferin',
  'Office',
  'IMO',
  'Coordinator',
  'Donor',
  'Überlandleitung',
  '世界の村',
  'B',
  'C',
]
const someFlow = fc
  .record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    what: fc.oneof(fc.constant('weekly totals'), fc.string({ minLength: 1, maxLength: 60 })),
    breaks: fc.constantFrom('', 'the form is lost'),
  })
  .map(({ from, to, ...rest }) => flow(from, to, rest))
const someMap = fc.array(someFlow, { minLength: 1, maxLength: 24 })
const someWidth = fc.constantFrom(280, 328, 480, 600, 912)

const apart = (a: Rect, b: Rect) =>
  a.x + a.width <= b.x + 0.1 || b.x + b.width <= a.x + 0.1 || a.y + a.height <= b.y + 0.1 || b.y + b.height <= a.y + 0.1

const pathPoints = (path: string) =>
  [...path.matchAll(/-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?/g)].map(([pair]) => {
    const [x, y] = pair.split(' ').map(Number)
    return { x: x!, y: y! }
  })

function expectClean({ places, ties, width, height }: FlowLayout) {
  const boxes: Rect[] = [...places, ...ties.map(({ label }) => label)]
  for (const [index, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(-0.1)
    expect(box.y).toBeGreaterThanOrEqual(-0.1)
    expect(box.x + box.width).toBeLessThanOrEqual(width + 0.1)
    expect(box.y + box.height).toBeLessThanOrEqual(height + 0.1)
    for (const other of boxes.slice(index + 1)) expect(apart(box, other), JSON.stringify([box, other])).toBe(true)
  }
  for (const { path } of ties)
    for (const { x, y } of pathPoints(path)) {
      expect(x).toBeGreaterThanOrEqual(-0.1)
      expect(x).toBeLessThanOrEqual(width + 0.1)
      expect(y).toBeGreaterThanOrEqual(-0.1)
      expect(y).toBeLessThanOrEqual(height + 0.1)
      // a line may touch the edge of a place, and never goes into it
      for (const place of places)
        expect(x > place.x + 0.2 && x < place.x + place.width - 0.2 && y > place.y + 0.2 && y < place.y + place.height - 0.2).toBe(false)
    }
}

describe('the drawing of a map', () => {
  it('puts nobody over anybody, keeps all within its box and leads no line through a place', () => {
    fc.assert(fc.property(someMap, someWidth, fc.boolean(), (flows, width, texts) => expectClean(layOut(flows, width, texts))))
  })
  it('is the same each time', () => {
    fc.assert(
      fc.property(someMap, someWidth, (flows, width) => {
        expect(drawFlows(structuredClone(flows), width)).toEqual(drawFlows(flows, width))
      }),
    )
  })
  it('draws every flow once, with its break, and every person once', () => {
    fc.assert(
      fc.property(someMap, someWidth, (flows, width) => {
        const { ties, places } = drawFlows(flows, width)
        expect(ties.map(({ flow }) => flow)).toEqual(flows.map((_, index) => index))
        expect(ties.map(({ cut }) => cut !== null)).toEqual(flows.map(({ breaks }) => breaks !== ''))
        expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
        expect(places.length).toBe(new Set(flows.flatMap(({ from, to }) => [from, to])).size)
      }),
    )
  })
  it('fits a telephone and has words on the lines where there is room', () => {
    const route = [
      flow('Volunteer', 'Field officer'),
      flow('Field officer', 'Office'),
      flow('Office', 'Me', { breaks: 'late' }),
      flow('Me', 'Coordinator'),
      flow('Coordinator', 'Volunteer'),
      flow('Driver', 'Me', { way: 'informal' }),
    ]
    const narrow = drawFlows(route, 328)
    expect(narrow.width).toBeLessThanOrEqual(328)
    expect(narrow.texts).toBe(false)
    const wide = drawFlows(route, 860)
    expect(wide.texts).toBe(true)
    expect(wide.ties[0]!.label.lines).toEqual(['figures'])
    // whoever gives stands above whoever receives
    const top = (name: string) => wide.places.find((place) => place.name === name)!.y
    expect(
      [top('Volunteer'), top('Field officer'), top('Office'), top('Me'), top('Coordinator')].every(
        (y, i, all) => i === 0 || y > all[i - 1]!,
      ),
    ).toBe(true)
  })
  it('is nothing for nothing', () => {
    expect(layOut([], 328, false)).toEqual({ width: 0, height: 0, places: [], ties: [], texts: false })
  })
  it('is quick also for a map that nobody can read', { timeout: 4000 }, () => {
    const many = Array.from({ length: 200 }, (_, i) => flow(`P${(i * 7) % 60}`, `P${(i * 13 + 5) % 60}`, { what: `w${i}` }))
    expect(drawFlows(many, 860).ties).toHaveLength(200)
  })
})

describe('rows', () => {
  const links = fc
    .array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 })
    .map((pairs) => pairs.map(([from, to], index) => ({ flow: index, from, to })))
  it('hold no more than there is room for, and every flow goes from one row to another', () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 5 }), (list, room) => {
        const edges = edgesOf(12, list)
        const ranks = ranksOf(12, edges, room)
        for (const { upper, lower } of edges) expect(ranks[upper]!).toBeLessThan(ranks[lower]!)
        for (const rank of ranks) expect(ranks.filter((one) => one === rank).length).toBeLessThanOrEqual(room)
        expect(new Set(ranks).size).toBe(Math.max(...ranks) + 1)
      }),
    )
  })
  it('untangle what can be untangled', () => {
    const cell = (row: number, above: number[], below: number[]) => ({ row, width: 10, gap: 5, above, below })
    const cells = [cell(0, [], [3]), cell(0, [], [2]), cell(1, [1], []), cell(1, [0], [])]
    expect(
      crossings(cells, [
        [0, 1],
        [2, 3],
      ]),
    ).toBe(1)
    expect(crossings(cells, orderRows(cells))).toBe(0)
  })
})

describe('text in a box', () => {
  it('stays inside, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80, unit: 'grapheme' }),
        fc.integer({ min: 60, max: 160 }),
        fc.integer({ min: 1, max: 3 }),
        (text, width, most) => {
          const lines = wrapText(text, { width, size: 14, most })
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
  it('is whole where there is room, and says where it was cut', () => {
    expect(wrapText('Field officer of Lower Ferin', { width: 100, size: 14, most: 3 }).join(' ')).toBe('Field officer of Lower Ferin')
    expect(wrapText('Field officer of Lower Ferin', { width: 60, size: 14, most: 2 }).at(-1)).toMatch(/…$/)
  })
})
