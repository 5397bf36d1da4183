import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from '#lib/activity/csv.ts'
import { toolkit } from '#lib/message/en/toolkit.ts'
import { say } from '#lib/message/format.ts'
import {
  type Commitment,
  commitmentColumns,
  commitmentFaults,
  commitmentStates,
  commitmentsFrom,
  commitmentsOf,
  end,
  groupCommitments,
  isLate,
  mostCommitments,
  move,
  reopen,
  rowOfCommitment,
  sumsOf,
} from './commitments.ts'
import { guessMapping, readTable, tableOf } from './table.ts'

const promise = (over: Partial<Commitment> = {}): Commitment => ({
  id: 'a',
  who: 'Health partners',
  what: 'Send one page',
  by: '2026-11-25',
  seen: '',
  state: 'open',
  moved: '',
  told: '',
  ...over,
})
const counter = () => {
  let count = 0
  return () => `id-${count++}`
}
const today = '2026-11-21'

const date = fc.constantFrom('', '2026-11-20', '2026-11-21', '2026-11-25', '2026-12-01', '2028-02-29')
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 16 }), fc.constantFrom('=1+1', "'=x", 'a;b', '"', 'a\nb'))
const anyPromise = fc.record({
  who: text,
  what: text,
  by: date,
  seen: text,
  state: fc.constantFrom('', ...commitmentStates),
  moved: date,
  told: date,
})

describe('what the device kept', () => {
  it('comes out whole, whatever it is, and stays as it is', () => {
    const kept = fc.oneof(fc.anything(), fc.record({ commitments: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), anyPromise))) }))
    fc.assert(
      fc.property(kept, (value) => {
        const log = commitmentsFrom(value)
        expect(commitmentsFrom(structuredClone(log))).toEqual(log)
        for (const { state, by, moved, told } of log.commitments) {
          expect(state === 'renegotiated' && !moved, 'moved without a new day').toBe(false)
          expect(state === 'open' && moved !== '', 'open with a new day').toBe(false)
          expect(told !== '' && (!moved || isLate(by, told)), 'told too late, or of nothing').toBe(false)
        }
      }),
    )
  })
  it('has an end, and drops what promises nothing', () => {
    const many = Array.from({ length: mostCommitments + 3 }, () => ({ what: 'x', colour: 'red' }))
    expect(commitmentsFrom({ commitments: [{ who: 'A' }, ...many] }).commitments).toHaveLength(mostCommitments)
  })
})

it('what is past its day comes first, then what is due next, then the rest', () => {
  const commitments = [
    promise({ id: 'kept-early', state: 'kept', by: '2026-10-01' }),
    promise({ id: 'undated', by: '' }),
    promise({ id: 'next-week', by: '2026-11-28' }),
    promise({ id: 'kept-undated', state: 'kept', by: '' }),
    promise({ id: 'today', by: today }),
    promise({ id: 'moved', by: '2026-11-18', moved: '2026-11-24', state: 'renegotiated' }),
    promise({ id: 'past', by: '2026-11-20' }),
    promise({ id: 'older', by: '2026-11-02' }),
    promise({ id: 'missed', state: 'missed', by: '2026-11-19' }),
  ]
  const groups = groupCommitments(commitments, today)
  expect(Object.values(groups).map((group) => group.map(({ id }) => id))).toEqual([
    ['older', 'past'],
    ['today', 'moved', 'next-week'],
    ['undated'],
    ['missed', 'kept-early', 'kept-undated'],
  ])
})

