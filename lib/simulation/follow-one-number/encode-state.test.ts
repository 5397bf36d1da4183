import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeState, encodePlan, encodeState } from './encode-state.ts'
import { partnerIds } from './partners.ts'
import { costOfWeek, inOrder, kinds, weekBudget } from './plan.ts'
import { planOfPreset } from './presets.ts'
import { makeWorld, weeksInRun } from './world.ts'

const deed = fc.record({ kind: fc.constantFrom(...kinds), partner: fc.constantFrom(...partnerIds) })
const week = fc
  .array(deed, { maxLength: 5 })
  .map(inOrder)
  .filter((deeds) => costOfWeek(deeds) <= weekBudget)
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
    ['a partner who does not exist', 'plan=fc&seed=1'],
    ['more hours than a week has', 'plan=axbxcx&seed=1'],
    ['the same thing twice in a week', 'plan=acac&seed=1'],
    ['nine weeks', 'plan=-.-.-.-.-.-.-.-.-&seed=1'],
    ['a seed that is no number', 'plan=ac&seed=one'],
    ['a seed out of range', 'plan=ac&seed=0'],
    ['more weeks played than planned', 'plan=ac&seed=1&week=2'],
    ['a week left empty without the sign for it', 'plan=ac..ac&seed=1'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}&week=${text}`)))
  })
  it('is short: a full plan stays under 100 characters', () => {
    expect(encodePlan(planOfPreset(makeWorld(1), 'chase')).length).toBeLessThan(100)
  })
})
