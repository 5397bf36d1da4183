import { describe, expect, it } from 'vitest'
import { begunAgain, changed, earlierRuns, freshKept, shownOf } from '#components/simulation/parts/kept-run.ts'
import { thrown } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { always } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { rules, withResponse } from './run-rules.ts'

const keep = { kind: 'keep' } as const
const whole = { plan: always(keep), seed: 1, beside: null }
const none = freshKept(rules)

describe('a kept meeting', () => {
  it('goes on with each response', () => {
    const next = withResponse(withResponse(rules.fresh, 0, keep), 1, thrown)
    expect(next).toEqual({ plan: [keep, thrown], seed: 1, beside: null })
    expect(shownOf(rules, changed(rules, none, next))).toEqual(next)
  })
  it('keeps the way before as the old line when one moment is tried again', () => {
    const again = withResponse(whole, 2, thrown)
    expect(again.plan).toEqual([keep, keep, thrown, keep, keep])
    expect(again.beside).toEqual(whole.plan)
    expect(shownOf(rules, changed(rules, none, again))).toEqual(again)
  })
  it('remembers whole ways through the same meeting, once each, and not the one that is shown', () => {
    const again = withResponse(whole, 2, thrown)
    const kept = changed(rules, changed(rules, changed(rules, none, whole), again), { ...again, beside: 'in' })
    expect(kept.earlier).toHaveLength(2)
    expect(earlierRuns(rules, kept, again)).toEqual([{ number: 1, plan: whole.plan }])
    expect(begunAgain(rules, kept, 'other')).toEqual({ run: 'plan=&seed=2', earlier: kept.earlier })
  })
})
