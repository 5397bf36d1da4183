import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/promise-ledger/encode-state.ts'
import { emptyWeek, type Week } from '#lib/simulation/promise-ledger/plan.ts'
import { planOfPreset } from '#lib/simulation/promise-ledger/presets.ts'
import { makeWorld } from '#lib/simulation/promise-ledger/world.ts'
import { begunAgain, draftOf, earlierInWorld, freshKept, freshShown, isFinished, played, shownOf, withDraft } from './kept-run.ts'

const finished = { plan: planOfPreset(makeWorld(7), 'few'), seed: 7, week: 6 }
const week: Week = { answers: [{ request: 0, reply: 'whole', clear: true }], words: [], work: [{ request: 0, days: 3 }] }

describe('a kept run', () => {
  it('begins fresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=??', earlier: [] })).toEqual(freshShown)
  })
  it('keeps the draft of the next week until it is played', () => {
    const shown = withDraft(freshShown, week)
    expect(draftOf(shown)).toEqual(week)
    expect(played(shown)).toEqual({ plan: [week], seed: 7, week: 1 })
    expect(draftOf(played(shown))).toEqual(emptyWeek)
  })
  it('leaves the later weeks of a plan from a link standing ready', () => {
    expect(draftOf(played({ ...finished, week: 2 }))).toEqual(finished.plan[3])
  })
  it('ends after the sixth week', () => {
    let shown = freshShown
    for (let count = 0; count < 6; count++) shown = played(shown)
    expect(isFinished(shown)).toBe(true)
  })
  it('remembers a finished run for comparison in the same world only', () => {
    const kept = begunAgain({ run: encodeState(finished), earlier: [] }, 'same')
    expect(earlierInWorld(kept, shownOf(kept))).toEqual([{ number: 1, plan: finished.plan }])
    const moved = begunAgain(kept, 'other')
    expect(shownOf(moved).seed).toBe(8)
    expect(earlierInWorld(moved, shownOf(moved))).toEqual([])
  })
  it('does not remember a run that was broken off', () => {
    expect(begunAgain(freshKept, 'same').earlier).toEqual([])
  })
})
