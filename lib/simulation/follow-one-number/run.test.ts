import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partnerIds, placeIds } from './partners.ts'
import { costOfWeek, type Deed, has, inOrder, type Kind, kinds, type Plan, weekBudget } from './plan.ts'
import { type Preset, planOfPreset, presets } from './presets.ts'
import { bestPlaces, lastState, runPlan, summarise } from './run.ts'
import { canTell, daysOfNothing, highest, standingOf, startState, stepWeek } from './step.ts'
import { makeWorld, trucks, weeksInRun } from './world.ts'

const deed = fc.record({ kind: fc.constantFrom(...kinds), partner: fc.constantFrom(...partnerIds) })
const plan: fc.Arbitrary<Plan> = fc.array(fc.array(deed, { maxLength: 6 }).map(inOrder), { minLength: weeksInRun, maxLength: weeksInRun })
const seed = fc.integer({ min: 1, max: 9999 })

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const summaries = (weeks: (world: (typeof worlds)[number]) => Plan) =>
  worlds.map((world) => summarise(world, lastState(runPlan(world, weeks(world)))))
const missed = (weeks: (world: (typeof worlds)[number]) => Plan) => average(summaries(weeks).map((summary) => summary.missed))
const of = (preset: Preset) => (world: (typeof worlds)[number]) => planOfPreset(world, preset)
/** How many of five reports are in time in this week (from 1), on average. */
const inTime = (preset: Preset, week: number) =>
  average(
    worlds.map(
      (world) =>
        Object.values(lastState(runPlan(world, planOfPreset(world, preset))).partners).filter(
          ({ reports }) => reports[week - 1]!.arrival === 'in-time',
        ).length,
    ),
  )
const everyWeek = (deeds: readonly Deed[]): Plan => Array.from({ length: weeksInRun }, () => deeds)
const toAll = (kind: Kind): Deed[] => partnerIds.map((partner) => ({ kind, partner }))
const withDeed = (weeks: Plan, at: number, extra: Deed) => weeks.map((deeds, week) => (week === at ? inOrder([...deeds, extra]) : deeds))

describe('a run', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        expect(runPlan(makeWorld(number), weeks)).toEqual(runPlan(makeWorld(number), weeks))
      }),
    )
  })
  it('keeps understanding, goodwill and delay within bounds, and always sends three trucks to three places', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        const world = makeWorld(number)
        for (const state of runPlan(world, weeks).weeks) {
          for (const id of partnerIds) {
            const { understanding, goodwill, reports } = state.partners[id]
            expect(Number.isInteger(understanding) && understanding >= 0 && understanding <= highest.understanding).toBe(true)
            expect(Number.isInteger(goodwill) && goodwill >= 0 && goodwill <= highest.goodwill).toBe(true)
            expect(reports).toHaveLength(state.week)
            expect(reports.every(({ days }) => days >= 0 && days <= daysOfNothing)).toBe(true)
          }
          expect(new Set(state.plan).size).toBe(trucks)
          expect(summarise(world, state).missed).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
  it('does not change the state it starts from', () => {
    const start = startState()
    const copy = structuredClone(start)
    stepWeek(makeWorld(3), start, [...toAll('chase'), ...toAll('explain')])
    expect(start).toEqual(copy)
  })
  it('sends the trucks where they are needed most when every figure is counted', () => {
    for (const world of worlds) {
      const table = Object.fromEntries(placeIds.map((place) => [place, { figure: world.needs[place][7]!, week: 8, counted: true }]))
      const state = { ...startState(), week: 8, table, plan: bestPlaces(world, 8) }
      expect(summarise(world, state)).toMatchObject({ missed: 0, places: { known: 10, guessed: 0, blank: 0 } })
    }
  })
})

describe('explaining', () => {
  it('never makes a report later or a place less known, in any week', () => {
    fc.assert(
      fc.property(seed, plan, fc.nat(weeksInRun - 1), fc.constantFrom(...partnerIds), (number, weeks, at, partner) => {
        const world = makeWorld(number)
        const without = runPlan(world, weeks).weeks
        const explained = runPlan(world, withDeed(weeks, at, { kind: 'explain', partner })).weeks
        for (const [index, state] of without.entries()) {
          const other = explained[index]!
          for (const id of partnerIds)
            expect(other.partners[id].reports[index]!.days).toBeLessThanOrEqual(state.partners[id].reports[index]!.days)
          for (const place of placeIds)
            if (standingOf(state.table, place, index + 1) === 'known') expect(standingOf(other.table, place, index + 1)).toBe('known')
        }
      }),
      { numRuns: 400 },
    )
  })
  it('changes no report of its own week or the next', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(...partnerIds), (number, partner) => {
        const world = makeWorld(number)
        const reports = (deeds: Deed[]) => lastState(runPlan(world, [deeds, []])).partners[partner].reports
        expect(reports([{ kind: 'explain', partner }])).toEqual(reports([]))
      }),
    )
  })
  it('lasts: weeks later the reports are earlier and more is counted', () => {
    expect(inTime('explain', 8)).toBeGreaterThan(inTime('explain', 1) + 2)
    const known = (preset: Preset) => average(summaries(of(preset)).map(({ places }) => places.known))
    expect(known('explain')).toBeGreaterThan(known('chase') + 4)
  })
})

