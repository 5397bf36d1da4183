import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, decodeState, encodePlan, encodeState } from './encode-state.ts'
import { taskIds } from './tasks.ts'
import { daysInRun, hoursInDay } from './world.ts'

const day = fc.array(fc.constantFrom(null, ...taskIds), { minLength: hoursInDay, maxLength: hoursInDay })
const plan = fc.array(day, { maxLength: daysInRun })

describe('a run in an address', () => {
  it('comes back as it went in, for every plan, seed and day', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 9999 }), fc.nat(), (days, seed, played) => {
        const shown = { plan: days, seed, done: played % (days.length + 1) }
        expect(decodeState(`?${encodeState(shown)}`)).toEqual({ found: 'state', shown })
      }),
    )
  })
  it('is absent where the address says nothing', () => {
    expect(decodeState('?from=home')).toEqual({ found: 'absent' })
  })
  it.each([
    ['a letter beyond the last task', 'plan=u&seed=1'],
    ['more hours than a day has', 'plan=abcdefg&seed=1'],
    ['six days', 'plan=-.-.-.-.-.-&seed=1'],
    ['a seed that is no number', 'plan=a&seed=one'],
    ['a seed out of range', 'plan=a&seed=0'],
    ['more days played than planned', 'plan=a&seed=1&day=2'],
    ['a day left empty without the sign for it', 'plan=a..a&seed=1'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}&day=${text}`)))
  })
  it('is short: a full week stays under 40 characters', () => {
    const full = Array.from({ length: daysInRun }, () => taskIds.slice(0, hoursInDay))
    expect(encodePlan(full).length).toBeLessThan(40)
    expect(decodePlan(encodePlan(full))).toEqual(full)
  })
})
