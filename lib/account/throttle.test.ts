import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeDatabases } from '#lib/testing/databases.ts'
import { countAfterSlip, type Slips, waitOf } from './throttle.ts'
import { forgetSlips, giveBack, noteSlip, spend, throttleKey, waitFor } from './throttle-store.ts'

const hour = 60 * 60_000
/** So many wrong passwords, each as soon as one may. */
function slip(times: number): { slips: Slips | null; now: number } {
  let slips: Slips | null = null
  let now = 1_000_000
  for (let n = 0; n < times; n++) {
    now += waitOf(slips, now)
    slips = { count: countAfterSlip(slips, now), last: now }
  }
  return { slips, now }
}

describe('the wait after wrong passwords', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [5, 4000],
    [12, 512_000],
    [13, 15 * 60_000],
    [40, 15 * 60_000],
  ])('after %i slips is %i ms', (times, wait) => {
    const { slips, now } = slip(times)
    expect(waitOf(slips, now)).toBe(wait)
    expect(waitOf(slips, now + wait)).toBe(0)
  })

  it('is forgotten an hour after the last slip', () => {
    const { slips, now } = slip(20)
    expect(waitOf(slips, now + hour)).toBe(0)
    expect(countAfterSlip(slips, now + hour)).toBe(1)
  })

  it('lets one place try at most a few hundred passwords a day', () => {
    let slips: Slips | null = null
    let tried = 0
    for (let now = 0; now < 24 * hour; tried++) {
      slips = { count: countAfterSlip(slips, now), last: now }
      now += Math.max(100, waitOf(slips, now))
    }
    expect(tried).toBeLessThan(120)
  })

  it('never grows while one waits, and never ends later than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(2 * hour), fc.nat(hour), (count, since, more) => {
        const slips = { count, last: 0 }
        expect(waitOf(slips, since)).toBeLessThanOrEqual(15 * 60_000)
        expect(waitOf(slips, since + more)).toBeLessThanOrEqual(waitOf(slips, since))
      }),
    )
  })
})

describeDatabases('slips and budgets', (open) => {
  it('count all of many that come at once', async () => {
    const db = await open()
    const key = throttleKey('from', '192.0.2.1', 'ana@example.org')
    await noteSlip(db, key, 1000)
    await Promise.all(Array.from({ length: 9 }, () => noteSlip(db, key, 1000)))
    expect(await waitFor(db, key, 1000)).toBe(128_000)
    expect(await waitFor(db, throttleKey('from', '192.0.2.2', 'ana@example.org'), 1000)).toBe(0)
    await forgetSlips(db, key)
    expect(await waitFor(db, key, 1000)).toBe(0)
  })

  it('give so many in each stretch of time, to each place', async () => {
    const db = await open()
    const budget = { most: 3, within: 1000 }
    const take = (key: string, now: number) => spend(db, key, budget, now)
    const first = await Promise.all(Array.from({ length: 5 }, () => take('a', 10_100)))
    expect(first.filter(Boolean)).toHaveLength(3)
    expect(await take('b', 10_100)).toBe(true)
    expect(await take('a', 10_999)).toBe(false)
    expect(await take('a', 11_000)).toBe(true)
  })

  it('take back what does not count, and only in the stretch it was taken in', async () => {
    const db = await open()
    const budget = { most: 2, within: 1000 }
    const [take, back] = [(now: number) => spend(db, 'a', budget, now), (now: number) => giveBack(db, 'a', budget, now)]
    expect([await take(10_000), await take(10_001)]).toEqual([true, true])
    await back(10_500)
    expect([await take(10_600), await take(10_700)]).toEqual([true, false])
    expect(await take(11_000)).toBe(true)
    await back(10_999)
    expect([await take(11_001), await take(11_002)]).toEqual([true, false])
    for (let i = 0; i < 9; i += 1) await back(11_003)
    expect((await Promise.all([take(11_004), take(11_004), take(11_004)])).filter(Boolean)).toHaveLength(2)
  })

  it('are stored under names that tell nobody anything', async () => {
    const db = await open()
    await noteSlip(db, throttleKey('from', '192.0.2.1', 'ana@example.org'), 1000)
    const rows = JSON.stringify(await db.selectFrom('auth_rate_limit').selectAll().execute())
    expect(rows).not.toMatch(/ana|192\.0/)
    // joined parts do not run into each other
    expect(throttleKey('a', 'bc')).not.toBe(throttleKey('ab', 'c'))
  })
})