describe('chasing', () => {
  it('brings this report in time, with a number for each place, and changes nothing about the next', () => {
    for (const world of worlds) {
      const chased = runPlan(world, [toAll('chase'), []]).weeks
      const left = runPlan(world, [[], []]).weeks
      expect(summarise(world, chased[0]!).inTime).toBe(5)
      expect(placeIds.every((place) => chased[0]!.table[place])).toBe(true)
      for (const id of partnerIds) expect(chased[1]!.partners[id].reports[1]!.days).toBe(left[1]!.partners[id].reports[1]!.days)
    }
  })
  it('costs goodwill, which comes back when nobody presses', () => {
    const world = makeWorld(1)
    const goodwill = (weeks: Plan) => lastState(runPlan(world, weeks)).partners.fishers.goodwill
    expect(goodwill([toAll('chase')])).toBe(goodwill([[]]) - 1)
    expect(goodwill([toAll('chase'), []])).toBe(goodwill([[]]))
  })
  it('wears off when it is repeated every week', () => {
    expect(inTime('chase', 1)).toBe(5)
    expect(inTime('chase', 8)).toBeLessThan(1)
  })
})

describe('telling', () => {
  it('is possible once a report has come, and again only after the next', () => {
    const world = makeWorld(1)
    const first = startState()
    expect(canTell(first.partners.scouts)).toBe(false)
    const sent = stepWeek(world, first, [{ kind: 'chase', partner: 'scouts' }])
    expect(canTell(sent.partners.scouts)).toBe(true)
    const quiet = { ...world, delays: { ...world.delays, scouts: world.delays.scouts.map(() => 3) } }
    const told = stepWeek(quiet, sent, [{ kind: 'tell', partner: 'scouts' }])
    expect(told.partners.scouts.told).toBe(2)
    expect(told.partners.scouts.reports[1]!.arrival === 'none').toBe(!canTell(told.partners.scouts))
  })
  it('keeps understanding from fading', () => {
    const weeks: Plan = everyWeek([])
    const told = everyWeek([{ kind: 'tell', partner: 'teachers' }])
    for (const world of worlds)
      expect(lastState(runPlan(world, told)).partners.teachers.understanding).toBeGreaterThan(
        lastState(runPlan(world, weeks)).partners.teachers.understanding,
      )
  })
  it('does nothing while there is nothing to tell', () => {
    const world = makeWorld(4)
    expect(stepWeek(world, startState(), toAll('tell'))).toEqual(stepWeek(world, startState(), []))
  })
})

describe('the presets', () => {
  it('spend no more than a week has and tell only what there is to tell', () => {
    for (const world of worlds.slice(0, 30)) {
      for (const preset of presets) {
        const run = runPlan(world, planOfPreset(world, preset))
        for (const [index, week] of run.plan.entries()) {
          expect(costOfWeek(week)).toBeLessThanOrEqual(weekBudget)
          const before = run.weeks[index - 1] ?? run.start
          for (const id of partnerIds) if (has(week, 'tell', id)) expect(canTell(before.partners[id])).toBe(true)
        }
      }
    }
  })
  it('show that no single kind does what the three do together', () => {
    const mixed = missed(of('mixed'))
    for (const other of presets.filter((preset) => preset !== 'mixed')) expect(missed(of(other))).toBeGreaterThan(mixed + 100)
    expect(missed(() => everyWeek(toAll('tell')))).toBeGreaterThan(mixed + 100)
  })
  it('show that explaining reaches more people than chasing, early or late', () => {
    const explained = missed(of('explain'))
    expect(missed(of('chase'))).toBeGreaterThan(explained + 150)
    expect(missed(of('last'))).toBeGreaterThan(explained + 100)
  })
  it('show that each of the three is worth its time', () => {
    const mixed = missed(of('mixed'))
    for (const kind of kinds)
      expect(missed((world) => planOfPreset(world, 'mixed').map((week) => week.filter((each) => each.kind !== kind)))).toBeGreaterThan(
        mixed + 20,
      )
  })
})
