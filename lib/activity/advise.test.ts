import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Advise, adviceGiven, drawOffice, isSound, judge } from './advise.ts'

const named = (...ids: string[]) => ids.map((id) => ({ id, text: id }))
const data: Advise = {
  kind: 'advise',
  id: 'office',
  title: 'Office',
  offices: ['hills', 'port', 'tents'].map((id) => ({ id, title: id, profile: id, facts: ['a', 'b'] })),
  practices: ['mentor', 'hire'].map((id) => ({ id, label: id, idea: id })),
  conditions: named('time', 'trust', 'money'),
  risks: named('slow', 'unfair', 'costly'),
  verdicts: ['hills', 'port', 'tents'].flatMap((office) =>
    ['mentor', 'hire'].map((practice) => ({
      office,
      practice,
      fit: practice === 'mentor' ? ('good' as const) : ('poor' as const),
      text: 'Because.',
      condition: { fits: ['time'], why: 'c' },
      risk: { fits: ['slow', 'costly'], why: 'r' },
    })),
  ),
  closing: 'Done.',
}
const advice = { office: 'port', practice: 'mentor', condition: 'time', risk: 'costly' }
const said = (attempt: string, response: unknown) => ({ attempt, result: { response: response as never } })

describe('an office', () => {
  it('is the same for the same round, and new as long as there is a new one', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(['hills', 'port', 'tents'], { maxLength: 2 }), (attempt, advised) => {
        const office = drawOffice(data, attempt, advised)
        expect(advised).not.toContain(office.id)
        expect(drawOffice(data, attempt, advised)).toBe(office)
      }),
    )
  })
  it('is not the one just advised when all have had their turn', () => {
    fc.assert(
      fc.property(fc.string(), (attempt) => {
        expect(drawOffice(data, attempt, ['port', 'tents', 'hills']).id).not.toBe('hills')
      }),
    )
  })
  it('comes in every round where there is only one left', () => {
    expect(drawOffice({ ...data, offices: data.offices.slice(0, 1) }, 'x', ['hills']).id).toBe('hills')
  })
})

describe('an advice', () => {
  it.each([
    [advice, true],
    [{ ...advice, practice: 'hire' }, false],
    [{ ...advice, condition: 'money' }, false],
    [{ ...advice, risk: 'unfair' }, false],
  ])('%j is sound: %s', (one, sound) => {
    expect(isSound(judge(data, '1', one)!)).toBe(sound)
  })
  it('counts once for each round; what the content no longer has is left out', () => {
    const given = adviceGiven(data, [
      said('1', advice),
      said('1', { ...advice, office: 'hills' }),
      said('2', { ...advice, office: 'gone' }),
      said('3', 'words'),
      said('4', { ...advice, office: 'hills' }),
      { result: { response: advice } },
    ])
    expect(given.map(({ attempt, office }) => [attempt, office.id])).toEqual([
      ['1', 'port'],
      ['4', 'hills'],
    ])
  })
})
