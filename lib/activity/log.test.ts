import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRow, groupRows, isFull, type LogData, type LogRow, logCsv, placeDots, readLog, rowsFrom } from './log.ts'

const labelled = (...ids: string[]) => ids.map((id) => ({ id, label: id.toUpperCase() }))
const head = { kind: 'log' as const, id: 'my-log', title: 'My log', most: 8, entry: { id: 'event', label: 'What happened', help: 'Help' } }
const signs: LogData = {
  ...head,
  picture: 'signs',
  least: 3,
  choices: [
    { id: 'feeling', label: 'Feeling', help: 'Help', options: labelled('anger', 'worry') },
    { id: 'sign', label: 'First sign', help: 'Help', options: labelled('jaw', 'stomach', 'voice') },
  ],
  strength: { label: 'Strength', low: 'A breeze', high: 'A storm' },
  example: { entry: 'Late map', choices: { feeling: 'anger', sign: 'jaw' }, strength: 6 },
  readings: {},
}
const letters: LogData = {
  ...head,
  picture: 'letters',
  least: 4,
  choices: [{ id: 'letter', label: 'Letter', help: 'Help', options: labelled('a', 'b', 'c', 'd') }],
  example: { entry: 'Call', choices: { letter: 'a' } },
  readings: {},
}
const felt = (sign: string, strength: number, id = 'r1'): LogRow => ({ id, entry: 'Event', choices: { feeling: 'anger', sign }, strength })
const did = (...list: string[]): LogRow[] => list.map((letter, i) => ({ id: `r${i}`, entry: 'Task', choices: { letter } }))
const names = (rows: readonly LogRow[], data: LogData) => readLog(rows, data).map(({ name }) => name)

describe('rows of a log', () => {
  it('are full with text, every choice and a strength', () => {
    expect(isFull(felt('jaw', 3), signs)).toBe(true)
    expect(isFull({ ...felt('jaw', 3), entry: ' ' }, signs)).toBe(false)
    expect(isFull({ id: 'r1', entry: 'Event', choices: { feeling: 'anger', sign: 'jaw' } }, signs)).toBe(false)
    expect(isFull({ id: 'r1', entry: 'Event', choices: { sign: 'jaw' }, strength: 3 }, signs)).toBe(false)
  })
  it('have ids of their own, also after one was removed', () => {
    const rows = addRow(addRow(addRow([]).slice(1)))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(addRow([felt('jaw', 1, 'r7')]).at(-1)?.id).toBe('r8')
  })
  it('lose choices that the content no longer has, and strengths that are none', () => {
    const kept = [{ id: 'r1', entry: 'Event', choices: { sign: 'ears', feeling: 'anger', ghost: 'x' }, strength: 40 }, 3, null]
    expect(rowsFrom(kept, signs)).toEqual([{ id: 'r1', entry: 'Event', choices: { feeling: 'anger' } }])
  })
  it('are never more than fit', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(rowsFrom(kept, signs).length).toBeLessThanOrEqual(signs.most)
      }),
    )
    expect(
      rowsFrom(
        Array.from({ length: 20 }, (_, i) => felt('jaw', 1, `r${i}`)),
        signs,
      ),
    ).toHaveLength(8)
  })
})

describe('the picture of signs', () => {
  it('groups by the first sign, the fullest first', () => {
    const groups = groupRows([felt('voice', 2), felt('jaw', 3), felt('jaw', 9)], signs)
    expect(groups.map(({ option, rows }) => [option.id, rows.map(({ number }) => number)])).toEqual([
      ['jaw', [2, 3]],
      ['voice', [1]],
    ])
  })
  it('stacks dots of the same strength', () => {
    const [group] = groupRows([felt('jaw', 3), felt('jaw', 3), felt('jaw', 5)], signs)
    expect(placeDots(group!).map(({ strength, level }) => [strength, level])).toEqual([
      [3, 0],
      [3, 1],
      [5, 0],
    ])
  })
  it.each([
    ['too few rows', [felt('jaw', 9), felt('jaw', 9)], []],
    ['one sign in most', [felt('jaw', 9), felt('jaw', 8), felt('voice', 5)], ['sameSign', 'strong']],
    ['three signs', [felt('jaw', 2), felt('stomach', 3), felt('voice', 9)], ['differentSigns', 'mild']],
    ['neither strong nor mild', [felt('jaw', 5), felt('jaw', 6), felt('voice', 9)], ['sameSign']],
  ])('reads %s', (_, rows, expected) => {
    expect(names(rows, signs)).toEqual(expected)
  })
  it('names the sign and how often it came', () => {
    expect(readLog([felt('jaw', 5), felt('jaw', 6), felt('voice', 5)], signs)[0]).toEqual({
      name: 'sameSign',
      count: 2,
      total: 3,
      label: 'JAW',
    })
  })
})

describe('the picture of letters', () => {
  it('has every letter, in the order of the content', () => {
    expect(groupRows(did('c', 'a', 'c'), letters).map(({ option, rows }) => [option.id, rows.length])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 2],
      ['d', 0],
    ])
  })
  it.each([
    [
      ['a', 'a', 'a', 'c'],
      ['mostA', 'littleB'],
    ],
    [
      ['c', 'c', 'b', 'a'],
      ['mostC', 'someB'],
    ],
    [
      ['a', 'b', 'c', 'd'],
      ['spread', 'someB'],
    ],
    [['d', 'd', 'd', 'a'], ['littleB']],
    [['b', 'b', 'a', 'c'], ['someB']],
    [['a', 'b', 'c'], []],
  ])('reads %j as %j', (list, expected) => {
    expect(names(did(...list), letters)).toEqual(expected)
  })
})

it('exports the words the learner saw', () => {
  expect(logCsv([felt('jaw', 7)], signs)).toBe('\uFEFFWhat happened,Feeling,First sign,Strength\r\nEvent,ANGER,JAW,7\r\n')
})
