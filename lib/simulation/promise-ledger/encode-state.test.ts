import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, decodeState, encodePlan, encodeState } from './encode-state.ts'
import { anyPlan } from './plan.arbitrary.ts'
import { planOfPreset } from './presets.ts'
import { makeWorld } from './world.ts'

describe('a run in an address', () => {
  it('comes back as it went in, for every plan, seed and week', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 9999 }), fc.nat(), (plan, seed, played) => {
        const shown = { plan, seed, done: played % (plan.length + 1) }
        expect(decodeState(`?${encodeState(shown)}`)).toEqual({ found: 'state', shown })
      }),
    )
  })
  it('is absent where the address says nothing', () => {
    expect(decodeState('?from=home')).toEqual({ found: 'absent' })
  })
  it.each([
    ['an unknown sign', 'plan=aX&seed=1'],
    ['a request that does not exist', 'plan=kW&seed=1'],
    ['a vague no', 'plan=an&seed=1'],
    ['two answers to one request', 'plan=aWaN&seed=1'],
    ['more days than a week has', 'plan=a4b3&seed=1'],
    ['a date after the last week', 'plan=at7&seed=1'],
    ['seven weeks', 'plan=-.-.-.-.-.-.-&seed=1'],
    ['a seed that is no number', 'plan=aW&seed=one'],
    ['a seed out of range', 'plan=aW&seed=0'],
    ['more weeks played than planned', 'plan=aW&seed=1&week=2'],
    ['a week left empty without the sign for it', 'plan=aW..aW&seed=1'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}&week=${text}`)))
  })
  it('is short: what a preset does in six weeks stays under 120 characters', () => {
    const plan = planOfPreset(makeWorld(7), 'few')
    expect(encodePlan(plan).length).toBeLessThan(120)
    expect(decodePlan(encodePlan(plan))).toEqual(plan)
  })
})
