import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectOfKinds } from './leave-out-kind.ts'
import { isUnlikely, personIds } from './people.ts'
import { type Contact, costOfWeek, kinds, type Plan, weekBudget, without } from './plan.ts'
import { type Preset, planOfPreset, presets } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { highestGoodwill, isPossible, startState, stepWeek } from './step.ts'
import { makeWorld, needsUnlikelyContact, weeksInRun } from './world.ts'

const person = fc.constantFrom(...personIds)
const contact: fc.Arbitrary<Contact> = fc.oneof(
  fc.constant<Contact>({ kind: 'unstructured' }),
  fc.record({ kind: fc.constant('structured' as const), person, aim: fc.constantFrom('learn' as const, 'question' as const) }),
  fc.record({ kind: fc.constant('maintenance' as const), person }),
  fc.record({ kind: fc.constant('assistance' as const), person, aim: fc.constantFrom('ask' as const, 'give' as const) }),
)
const plan: fc.Arbitrary<Plan> = fc.array(fc.array(contact, { maxLength: 8 }), { minLength: weeksInRun, maxLength: weeksInRun })
const seed = fc.integer({ min: 1, max: 9999 })

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const meanOf = (weeks: (world: (typeof worlds)[number]) => Plan) =>
  average(worlds.map((world) => summarise(lastState(runPlan(world, weeks(world)))).mean))
const meanOfPreset = (preset: Preset) => meanOf((world) => planOfPreset(world, preset))

describe('a run', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        expect(runPlan(makeWorld(number), weeks)).toEqual(runPlan(makeWorld(number), weeks))
      }),
    )
  })
  it('keeps ties, goodwill and the way of every question within bounds', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        for (const { state } of runPlan(makeWorld(number), weeks).weeks) {
          for (const id of personIds) {
            const { strength, goodwill, open } = state.ties[id]
            expect(Number.isInteger(strength) && strength >= 0 && strength <= 100).toBe(true)
            expect(Number.isInteger(goodwill) && goodwill >= 0 && goodwill <= highestGoodwill).toBe(true)
            if (!open) expect(strength + goodwill).toBe(0)
          }
          for (const need of state.needs) expect(need.days === null || (need.days >= 1 && need.days <= weeksInRun * 5)).toBe(true)
        }
      }),
    )
  })
  it('does not change the state it starts from', () => {
    const world = makeWorld(3)
    const start = startState(world)
    const copy = structuredClone(start)
    stepWeek(world, start, [{ kind: 'unstructured' }, { kind: 'maintenance', person: 'ines' }])
    expect(start).toEqual(copy)
  })
})

describe('small contacts', () => {
  it('never delay an answer: without them each comes at the same time or later', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        const world = makeWorld(number)
        const kept = lastState(runPlan(world, weeks))
        const left = lastState(runPlan(world, without(weeks, 'maintenance')))
        for (const [index, need] of kept.needs.entries()) {
          expect(left.needs[index]!.days ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(need.days ?? Number.POSITIVE_INFINITY)
        }
        expect(summarise(left).mean).toBeGreaterThanOrEqual(summarise(kept).mean)
      }),
      { numRuns: 300 },
    )
  })
  it('shorten the mean time to an answer over many worlds', () => {
    const balanced = meanOfPreset('balanced')
    const left = meanOf((world) => without(planOfPreset(world, 'balanced'), 'maintenance'))
    expect(left).toBeGreaterThan(balanced + 1)
  })
})

