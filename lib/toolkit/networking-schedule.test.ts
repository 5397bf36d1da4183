import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from '#lib/activity/csv.ts'
import { toolkit } from '#lib/message/en/toolkit.ts'
import { say } from '#lib/message/format.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import {
  type Contact,
  contactColumns,
  contactsOf,
  contactTypes,
  groupContacts,
  hold,
  mostContacts,
  mostText,
  rowOf,
  scheduleFrom,
} from './networking-schedule.ts'
import { guessMapping, readTable, tableOf } from './table.ts'

const contact = (over: Partial<Contact>): Contact => ({
  id: 'a',
  organisation: 'Roads department',
  contact: '',
  type: '',
  last: '',
  next: '',
  objective: '',
  outcome: '',
  notes: '',
  ...over,
})
const counter = () => {
  let count = 0
  return () => `id-${count++}`
}
const today = '2026-11-21'

describe('what the device kept', () => {
  it('comes out whole, whatever it is, and stays as it is', () => {
    const anyContact = fc.dictionary(fc.constantFrom(...Object.keys(contact({}))), fc.anything())
    const kept = fc.oneof(fc.anything(), fc.record({ contacts: fc.oneof(fc.anything(), fc.array(anyContact)) }))
    fc.assert(
      fc.property(kept, (value) => {
        const schedule = scheduleFrom(value)
        expect(scheduleFrom(structuredClone(schedule))).toEqual(schedule)
      }),
    )
  })
  it('drops what it does not know', () => {
    const kept = {
      version: 9,
      contacts: [{ ...contact({ id: 'x' }), type: 'secret', last: 'May', colour: 'red' }, { contact: 'no name' }, 3],
    }
    expect(scheduleFrom(kept).contacts).toEqual([contact({ id: 'x' })])
  })
  it('has an end', () => {
    const many = { contacts: Array.from({ length: mostContacts + 9 }, () => ({ organisation: 'x'.repeat(999) })) }
    const { contacts } = scheduleFrom(many)
    expect(contacts).toHaveLength(mostContacts)
    expect(contacts[0]?.organisation).toHaveLength(mostText.organisation)
  })
})

describe('the order', () => {
  it('begins with meetings without an outcome, then the next meeting, then the longest silence', () => {
    const contacts = [
      contact({ id: 'no-date' }),
      contact({ id: 'tomorrow', next: '2026-11-22' }),
      contact({ id: 'silent', last: '2026-01-05' }),
      contact({ id: 'held', next: '2026-11-01', outcome: 'Mondays by noon' }),
      contact({ id: 'yesterday', next: '2026-11-20' }),
      contact({ id: 'today', next: today, outcome: 'of the time before' }),
      contact({ id: 'long-ago', next: '2026-02-20' }),
    ]
    const groups = groupContacts(contacts, today)
    expect(Object.values(groups).map((group) => group.map(({ id }) => id))).toEqual([
      ['long-ago', 'yesterday'],
      ['today', 'tomorrow'],
      ['silent', 'held', 'no-date'],
    ])
  })
  it('moves with the day', () => {
    const one = [contact({ next: today })]
    expect(groupContacts(one, '2026-11-21').coming).toHaveLength(1)
    expect(groupContacts(one, '2026-11-22').outcome).toHaveLength(1)
  })
  it('loses nobody', () => {
    const date = fc.constantFrom('', '2026-01-01', '2026-11-21', '2027-03-28')
    const entries = fc.array(fc.record({ last: date, next: date, outcome: fc.constantFrom('', 'Said') }), { maxLength: 12 })
    fc.assert(
      fc.property(entries, (list) => {
        const contacts = list.map((one, index) => contact({ ...one, id: `c${index}` }))
        const ids = Object.values(groupContacts(contacts, today)).flatMap((group) => group.map(({ id }) => id))
        expect(ids.sort()).toEqual(contacts.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('a meeting that took place', () => {
  const before = contact({ last: '2026-10-22', next: '2026-11-12', objective: 'Agree on the day', notes: 'Calls before nine' })
  it('has an outcome', () => {
    expect(hold(before, { outcome: 'Mondays', following: '', objective: '' })).toEqual({ ...before, outcome: 'Mondays' })
  })
  it('makes room for the following one, and is remembered in the notes', () => {
    expect(hold(before, { outcome: 'Mondays', following: '2026-12-10', objective: 'Decide on colours' })).toEqual({
      ...before,
      last: '2026-11-12',
      next: '2026-12-10',
      objective: 'Decide on colours',
      outcome: '',
      notes: '2026-11-12: Mondays\nCalls before nine',
    })
  })
})

describe('as a table', () => {
  const columns = contactColumns((key) => say(toolkit['networking-schedule'], key))

  it('goes into a file and comes back equal', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('=1+1', '-', "'=x", 'a;b\tc', '"', 'a\n\nb', '2026'),
    )
    const date = fc.constantFrom('', '2026-11-21', '2028-02-29', '2026-03-29')
    const kept = fc.array(
      fc.record({
        organisation: text,
        contact: text,
        type: fc.constantFrom('', ...contactTypes),
        last: date,
        next: date,
        objective: text,
        outcome: text,
        notes: text,
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(kept, (contacts) => {
        const before = contactsOf(scheduleFrom({ contacts }).contacts.map(rowOf), counter())
        const file = toCsv(tableOf(before.map(rowOf), columns))
        // as the page reads it: the sign between the cells is found out from the header
        const delimiter = guessDelimiter(file, columns) ?? ''
        const [header = [], ...cells] = Papa.parse<string[]>(file.slice(1), { skipEmptyLines: false, delimiter }).data
        const { good, bad } = readTable(cells, { columns, mapping: guessMapping(header, columns), order: 'dmy' })
        expect(bad).toEqual([])
        expect(contactsOf(good, counter())).toEqual(before)
      }),
    )
  })
  it.each([
    ['our own', tableOf([], columns)[0]!, [0, 1, 2, 3, 4, 5, 6, 7]],
    [
      'the lesson’s',
      [
        'Organisation and contact details',
        'Last meeting',
        'Next meeting',
        'Objective of the meeting',
        'Outcome',
        'Notes',
        'Following meeting',
      ],
      [0, null, null, 1, 2, 3, 4, 5],
    ],
    ['somebody’s', ['Agency', 'E-mail', 'Appointment', 'Purpose', 'Comments'], [0, 1, null, null, 2, 3, null, 4]],
  ])('knows the columns of %s', (_, header, places) => {
    expect(columns.map(({ id }) => guessMapping(header, columns)[id])).toEqual(places)
  })
})
