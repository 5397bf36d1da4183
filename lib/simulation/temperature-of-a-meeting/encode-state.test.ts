import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeState, encodePlan, encodeState } from './encode-state.ts'
import { responses, thrown } from './plan.ts'
import { presets } from './presets.ts'
import { momentsInMeeting } from './world.ts'

const response = fc.constantFrom(...responses)
const plan = fc.array(response, { maxLength: momentsInMeeting })
const whole = fc.array(response, { minLength: momentsInMeeting, maxLength: momentsInMeeting })
const beside = fc.oneof(fc.constant(null), fc.constantFrom(...presets), whole)

describe('a meeting in an address', () => {
  it('comes back as it went in, for every plan, seed and old line', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 9999 }), beside, (responsesInOrder, seed, old) => {
        const shown = { plan: responsesInOrder, seed, beside: old }
        expect(decodeState(`?${encodeState(shown)}`)).toEqual({ found: 'state', shown })
      }),
    )
  })
  it('is absent where the address says nothing, and takes the first meeting where it gives no seed', () => {
    expect(decodeState('?from=home')).toEqual({ found: 'absent' })
    expect(decodeState('?plan=k')).toEqual({ found: 'state', shown: { plan: [{ kind: 'keep' }], seed: 1, beside: null } })
  })
  it('writes throwing it back as what it is', () => {
    expect(encodePlan([{ kind: 'keep' }, thrown, { kind: 'pause' }, { kind: 'ask' }])).toBe('k.nax.b.q')
  })
  it.each([
    ['an unknown letter', 'plan=z&seed=1'],
    ['a dial missing', 'plan=na&seed=1'],
    ['a dial too many', 'plan=naxx&seed=1'],
    ['dials in another order', 'plan=anx&seed=1'],
    ['six moments', 'plan=k.k.k.k.k.k&seed=1'],
    ['a moment without a response', 'plan=k..k&seed=1'],
    ['a seed that is no number', 'plan=k&seed=one'],
    ['a seed out of range', 'plan=k&seed=0'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it.each(['beside=nonsense', 'beside=k.k', 'beside='])('leaves out an old line that cannot be read: %s', (query) => {
    expect(decodeState(`plan=k&seed=3&${query}`)).toEqual({
      found: 'state',
      shown: { plan: [{ kind: 'keep' }], seed: 3, beside: null },
    })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}&beside=${text}`)))
  })
})