describe('a contact by chance', () => {
  it('is the only way to what nobody in the formal circle knows', () => {
    fc.assert(
      fc.property(seed, plan, (number, weeks) => {
        const world = makeWorld(number)
        const state = lastState(runPlan(world, without(weeks, 'unstructured')))
        expect(personIds.filter(isUnlikely).every((id) => !state.ties[id].open)).toBe(true)
        for (const [index, need] of world.needs.entries()) if (needsUnlikelyContact(need)) expect(state.needs[index]!.days).toBeNull()
      }),
    )
  })
  it('opens a tie that a structured contact could not', () => {
    const world = makeWorld(1)
    const state = startState(world)
    expect(isPossible(state, { kind: 'structured', person: 'bibi', aim: 'learn' })).toBe(false)
    const met = runPlan(
      world,
      Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ({ kind: 'unstructured' as const }))),
    )
    expect(personIds.filter(isUnlikely).some((id) => lastState(met).ties[id].open)).toBe(true)
  })
  it('is met by everybody with the same seed in the same order', () => {
    const [first, second] = [makeWorld(11), makeWorld(11)]
    expect(first.encounters).toEqual(second.encounters)
    expect(new Set(worlds.map((world) => world.encounters.join())).size).toBeGreaterThan(190)
  })
})

describe('asking', () => {
  const world = { ...makeWorld(1), needs: [{ id: 'roads' as const, holders: ['hoa' as const], arrives: 1 }] }
  it('uses up goodwill, is refused without it, and giving help brings it back', () => {
    const many = { ...world, needs: Array.from({ length: 4 }, () => world.needs[0]!) }
    const ask = { kind: 'assistance', person: 'hoa', aim: 'ask' } as const
    const { state, events } = stepWeek(many, startState(many), [ask, ask])
    expect(events.filter((event) => event.type === 'helped' || event.type === 'refused').map((event) => event.type)).toEqual([
      'helped',
      'refused',
    ])
    expect(state.ties.hoa.goodwill).toBe(0)
    const given = stepWeek(many, state, [{ ...ask, aim: 'give' }, ask])
    expect(given.state.ties.hoa.goodwill).toBe(1)
    expect(given.events.some((event) => event.type === 'helped')).toBe(true)
  })
  it('brings the answer sooner', () => {
    const days = (contacts: Contact[]) => lastState(runPlan(world, [contacts, [], []])).needs[0]!.days ?? 99
    expect(days([{ kind: 'assistance', person: 'hoa', aim: 'ask' }])).toBeLessThan(days([]))
  })
  it('does not count as tending: the tie fades all the same', () => {
    const { state } = stepWeek(world, startState(world), [{ kind: 'assistance', person: 'hoa', aim: 'ask' }])
    expect(state.ties.hoa.strength).toBe(stepWeek(world, startState(world), []).state.ties.hoa.strength)
  })
})

describe('the presets', () => {
  it('spend no more than a week has', () => {
    for (const world of worlds.slice(0, 20)) {
      for (const preset of presets) {
        for (const week of planOfPreset(world, preset)) expect(costOfWeek(week)).toBeLessThanOrEqual(weekBudget)
      }
    }
  })
  it('show that no single kind does what the four do together', () => {
    const balanced = meanOfPreset('balanced')
    for (const preset of presets.filter((each) => each !== 'balanced')) expect(meanOfPreset(preset)).toBeGreaterThan(balanced + 3)
    const helping = meanOf((world) => asksAndGives(planOfPreset(world, 'asking')))
    expect(helping).toBeGreaterThan(balanced + 3)
  })
  it('show that each of the four is worth its time', () => {
    const saved = worlds.map((world) => effectOfKinds(world, planOfPreset(world, 'balanced')))
    for (const [index] of kinds.entries()) expect(average(saved.map((effects) => effects[index]!.saved))).toBeGreaterThan(1)
  })
  it('show that more time for people never makes the mean longer', () => {
    const means = [0, 2, 4, 6, 8].map((budget) => meanOf((world) => planOfPreset(world, 'balanced', budget)))
    for (let i = 1; i < means.length; i++) expect(means[i]!).toBeLessThanOrEqual(means[i - 1]!)
  })
})

/** Help asked and help given, nothing else: half the week goes to helping two of the people one knows, in turn. */
function asksAndGives(weeks: Plan): Plan {
  const known = ['ines', 'joseph', 'anjali', 'sefa', 'hoa', 'amon'] as const
  return weeks.map((week, index) => {
    const pair = [known[(2 * index) % 6]!, known[(2 * index + 1) % 6]!]
    return [...week.slice(0, 4), ...pair.map((id): Contact => ({ kind: 'assistance', person: id, aim: 'give' }))]
  })
}
