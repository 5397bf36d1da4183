import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/week-of-in-tray/encode-state.ts'
import { freeDay, putIn } from '#lib/simulation/week-of-in-tray/plan.ts'
import { planOfPreset } from '#lib/simulation/week-of-in-tray/presets.ts'
import { makeWorld } from '#lib/simulation/week-of-in-tray/world.ts'
import { begunAgain, draftOf, earlierWithTray, freshKept, freshShown, isFinished, played, shownOf, withDraft } from './kept-run.ts'

const { seed } = freshShown
const finished = { plan: planOfPreset(makeWorld(seed), 'quick'), seed, day: 5 }
const draft = putIn(freeDay, 'rest', 2, 0)

describe('a kept run', () => {
  it('begins fresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=??', earlier: [] })).toEqual(freshShown)
  })
  it('keeps the draft of the next day until it is played', () => {
    const shown = withDraft(freshShown, draft)
    expect(draftOf(shown)).toEqual(draft)
    expect(played(shown)).toEqual({ plan: [draft], seed, day: 1 })
    expect(draftOf(played(shown))).toEqual(freeDay)
  })
  it('leaves the later days of a plan from a link standing ready', () => {
    const shown = { ...finished, day: 3 }
    expect(played(shown).plan).toEqual(finished.plan)
    expect(draftOf(played(shown))).toEqual(finished.plan[4])
  })
  it('plays an empty day where nothing was chosen, and ends after the fifth', () => {
    let shown = freshShown
    for (let day = 0; day < 5; day++) shown = played(shown)
    expect(isFinished(shown)).toBe(true)
    expect(shown.plan).toEqual(Array.from({ length: 5 }, () => freeDay))
  })
  it('remembers a finished run for comparison with the same in-tray only', () => {
    const kept = begunAgain({ run: encodeState(finished), earlier: [] }, 'same')
    expect(earlierWithTray(kept, shownOf(kept))).toEqual([{ number: 1, shown: finished }])
    const moved = begunAgain(kept, 'other')
    expect(shownOf(moved).seed).toBe(seed + 1)
    expect(earlierWithTray(moved, shownOf(moved))).toEqual([])
  })
  it('does not remember a run that was broken off', () => {
    expect(begunAgain(freshKept, 'same').earlier).toEqual([])
  })
})
