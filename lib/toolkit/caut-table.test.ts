import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { toCsv } from '#lib/activity/csv.ts'
import { letters, lineOf, type Task, taskOf } from './caut-log.ts'
import { cautColumns, rowOf, tasksFromRows } from './caut-table.ts'
import { guessMapping, readTable, tableOf } from './table.ts'

function read(csv: string): { tasks: Task[]; bad: unknown[] } {
  const [header = [], ...cells] = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data
  const { good, bad } = readTable(cells, { columns: cautColumns, mapping: guessMapping(header, cautColumns), order: 'dmy' })
  let count = 0
  return { tasks: tasksFromRows(good, () => `t${++count}`), bad }
}

it('a log goes out as a table and comes back equal', () => {
  const tasks = fc.array(
    fc
      .record({
        day: fc
          .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        text: fc
          .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('=SUM(A1)', '’-; "x"', "'+1", 'a,b;c\td'))
          .filter((text) => lineOf(text) !== ''),
        letter: fc.constantFrom(...letters),
        minutes: fc.option(fc.integer({ min: 1, max: 1440 }), { nil: undefined }),
        from: fc.option(fc.constantFrom(...letters), { nil: undefined }),
      })
      .map((parts) => parts),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(tasks, (rows) => {
      const log = rows.map((parts, index) => taskOf({ ...parts, id: `t${index + 1}` }))
      expect(read(toCsv(tableOf(log.map(rowOf), cautColumns)))).toEqual({ tasks: log, bad: [] })
    }),
  )
})

it('a table made elsewhere is read by the words of the course', () => {
  const csv = 'Date;Activity;Letter;Duration\r\n17/11/2026;Call Mr Anand;plan it;45\r\n18/11/2026;Mail;C: urgent, not important;\r\n'
  expect(read(csv)).toEqual({
    tasks: [
      { id: 't1', day: '2026-11-17', text: 'Call Mr Anand', letter: 'B', minutes: 45 },
      { id: 't2', day: '2026-11-18', text: 'Mail', letter: 'C' },
    ],
    bad: [],
  })
})

it('a row without a quadrant, or with half an hour in words, is bad with its reasons', () => {
  const { tasks, bad } = read('Day,Task,Quadrant,Minutes\r\n2026-11-17,Mail,,half an hour\r\n2026-11-17,Mail,U,20\r\n')
  expect(tasks).toEqual([])
  expect(bad).toEqual([
    {
      line: 2,
      faults: [
        { column: 'quadrant', code: 'missing', value: '' },
        { column: 'minutes', code: 'not_a_number', value: 'half an hour' },
      ],
    },
    { line: 3, faults: [{ column: 'quadrant', code: 'not_an_option', value: 'U' }] },
  ])
})
