import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginClimb, type Ladder, latestClimb, nextRung, ownFrom, step, writeLadder } from './ladder.ts'

const option = (id: string, right: boolean) => ({ id, text: id, right, feedback: id })
const data: Ladder = {
  kind: 'ladder',
  id: 'so-that',
  title: 'So that',
  start: 'A cell',
  question: 'So that …?',
  rungs: ['sum', 'map', 'truck'].map((id) => ({ id, options: [option('holds', true), option('stops', false), option('also', true)] })),
  top: 'A person',
  own: { prompt: 'Your own', start: 'Your cell', rung: 'so that', most: 4 },
}
const said = (attempt: string, rung: string, option: string) => ({ attempt, result: { response: { rung, option } } })

describe('a climb', () => {
  it('goes up by an option that holds, and slips on another', () => {
    const slipped = step(data, beginClimb('1'), { rung: 'sum', option: 'stops' })
    expect([slipped.climbed.length, slipped.slipped.map(({ id }) => id)]).toEqual([0, ['stops']])
    const up = step(data, slipped, { rung: 'sum', option: 'also' })
    expect([up.climbed.map((one) => one.option.id), up.slipped]).toEqual([['also'], []])
    expect(nextRung(data, up)?.id).toBe('map')
  })
  it('takes rungs only in their order, and never climbs above the top', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ rung: fc.constantFrom('sum', 'map', 'truck', 'gone'), option: fc.constantFrom('holds', 'stops', 'also', 'gone') }),
        ),
        (moves) => {
          const climb = moves.reduce((at, move) => step(data, at, move), beginClimb('1'))
          expect(climb.climbed.map(({ rung }) => rung.id)).toEqual(['sum', 'map', 'truck'].slice(0, climb.climbed.length))
          expect(climb.climbed.every((one) => one.option.right)).toBe(true)
          expect(nextRung(data, climb) === undefined).toBe(climb.climbed.length === 3)
        },
      ),
    )
  })
  it('is the latest one begun, without what the content no longer has', () => {
    const climb = latestClimb(data, [
      said('1', 'sum', 'holds'),
      said('2', 'gone', 'holds'),
      said('2', 'sum', 'gone'),
      said('2', 'sum', 'stops'),
      { attempt: '2', result: { response: 'nonsense' } },
    ])
    expect(climb?.attempt).toBe('2')
    expect(climb?.climbed).toEqual([])
    expect(climb?.slipped.map(({ id }) => id)).toEqual(['stops'])
    expect(latestClimb(data, [])).toBeNull()
  })
})

describe('a ladder of one’s own', () => {
  it.each([
    [null, ['', '']],
    ['words', ['', '']],
    [['a cell'], ['a cell', '']],
    [
      ['a', 7, 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c', 'd'],
    ],
  ])('is %j, put right: %j', (kept, lines) => {
    expect(ownFrom(kept, 4)).toEqual(lines)
  })
  it('is written out with the top first', () => {
    expect(writeLadder(['a cell', ' ', 'a truck ', 'a family'])).toBe('a family\n↑\na truck\n↑\na cell\n')
  })
})
