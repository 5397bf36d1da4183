import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, decodeState, encodePlan, encodeState } from './encode-state.ts'
import { personIds } from './people.ts'
import { type Contact, costOfWeek, weekBudget } from './plan.ts'
import { weeksInRun } from './world.ts'

const person = fc.constantFrom(...personIds)
const contact: fc.Arbitrary<Contact> = fc.oneof(
  fc.constant<Contact>({ kind: 'unstructured' }),
  fc.record({ kind: fc.constant('structured' as const), person, aim: fc.constantFrom('learn' as const, 'question' as const) }),
  fc.record({ kind: fc.constant('maintenance' as const), person }),
  fc.record({ kind: fc.constant('assistance' as const), person, aim: fc.constantFrom('ask' as const, 'give' as const) }),
)
const week = fc.array(contact, { maxLength: 8 }).filter((contacts) => costOfWeek(contacts) <= weekBudget)
const plan = fc.array(week, { maxLength: weeksInRun })

describe('a run in an address', () => {
  it('comes back as it went in, for every plan, seed and week', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 9999 }), fc.nat(), (weeks, seed, played) => {
        const shown = { plan: weeks, seed, done: played % (weeks.length + 1) }
        expect(decodeState(`?${encodeState(shown)}`)).toEqual({ found: 'state', shown })
      }),
    )
  })
  it('is absent where the address says nothing', () => {
    expect(decodeState('?from=home')).toEqual({ found: 'absent' })
  })
  it.each([
    ['an unknown letter', 'plan=zz&seed=1'],
    ['a person who does not exist', 'plan=mz&seed=1'],
    ['more hours than a week has', 'plan=uuuuu&seed=1'],
    ['nine weeks', 'plan=-.-.-.-.-.-.-.-.-&seed=1'],
    ['a seed that is no number', 'plan=u&seed=one'],
    ['a seed out of range', 'plan=u&seed=0'],
    ['more weeks played than planned', 'plan=u&seed=1&week=2'],
    ['a week left empty without the sign for it', 'plan=u..u&seed=1'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}&week=${text}`)))
  })
  it('is short: a full plan of eight weeks stays under 140 characters', () => {
    const full = Array.from({ length: 8 }, () => personIds.slice(0, 8).map((id): Contact => ({ kind: 'maintenance', person: id })))
    expect(encodePlan(full).length).toBeLessThan(140)
    expect(decodePlan(encodePlan(full))).toEqual(full)
  })
})
