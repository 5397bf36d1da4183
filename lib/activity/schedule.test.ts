import { describe, expect, it } from 'vitest'
import { findVague, isFilled, linesFor, listDue } from './schedule.ts'
import { scheduleCsv } from './schedule-csv.ts'

const groups = [
  { words: ['keep in touch', 'good relations'], advice: 'A hope for the year.' },
  { words: ['discuss'], advice: 'What should come of it?' },
]
const fields = [
  { id: 'organisation', label: 'Organisation', help: 'Who', type: 'text' as const },
  { id: 'objective', label: 'Objective', help: 'What for', type: 'long' as const },
]

describe('a vague objective', () => {
  it.each([
    ['Keep in touch with the port', ['keep in touch']],
    ['Good  relations, and discuss the roads', ['good relations', 'discuss']],
    ['DISCUSS: codes', ['discuss']],
    ['Agree on the day when the list comes out', []],
    ['Find out what was discussed', []],
    ['', []],
  ])('is found in “%s”: %j', (text, words) => {
    expect(findVague(text, groups).map(({ word }) => word)).toEqual(words)
  })

  it('comes with the advice of its group', () => {
    expect(findVague('Discuss roads', groups)).toEqual([{ word: 'discuss', advice: 'What should come of it?' }])
  })
})

describe('what is due', () => {
  const today = '2026-11-21'
  it.each([
    ['an appointment ahead', { next: '2026-12-03' }, [{ line: 0, date: '2026-12-03', what: 'meeting' }]],
    ['an appointment today', { next: today }, [{ line: 0, date: today, what: 'meeting' }]],
    ['a meeting that has passed without an outcome', { next: '2026-11-12' }, [{ line: 0, date: '2026-11-12', what: 'outcome' }]],
    [
      'the following meeting, once the outcome is written',
      { next: '2026-11-12', outcome: 'Mondays by noon', following: '2026-12-10' },
      [{ line: 0, date: '2026-12-10', what: 'following' }],
    ],
    ['nothing, when the line has come to its end', { next: '2026-11-12', outcome: 'Done' }, []],
    ['nothing for a date that is not one', { next: 'soon' }, []],
  ])('is %s', (_, line, due) => {
    expect(listDue([line], today)).toEqual(due)
  })

  it('is listed with the earliest first', () => {
    const lines = [{ next: '2026-12-03' }, {}, { next: '2026-11-20' }]
    expect(listDue(lines, today).map(({ line }) => line)).toEqual([2, 0])
  })
})

describe('a line of the schedule', () => {
  it('is filled when it says who and what for', () => {
    expect(isFilled({ organisation: 'Port', objective: 'Agree on a day' }, { fields })).toBe(true)
    expect(isFilled({ organisation: 'Port', objective: ' ' }, { fields })).toBe(false)
    expect(isFilled({ objective: 'Agree on a day' }, { fields })).toBe(false)
  })

  it('is read from what the device kept, whatever that was', () => {
    expect(linesFor([{ organisation: 'Port', next: 7 }, null], { lines: 3 })).toEqual([{ organisation: 'Port' }, {}, {}])
    expect(linesFor('gone', { lines: 1 })).toEqual([{}])
  })
})

describe('the schedule as CSV', () => {
  it('has the labels as its header and leaves empty lines out', () => {
    const csv = scheduleCsv(fields, [{ organisation: 'Port, Aldane', objective: '=1' }, { organisation: ' ' }, {}])
    expect(csv).toBe('\uFEFFOrganisation,Objective\r\n"Port, Aldane",\'=1\r\n')
  })
})
