import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestSeed } from '#lib/simulation/address.ts'
import { decodePlan, decodeState, encodePlan, encodeState } from './encode-state.ts'
import { moves } from './moves.ts'
import { runPlan } from './run.ts'
import { makeWorld } from './world.ts'

const plan = fc.array(fc.constantFrom(...moves), { maxLength: 10 })
const seed = fc.integer({ min: 1, max: highestSeed })

describe('a talk in an address', () => {
  it('comes back as it went in, for every talk and seed', () => {
    fc.assert(
      fc.property(plan, seed, (wanted, number) => {
        const shown = { plan: runPlan(makeWorld(number), wanted).plan, seed: number }
        expect(decodeState(`?${encodeState(shown)}`)).toEqual({ found: 'state', shown })
      }),
    )
  })
  it('is read only as far as it can be played: what is decoded is never longer than the talk', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aocpxirvwn'), maxLength: 12 }), seed, (text, number) => {
        const decoded = decodePlan(text)
        if (decoded) expect(encodePlan(runPlan(makeWorld(number), decoded).plan)).toBe(text)
      }),
    )
  })
  it('is absent where the address says nothing', () => {
    expect(decodeState('?from=home')).toEqual({ found: 'absent' })
  })
  it.each([
    ['an unknown letter', 'plan=az&seed=1'],
    ['eleven turns', 'plan=aaaaaaaaaaa&seed=1'],
    ['a turn after the end', 'plan=nnna&seed=1'],
    ['a seed that is no number', 'plan=a&seed=one'],
    ['a seed out of range', 'plan=a&seed=0'],
    ['a seed with a fraction', 'plan=a&seed=1.5'],
  ])('is malformed with %s', (_what, query) => {
    expect(decodeState(query)).toEqual({ found: 'malformed' })
  })
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeState(`?plan=${text}&seed=${text}`)))
  })
})
