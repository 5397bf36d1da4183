import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/said-and-meant/encode-state.ts'
import { planOfPreset } from '#lib/simulation/said-and-meant/presets.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import { begunAgain, earlierTalks, freshKept, freshShown, isFinished, shownOf, withMove } from './kept-run.ts'

const finished = { plan: planOfPreset(makeWorld(freshShown.seed), 'form'), seed: freshShown.seed }

describe('a kept talk', () => {
  it('begins fresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=??', earlier: [] })).toEqual(freshShown)
  })
  it('goes on by one turn', () => {
    expect(withMove(freshShown, 'attend')).toEqual({ plan: ['attend'], seed: freshShown.seed })
  })
  it('is finished after ten turns, or when the last topic is left', () => {
    expect(isFinished(finished)).toBe(true)
    expect(isFinished({ ...freshShown, plan: ['next', 'next', 'next'] })).toBe(true)
    expect(isFinished({ ...freshShown, plan: ['next', 'next'] })).toBe(false)
  })
  it('is remembered for comparison with the same person only', () => {
    const kept = begunAgain({ run: encodeState(finished), earlier: [] }, 'same')
    expect(earlierTalks(kept, shownOf(kept))).toEqual([{ number: 1, shown: finished }])
    const moved = begunAgain(kept, 'other')
    expect(makeWorld(shownOf(moved).seed).speaker.id).not.toBe(makeWorld(freshShown.seed).speaker.id)
    expect(earlierTalks(moved, shownOf(moved))).toEqual([])
  })
  it('is not remembered when it was broken off', () => {
    expect(begunAgain(freshKept, 'same').earlier).toEqual([])
  })
})
