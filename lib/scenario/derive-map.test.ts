import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveMap } from './derive-map.ts'
import { tinyStory, where } from './tiny-story.ts'

const diamond = tinyStory({
  scenes: {
    door: { knock: 'room', wait: 'yard', leave: 'room' },
    yard: { call: 'room', go: 'judge' },
    room: { ask: 'judge', nod: 'judge' },
  },
  routes: {
    judge: [
      [where('trust >= 3'), 'warm'],
      [[], 'cold'],
    ],
  },
  endings: { warm: true, cold: false },
})

describe('the map of a scenario', () => {
  const map = deriveMap(diamond)
  const layer = (id: string) => map.places.find((place) => place.id === id)?.layer
  it('puts a place below everything that leads to it, and all endings at the foot', () => {
    expect(['door', 'yard', 'room', 'warm', 'cold'].map(layer)).toEqual([0, 1, 2, 3, 3])
    expect(map.layers).toBe(4)
  })
  it('draws no routes: their lines go on to the endings', () => {
    expect(map.places.map(({ id }) => id)).not.toContain('judge')
    expect(map.lines.filter(({ from }) => from === 'room').map(({ to }) => to)).toEqual(['warm', 'cold'])
  })
  it('draws one line for all choices between two places', () => {
    expect(map.lines.find(({ from, to }) => from === 'door' && to === 'room')?.choices).toEqual(['knock', 'leave'])
  })
  it('leads a long line around the places between', () => {
    const line = map.lines.find(({ from, to }) => from === 'door' && to === 'room')!
    const yard = map.places.find(({ id }) => id === 'yard')!
    expect(line.points.map((point) => point.layer)).toEqual([0, 1, 2])
    expect(line.points[1]?.column).not.toBe(yard.column)
  })
  it('puts a lone place in the middle', () => {
    expect(map.places.find(({ id }) => id === 'door')?.column).toBe((map.columns - 1) / 2)
  })
  it('uncrosses lines that need not cross', () => {
    const crossed = tinyStory({
      scenes: {
        top: { l: 'left', r: 'right' },
        left: { x: 'low-left', y: 'low-left' },
        right: { x: 'low-right', y: 'low-right' },
        'low-right': { x: 'end', y: 'end' },
        'low-left': { x: 'end', y: 'end' },
      },
    })
    const { places } = deriveMap(crossed)
    const column = (id: string) => places.find((place) => place.id === id)!.column
    expect(Math.sign(column('left') - column('right'))).toBe(Math.sign(column('low-left') - column('low-right')))
  })
  it('never puts two things in one spot, keeps them in the frame, and lets every line run downwards', () => {
    const stories = fc.array(fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }).map((scenes) =>
      tinyStory({
        scenes: Object.fromEntries(
          scenes.map((jumps, i) => [
            `s${i}`,
            Object.fromEntries(jumps.map((jump, j) => [`c${j}`, i + 1 + jump < scenes.length ? `s${i + 1 + jump}` : 'end'])),
          ]),
        ),
      }),
    )
    fc.assert(
      fc.property(stories, (story) => {
        const { places, lines, columns, layers } = deriveMap(story)
        const bends = lines.flatMap(({ points }) => points.slice(1, -1))
        const spots = [...places, ...bends].map(({ column, layer: row }) => `${column} ${row}`)
        expect(new Set(spots).size).toBe(spots.length)
        for (const { column, layer: row } of [...places, ...bends]) {
          expect(column).toBeGreaterThanOrEqual(0)
          expect(column).toBeLessThan(columns)
          expect(row).toBeLessThan(layers)
        }
        for (const { points } of lines) expect(points.map((point) => point.layer)).toEqual(points.map((_, i) => points[0]!.layer + i))
      }),
    )
  })
})
