import { describe, expect, it } from 'vitest'
import { encodeState } from '#lib/simulation/follow-one-number/encode-state.ts'
import type { Deed } from '#lib/simulation/follow-one-number/plan.ts'
import { begunAgain, draftOf, earlierInWorld, freshKept, freshShown, isFinished, played, shownOf, withDraft } from './kept-run.ts'

const chase: Deed[] = [{ kind: 'chase', partner: 'scouts' }]
const finished = (deeds: Deed[]) => ({ plan: Array.from({ length: 8 }, () => deeds), seed: freshShown.seed, week: 8 })

describe('a kept run', () => {
  it('begins afresh where what was kept cannot be read', () => {
    expect(shownOf({ run: 'plan=%%%', earlier: [] })).toEqual(freshShown)
  })
  it('plays the draft, and what stands ready after it stays', () => {
    const shown = { plan: [chase, [], chase], seed: 7, week: 1 }
    expect(draftOf(shown)).toEqual([])
    expect(played(withDraft(shown, chase))).toEqual({ plan: [chase, chase, chase], seed: 7, week: 2 })
  })
  it('plays an empty week', () => {
    expect(played(freshShown)).toEqual({ ...freshShown, plan: [[]], week: 1 })
    expect(isFinished(played({ ...freshShown, week: 8, plan: finished(chase).plan }))).toBe(true)
  })
  it('remembers a finished run once, and not one that was broken off', () => {
    const kept = { run: encodeState(finished(chase)), earlier: [] }
    const again = begunAgain(begunAgain({ ...kept, earlier: [kept.run] }, 'same'), 'same')
    expect(again.earlier).toEqual([kept.run])
    expect(begunAgain(freshKept, 'other')).toEqual({ run: encodeState({ ...freshShown, seed: freshShown.seed + 1 }), earlier: [] })
  })
  it('is compared with other runs in the same world only', () => {
    const [first, second] = [finished([]), finished(chase)]
    const elsewhere = encodeState({ ...first, seed: 900 })
    const kept = { run: encodeState(second), earlier: [elsewhere, encodeState(first), encodeState(second)] }
    expect(earlierInWorld(kept, second)).toEqual([{ number: 1, shown: first }])
  })
})