describe('a new day', () => {
  it.each([
    ['the day before', '2026-11-24', [promise({ state: 'renegotiated', moved: '2026-12-01', told: '2026-11-24' })]],
    ['without saying when', '', [promise({ state: 'renegotiated', moved: '2026-12-01' })]],
    ['on the day itself', '2026-11-25', [promise({ state: 'missed' }), promise({ id: 'b', by: '2026-12-01' })]],
    ['after it', '2026-11-30', [promise({ state: 'missed' }), promise({ id: 'b', by: '2026-12-01' })]],
  ])('told %s', (_, told, result) => {
    expect(move(promise(), { to: '2026-12-01', told }, 'b')).toEqual(result)
  })
  it('may be moved again before it comes, and is missed after it', () => {
    const moved = promise({ state: 'renegotiated', moved: '2026-12-01', told: '2026-11-20' })
    expect(move(moved, { to: '2026-12-09', told: '2026-11-30' }, 'b')).toEqual([{ ...moved, moved: '2026-12-09' }])
    expect(move(moved, { to: '2026-12-09', told: '2026-12-02' }, 'b').map(({ state }) => state)).toEqual(['missed', 'open'])
  })
  it('keeps the log as its reader wants it', () => {
    const step = fc.oneof(
      fc.record({ to: date.filter(Boolean), told: date }),
      fc.constantFrom('kept' as const, 'missed' as const, 'reopen' as const),
    )
    fc.assert(
      fc.property(anyPromise, fc.array(step, { maxLength: 6 }), (first, steps) => {
        let log = [...commitmentsFrom({ commitments: [{ ...first, what: 'x' }] }).commitments]
        for (const [index, one] of steps.entries()) {
          const [head, ...rest] = log as [Commitment, ...Commitment[]]
          const next = one === 'reopen' ? [reopen(head)] : typeof one === 'string' ? [end(head, one)] : move(head, one, `n${index}`)
          log = [...next, ...rest]
        }
        expect(commitmentsFrom({ commitments: log }).commitments).toEqual(log)
      }),
    )
  })
})

it('counts each promise once', () => {
  const moved = { by: '2026-11-01', moved: '2026-11-09', told: '2026-10-30' }
  const log = [
    promise(),
    promise({ state: 'kept' }),
    promise({ state: 'kept' }),
    promise({ state: 'renegotiated', ...moved }),
    promise({ state: 'kept', ...moved }),
    promise({ state: 'missed', ...moved }),
  ]
  expect(sumsOf(log)).toEqual({ kept: 2, renegotiated: 2, keptSince: 1, missed: 1, open: 1 })
  fc.assert(
    fc.property(fc.array(anyPromise), (commitments) => {
      const list = commitmentsFrom({ commitments }).commitments
      const { kept, renegotiated, missed, open } = sumsOf(list)
      expect(kept + renegotiated + missed + open).toBe(list.length)
    }),
  )
})

describe('as a table', () => {
  const columns = commitmentColumns((key) => say(toolkit.commitments, key))
  const read = (file: string) => {
    const [header = [], ...cells] = Papa.parse<string[]>(file, { skipEmptyLines: false }).data
    return readTable(cells, { columns, mapping: guessMapping(header, columns), order: 'dmy', check: commitmentFaults })
  }

  it('goes into a file and comes back equal', () => {
    fc.assert(
      fc.property(fc.array(anyPromise, { maxLength: 6 }), (commitments) => {
        const before = commitmentsOf(commitmentsFrom({ commitments }).commitments.map(rowOfCommitment), counter())
        const { good, bad } = read(toCsv(tableOf(before.map(rowOfCommitment), columns)).slice(1))
        expect(bad).toEqual([])
        expect(commitmentsOf(good, counter())).toEqual(before)
      }),
    )
  })
  it('finds rows that contradict themselves', () => {
    const file = [
      'Promise;Whom;Due;Status;New date;Told',
      'One page;A;25/11/2026;Renegotiated;01/12/2026;24/11/2026',
      'Two;A;25/11/2026;Renegotiated;01/12/2026;26/11/2026',
      'Three;A;25/11/2026;Moved;;',
    ].join('\r\n')
    const { good, bad } = read(file)
    expect(commitmentsOf(good, () => 'a')).toEqual([
      promise({ who: 'A', what: 'One page', state: 'renegotiated', moved: '2026-12-01', told: '2026-11-24' }),
    ])
    expect(bad).toEqual([
      { line: 3, faults: [{ column: 'told', code: 'told_late', value: '2026-11-26' }] },
      { line: 4, faults: [{ column: 'moved', code: 'missing', value: '' }] },
    ])
  })
})
