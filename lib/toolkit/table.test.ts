import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from '#lib/activity/csv.ts'
import { type Column, guessMapping, readTable, tableOf } from './table.ts'

const columns: Column[] = [
  { id: 'organisation', kind: 'text', required: true, names: ['Organisation', 'Organization', 'Agency'] },
  { id: 'next', kind: 'date', names: ['Next meeting', 'Date'] },
  {
    id: 'type',
    kind: 'choice',
    names: ['Type of networking'],
    options: [
      { id: 'open', names: ['Structured'] },
      { id: 'chance', names: ['Opportunistic', 'By chance'] },
    ],
  },
  { id: 'notes', kind: 'text', names: ['Notes'], most: 20 },
]
const all = { organisation: 0, next: 1, type: 2, notes: 3 }

describe('the columns of a file', () => {
  it.each([
    [['Organisation', 'Next meeting', 'Type of networking', 'Notes'], all],
    [['notes ', 'AGENCY', 'date'], { organisation: 1, next: 2, type: null, notes: 0 }],
    [['Name of organisation', 'Networking', 'Notes (free text)'], { organisation: 0, next: null, type: 1, notes: 2 }],
    [['', 'x'], { organisation: null, next: null, type: null, notes: null }],
  ])('are found in %j', (header, mapping) => {
    expect(guessMapping(header, columns)).toEqual(mapping)
  })

  it('are used once each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Organisation', 'Agency', 'Date', 'Notes', 'networking', 'note', ''), { maxLength: 8 }),
        (header) => {
          const used = Object.values(guessMapping(header, columns)).filter((at) => at !== null)
          expect(new Set(used).size).toBe(used.length)
        },
      ),
    )
  })
})

describe('rows of a file', () => {
  const read = (cells: string[][]) => readTable(cells, { columns, mapping: all, order: 'dmy' })

  it('are read with dates and options', () => {
    expect(read([['Port authority', '21/11/2026', 'by chance', 'Brings tea']])).toEqual({
      good: [{ organisation: 'Port authority', next: '2026-11-21', type: 'chance', notes: 'Brings tea' }],
      bad: [],
    })
  })
  it('are bad as a whole, with each reason and the line a spreadsheet shows', () => {
    expect(
      read([
        ['A', '', '', ''],
        ['', '', '', ''],
        ['', 'soon', 'sometimes', 'x'.repeat(21)],
      ]),
    ).toEqual({
      good: [{ organisation: 'A' }],
      bad: [
        {
          line: 4,
          faults: [
            { column: 'organisation', code: 'missing', value: '' },
            { column: 'next', code: 'not_a_date', value: 'soon' },
            { column: 'type', code: 'not_an_option', value: 'sometimes' },
            { column: 'notes', code: 'too_long', value: 'x'.repeat(21) },
          ],
        },
      ],
    })
  })
  it('may be shorter than their header', () => {
    expect(read([['A']])).toEqual({ good: [{ organisation: 'A' }], bad: [] })
  })
})

it('what is written as a file is read again as the same rows', () => {
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('=1+1', "'=1", "''-x", ' +4', 'a,"b"\r\nc', '-', '٣', '’t', '@me'))
  const row = fc.record(
    {
      organisation: text.filter((value) => value.trim() !== ''),
      next: fc.constantFrom('2026-11-21', '2028-02-29'),
      type: fc.constantFrom('open', 'chance'),
      notes: text.filter((value) => value.trim() !== ''),
    },
    { requiredKeys: ['organisation'] },
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const { data } = Papa.parse<string[]>(toCsv(tableOf(rows, columns)).slice(1), { delimiter: ',' })
      const [header = [], ...cells] = data
      expect(readTable(cells, { columns, mapping: guessMapping(header, columns), order: 'dmy' })).toEqual({ good: rows, bad: [] })
    }),
  )
})

describe('a whole number', () => {
  const minutes: Column[] = [{ id: 'minutes', kind: 'number', names: ['Minutes'], most: 1440 }]
  const read = (cell: string) => readTable([[cell, 'x']], { columns: minutes, mapping: { minutes: 0 }, order: 'dmy' })

  it.each([
    ['30', '30'],
    [' 045 ', '45'],
    ['15.0', '15'],
    ['1440', '1440'],
  ])('is read from “%s”', (cell, value) => {
    expect(read(cell)).toEqual({ good: [{ minutes: value }], bad: [] })
  })
  it.each(['0', '-5', '1.5', '1441', 'half an hour', '1e3', '12345678901234'])('is not “%s”', (cell) => {
    expect(read(cell)).toEqual({ good: [], bad: [{ line: 2, faults: [{ column: 'minutes', code: 'not_a_number', value: cell }] }] })
  })
})
