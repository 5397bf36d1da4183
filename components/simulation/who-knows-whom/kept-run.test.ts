import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/who-knows-whom/encode-state.ts'
import { planOfPreset } from '#lib/simulation/who-knows-whom/presets.ts'
import { makeWorld } from '#lib/simulation/who-knows-whom/world.ts'
import { begunAgain, draftOf, earlierInTown, freshKept, freshShown, isFinished, played, shownOf, withDraft } from './kept-run.ts'

const finished = { plan: planOfPreset(makeWorld(2), 'cards'), seed: 2, week: 8 }

describe('a kept run', () => {
  it('begins fresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=??', earlier: [] })).toEqual(freshShown)
  })
  it('keeps the draft of the next week until it is played', () => {
    const shown = withDraft(freshShown, [{ kind: 'unstructured' }])
    expect(draftOf(shown)).toEqual([{ kind: 'unstructured' }])
    expect(played(shown)).toEqual({ plan: [[{ kind: 'unstructured' }]], seed: 2, week: 1 })
    expect(draftOf(played(shown))).toEqual([])
  })
  it('leaves the later weeks of a plan from a link standing ready', () => {
    const shown = { ...finished, week: 3 }
    expect(played(shown).plan).toEqual(finished.plan)
    expect(draftOf(played(shown))).toEqual(finished.plan[4])
  })
  it('plays an empty week where nothing was chosen, and ends after the eighth', () => {
    let shown = freshShown
    for (let week = 0; week < 8; week++) shown = played(shown)
    expect(isFinished(shown)).toBe(true)
    expect(shown.plan).toEqual(Array.from({ length: 8 }, () => []))
  })
  it('remembers a finished run for comparison in the same town only', () => {
    const kept = begunAgain({ run: encodeState(finished), earlier: [] }, 'same')
    expect(earlierInTown(kept, shownOf(kept))).toEqual([{ number: 1, shown: finished }])
    const moved = begunAgain(kept, 'other')
    expect(shownOf(moved).seed).toBe(3)
    expect(earlierInTown(moved, shownOf(moved))).toEqual([])
  })
  it('does not remember a run that was broken off', () => {
    expect(begunAgain(freshKept, 'same').earlier).toEqual([])
  })
})
