import { describe, expect, it } from 'vitest'
import { decodeRun, encodeRun, highestSeed } from '#lib/simulation/address.ts'
import { anotherRun, begunAgain, changed, earlierRuns, freshKept, type Rules, shownOf } from './kept-run.ts'

type Shown = { plan: readonly string[]; seed: number }

/** Three letters make a whole run. */
const rules: Rules<Shown> = {
  fresh: { plan: [], seed: 5 },
  encodePlan: (plan) => plan.join(''),
  encodeState: ({ plan, seed }) => encodeRun(plan.join(''), seed),
  decodeState: (query) => decodeRun(query, (text) => (/^[a-z]{0,3}$/.test(text) ? [...text] : null)),
  isFinished: ({ plan }) => plan.length === 3,
}
const run = (letters: string, seed = 5): Shown => ({ plan: [...letters], seed })
const keptAs = (shown: Shown, earlier: readonly Shown[] = []) => ({
  run: rules.encodeState(shown),
  earlier: earlier.map(rules.encodeState),
})

describe('a kept run', () => {
  it('begins fresh where nothing is kept, or what was kept cannot be read', () => {
    expect(shownOf(rules, freshKept(rules))).toEqual(rules.fresh)
    expect(shownOf(rules, { run: 'plan=??', earlier: [] })).toEqual(rules.fresh)
  })
  it('goes on, and what was finished before stays remembered', () => {
    const kept = changed(rules, keptAs(run('a'), [run('xyz')]), run('ab'))
    expect(kept).toEqual(keptAs(run('ab'), [run('xyz')]))
  })
  it('begins again in the same world or in the next one, and after the last in the first', () => {
    expect(anotherRun(rules, run('abc'), 'same')).toEqual(run(''))
    expect(anotherRun(rules, run('abc'), 'other')).toEqual(run('', 6))
    expect(anotherRun(rules, run('abc', highestSeed), 'other')).toEqual(run('', 1))
  })
  it('remembers a finished run when another is begun, once, and not one that was broken off', () => {
    expect(begunAgain(rules, keptAs(run('abc'), [run('abc'), run('xyz')]), 'other')).toEqual(keptAs(run('', 6), [run('xyz'), run('abc')]))
    expect(begunAgain(rules, keptAs(run('ab'), [run('xyz')]), 'same')).toEqual(keptAs(run(''), [run('xyz')]))
  })
  it('remembers the last six', () => {
    const seven = ['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff', 'ggg'].map((letters) => run(letters))
    expect(begunAgain(rules, keptAs(seven[6]!, seven.slice(0, 6)), 'same').earlier).toEqual(seven.slice(1).map(rules.encodeState))
  })
  it('is compared with other finished runs in the same world only, by their number', () => {
    const kept = keptAs(run('abc'), [run('xyz', 9), run('aaa'), run('abc'), run('bbb')])
    expect(earlierRuns(rules, kept, run('abc'))).toEqual([
      { number: 1, plan: ['a', 'a', 'a'] },
      { number: 3, plan: ['b', 'b', 'b'] },
    ])
    expect(earlierRuns(rules, kept, run('', 10))).toEqual([])
  })
  it('that can be changed when it is finished is remembered at once', () => {
    const remembering = { ...rules, remembers: ({ plan }: Shown) => ({ plan, seed: 5 }) }
    expect(changed(remembering, keptAs(run('ab')), run('abc'))).toEqual(keptAs(run('abc'), [run('abc')]))
    expect(changed(remembering, keptAs(run('a')), run('ab')).earlier).toEqual([])
  })
})
