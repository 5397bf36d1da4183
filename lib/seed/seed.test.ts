import { describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/random/seeded-random.ts'
import { charactersOf, habits } from './habits.ts'
import { addressOf, namesOf } from './people.ts'
import { planCohorts } from './plan-cohorts.ts'
import { day, hour, WorkClock } from './working-hours.ts'

describe('names', () => {
  it('are different, enough for the whole site, and the same for a seed', () => {
    const names = namesOf('a', 240)
    expect(new Set(names).size).toBe(240)
    expect(namesOf('a', 240)).toEqual(names)
    expect(namesOf('b', 240)).not.toEqual(names)
  })

  it.each(['أمل حداد', 'Nguyễn Thị Hoa', "N'Golo Ó Sé"])('%s has an address that nobody has', (name) => {
    expect(addressOf(name, 7)).toMatch(/^[a-z]+(\.[a-z]+)*\.7@example\.org$/)
  })
})

describe('habits', () => {
  it.each([8, 24, 200])('of %i people are all there, most of them steady', (count) => {
    const people = charactersOf('a', count, 8)
    expect(people).toHaveLength(count)
    const counts = habits.map((habit) => people.filter((one) => one.habit === habit).length)
    expect(Math.min(...counts.slice(3))).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBe(counts[0])
    for (const { care, diligence } of people) for (const part of [care, diligence]) expect(part).toBeGreaterThan(0)
  })
})

describe('the clock of a working day', () => {
  it('only ever shows working hours, and goes on', () => {
    const clock = new WorkClock(Date.UTC(2026, 0, 3, 2), 7, seededRandom('clock'))
    let before = 0
    for (let i = 0; i < 2000; i++) {
      const now = clock.pass(40)
      expect(now).toBeGreaterThan(before)
      const local = new Date(now + 7 * hour)
      expect([1, 2, 3, 4, 5]).toContain(local.getUTCDay())
      expect(local.getUTCHours()).toBeGreaterThanOrEqual(8)
      expect(local.getUTCHours() * 60 + local.getUTCMinutes()).toBeLessThanOrEqual(18 * 60)
      before = now
    }
  })
})

describe('cohorts', () => {
  const now = Date.UTC(2026, 10, 22, 9)
  it('have one module after the other, some due and one or more still open where there is time', () => {
    const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    for (const { modules, beginsAt } of planCohorts(slugs, now)) {
      expect(modules[0]!.opensAt).toBe(beginsAt)
      for (const [i, { opensAt, dueAt }] of modules.entries()) {
        expect(dueAt).toBeGreaterThan(opensAt + 9 * day)
        if (i > 0) expect(opensAt).toBe(modules[i - 1]!.dueAt + 1)
      }
      expect(modules[0]!.dueAt).toBeLessThan(now)
    }
  })
})
