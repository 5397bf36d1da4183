import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import { thrown } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { always } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { begunAgain, earlierOf, freshKept, freshShown, keptWith, shownOf, withResponse } from './kept-run.ts'

const keep = { kind: 'keep' } as const
const whole = { plan: always(keep), seed: 1, beside: null }

describe('a kept meeting', () => {
  it('begins fresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=??', earlier: [] })).toEqual(freshShown)
  })
  it('goes on with each response', () => {
    const next = withResponse(withResponse(freshShown, 0, keep), 1, thrown)
    expect(next).toEqual({ plan: [keep, thrown], seed: 1, beside: null })
    expect(shownOf(keptWith(freshKept, next))).toEqual(next)
  })
  it('keeps the way before as the old line when one moment is tried again', () => {
    const again = withResponse(whole, 2, thrown)
    expect(again.plan).toEqual([keep, keep, thrown, keep, keep])
    expect(again.beside).toEqual(whole.plan)
    expect(shownOf(keptWith(freshKept, again))).toEqual(again)
  })
  it('remembers whole ways through the same meeting, once each, and not the one that is shown', () => {
    const again = withResponse(whole, 2, thrown)
    const kept = keptWith(keptWith(keptWith(freshKept, whole), again), { ...again, beside: 'in' })
    expect(kept.earlier).toHaveLength(2)
    expect(earlierOf(kept, again)).toEqual([{ number: 1, plan: whole.plan }])
    expect(earlierOf(kept, begunAgain(again, 'other'))).toEqual([])
  })
  it('does not remember a meeting that was broken off, and begins the same or the next one', () => {
    expect(keptWith(freshKept, { ...freshShown, plan: [keep] }).earlier).toEqual([])
    expect(begunAgain(whole, 'same')).toEqual(freshShown)
    expect(begunAgain({ ...whole, seed: 9999 }, 'other').seed).toBe(1)
    expect(encodeState(begunAgain(whole, 'other'))).toBe('plan=&seed=2')
  })
})
