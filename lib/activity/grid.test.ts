import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cells, cellKey, type Grid, gridText, readCells, readGrid, spreadOf } from './grid.ts'

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
const data: Grid = {
  kind: 'grid',
  id: 'my-week',
  title: 'My week',
  rows: ids('r', 6).map((id) => ({ id, label: `Row ${id}`, help: id })),
  columns: ids('c', 6).map((id) => ({ id, label: `Column ${id}`, module: 'networking' })),
  fill: 6,
  example: { row: 'r1', column: 'c1', text: 'Wrote.' },
  readings: { fewRows: 'rows', fewColumns: 'columns', spread: 'spread' },
}
const cells = (...places: string[]): Cells => Object.fromEntries(places.map((place) => [place.replace(' ', '/'), 'Something I did']))

describe('a grid', () => {
  it('leaves out what it does not know: cells that are gone, and what is not text', () => {
    expect(readCells(data, { 'r1/c1': 'Wrote.', 'r1/c9': 'Gone', 'r2/c2': 4, 'r3/c3': '' })).toEqual({ 'r1/c1': 'Wrote.' })
    expect(readCells(data, null)).toEqual({})
  })

  it('counts a cell only where there are words in it', () => {
    expect(spreadOf(data, { ...cells('r1 c1', 'r1 c2'), 'r4/c4': '  ' })).toEqual({ count: 2, rows: 1, columns: 2 })
  })

  it.each<[string, string[], string[]]>([
    ['nothing before enough cells are filled', ['r1 c1', 'r2 c2', 'r3 c3', 'r4 c4', 'r5 c5'], []],
    ['a spread', ['r1 c1', 'r2 c2', 'r3 c3', 'r4 c4', 'r5 c5', 'r6 c6'], ['spread']],
    ['a spread where half of both is touched', ['r1 c1', 'r1 c2', 'r2 c2', 'r2 c3', 'r3 c3', 'r3 c1'], ['spread']],
    ['few rows', ['r1 c1', 'r1 c2', 'r1 c3', 'r1 c4', 'r2 c5', 'r2 c6'], ['fewRows']],
    ['few columns', ['r1 c1', 'r2 c1', 'r3 c1', 'r4 c1', 'r5 c1', 'r6 c1'], ['fewColumns']],
  ])('reads %s', (_, places, names) => {
    expect(readGrid(data, cells(...places))).toEqual(names)
  })

  it('reads few of both where one corner holds everything', () => {
    const corner = ids('r', 3).flatMap((row) => ids('c', 3).map((column) => `${row} ${column}`))
    const wide: Grid = {
      ...data,
      rows: ids('r', 8).map((id) => ({ id, label: id, help: id })),
      columns: ids('c', 8).map((id) => ({ id, label: id, module: id })),
    }
    expect(readGrid(wide, cells(...corner))).toEqual(['fewRows', 'fewColumns'])
  })

  it('always has something to say about enough cells, and spread only alone', () => {
    const places = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids('r', 6)), fc.constantFrom(...ids('c', 6))), {
      minLength: 6,
      selector: String,
    })
    fc.assert(
      fc.property(places, (some) => {
        const names = readGrid(data, Object.fromEntries(some.map(([row, column]) => [cellKey(row, column), 'x'])))
        expect(names.length).toBeGreaterThan(0)
        expect(names.includes('spread')).toBe(names.length === 1 && names[0] === 'spread')
      }),
    )
  })

  it('is written out row by row', () => {
    expect(gridText(data, { 'r2/c1': 'Called\nSorin ', 'r1/c3': 'Wrote.' })).toBe(
      'My week\n\nRow r1\n  Column c3: Wrote.\n\nRow r2\n  Column c1: Called\n  Sorin\n',
    )
  })
})
