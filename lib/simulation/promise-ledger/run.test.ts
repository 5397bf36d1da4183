import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestSeed } from '#lib/simulation/address.ts'
import { inOtherWords } from './other-words.ts'
import { fullPlan } from './plan.arbitrary.ts'
import { daysOfWork, emptyWeek, type Plan, type Reply, type Week } from './plan.ts'
import { planBy, planOfPreset, presets, uniform, uniformTelling } from './presets.ts'
import { accountsOf, lastState, runPlan, summarise } from './run.ts'
import { startState, stepWeek } from './step.ts'
import { daysFor, daysInWeek, makeWorld, partners, type World, weeksInRun } from './world.ts'

const seed = fc.integer({ min: 1, max: highestSeed })
const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const meanOf = (planOf: (world: World) => Plan, what: 'trust' | 'delivered' = 'trust') =>
  average(worlds.map((world) => summarise(runPlan(world, planOf(world)))[what]))

/** One partner, one request of four days that comes in week 1 and is wished for by the end of week 2; no surprises. */
const small: World = {
  seed: 1,
  requests: [{ id: 'opening', partner: 'clinics', days: 4, arrives: 1, wish: 2 }],
  surprises: [],
}
const answered = (reply: Reply, clear = true): Week => ({ ...emptyWeek, answers: [{ request: 0, reply, clear }] })
const work = (days: number): Week => ({ ...emptyWeek, work: [{ request: 0, days }] })
const say = (until: number): Week => ({ ...emptyWeek, words: [{ request: 0, until }] })
const both = (...weeks: Week[]): Week => ({
  answers: weeks.flatMap((week) => week.answers),
  words: weeks.flatMap((week) => week.words),
  work: weeks.flatMap((week) => week.work),
})
const trustAfter = (...plan: Plan) => lastState(runPlan(small, plan)).trust.clinics
const causes = (...plan: Plan) => runPlan(small, plan).weeks.flatMap(({ events }) => events.map(({ cause }) => cause))

describe('a world', () => {
  it('asks for more than six weeks can hold, twice by each partner, and leaves time for each request', () => {
    for (const world of worlds) {
      const capacity = Array.from({ length: weeksInRun }, (_, index) => daysFor(world, index + 1)).reduce((a, b) => a + b)
      expect(capacity).toBe(31)
      expect(world.requests.reduce((sum, { days }) => sum + days, 0)).toBe(45)
      expect(partners.map((partner) => world.requests.filter((each) => each.partner === partner).length)).toEqual([2, 2, 2, 2, 2])
      for (const { arrives, wish } of world.requests) expect(wish > arrives && wish <= weeksInRun).toBe(true)
    }
    expect(new Set(worlds.map(({ requests }) => JSON.stringify(requests))).size).toBeGreaterThan(190)
  })
})

describe('a run', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, fullPlan, (number, plan) => {
        expect(runPlan(makeWorld(number), plan)).toEqual(runPlan(makeWorld(number), plan))
      }),
    )
  })
  it('keeps trust and work within bounds, and every change of trust has an event', () => {
    fc.assert(
      fc.property(seed, fullPlan, (number, plan) => {
        const run = runPlan(makeWorld(number), plan)
        let before = run.start
        for (const { state, events, worked } of run.weeks) {
          expect(daysOfWork({ ...emptyWeek, work: worked })).toBeLessThanOrEqual(daysFor(run.world, state.week))
          for (const partner of partners) {
            const trust = state.trust[partner]
            expect(Number.isInteger(trust) && trust >= 0 && trust <= 100).toBe(true)
            const seen = events.filter((event) => event.partner === partner).reduce((sum, { effect }) => sum + effect, 0)
            expect(trust - before.trust[partner]).toBe(seen)
          }
          for (const entry of state.entries) if (entry) expect(entry.done).toBeLessThanOrEqual(entry.needed)
          before = state
        }
        const { delivered, asked } = summarise(run)
        expect(delivered).toBeLessThanOrEqual(31)
        expect(asked).toBe(45)
      }),
    )
  })
  it('does not change the state it starts from', () => {
    const world = makeWorld(3)
    const start = startState(world)
    const copy = structuredClone(start)
    stepWeek(world, start, { answers: [{ request: 0, reply: 'whole', clear: true }], words: [], work: [{ request: 0, days: 3 }] })
    expect(start).toEqual(copy)
  })
  it('shows nothing to a partner before something is said or delivered: unfinished work moves no trust', () => {
    expect(trustAfter(both(answered('whole'), work(3)))).toBe(trustAfter(answered('whole')))
  })
})

describe('a promise', () => {
  it.each<[string, Plan, string[]]>([
    ['kept', [answered('whole'), work(4)], ['yes', 'kept']],
    ['kept in part, as agreed', [both(answered('part'), work(2))], ['smaller', 'kept-part']],
    ['kept by the later date that was agreed', [answered('later'), emptyWeek, emptyWeek, work(4)], ['later', 'kept']],
    ['changed in time, then kept', [answered('whole'), say(3), work(4)], ['yes', 'told-just-before', 'kept-changed']],
    ['changed a week ahead', [answered('later'), emptyWeek, say(5), emptyWeek, work(4)], ['later', 'told-early', 'kept-changed']],
    ['late without a word', [answered('whole'), work(3), work(1)], ['yes', 'missed', 'came-late']],
    ['late, and said afterwards', [answered('whole'), emptyWeek, say(4), work(4)], ['yes', 'missed', 'told-after', 'came-late']],
    ['taken back in time', [answered('whole'), say(0), work(4)], ['yes', 'taken-back']],
    ['taken back too late', [answered('whole'), emptyWeek, say(0)], ['yes', 'missed', 'taken-back-after']],
    ['refused', [answered('no'), work(4)], ['no']],
    ['vague, and delivered as hoped', [answered('whole', false), work(4)], ['yes', 'came-vague']],
    ['vague, and late', [answered('whole', false), work(2), emptyWeek, work(2)], ['yes', 'waiting', 'waiting', 'came-vague-late']],
    ['vague, then given a date', [answered('whole', false), say(3), work(4)], ['yes', 'made-clear', 'kept-changed']],
    ['left without an answer: heard as a vague yes', [emptyWeek, work(4)], ['yes', 'came-vague']],
  ])('%s', (_name, plan, expected) => {
    expect(causes(...plan)).toEqual(expected)
  })
  it('cannot be moved to a week that has passed, nor in the week in which it was given', () => {
    expect(causes(both(answered('whole'), say(4)))).toEqual(['yes'])
    expect(causes(answered('whole'), say(2), emptyWeek)).toEqual(['yes', 'missed', 'silence'])
  })
})

describe('the claims of the insight', () => {
  it('a clear promise kept, or changed before the deadline and then kept, earns trust', () => {
    expect(trustAfter(answered('whole'), work(4))).toBeGreaterThan(50)
    expect(trustAfter(answered('whole'), say(3), work(4))).toBeGreaterThan(50)
  })
  it('the same delivery in the same week earns less if it was vague, and costs if it is late without a word', () => {
    const clear = trustAfter(answered('whole'), work(4))
    expect(trustAfter(answered('whole', false), work(4))).toBeLessThan(clear)
    const changed = trustAfter(answered('whole'), say(3), work(4))
    expect(trustAfter(answered('whole'), emptyWeek, work(4))).toBeLessThan(changed)
  })
  it('an early no costs less than a late yes, than a late no, and than a yes that never comes', () => {
    const no = trustAfter(answered('no'))
    expect(trustAfter(answered('whole'), emptyWeek, work(4))).toBeLessThan(no)
    expect(trustAfter(answered('whole'), say(0))).toBeLessThan(no)
    expect(trustAfter(answered('whole'), emptyWeek, emptyWeek)).toBeLessThan(no)
  })
  it('other words never change what is delivered, and clear ones never end below vague ones', () => {
    fc.assert(
      fc.property(seed, fullPlan, (number, plan) => {
        const run = runPlan(makeWorld(number), plan)
        const clear = runPlan(run.world, inOtherWords(run, 'clear'))
        const vague = runPlan(run.world, inOtherWords(run, 'vague'))
        const delivered = (each: typeof run) => accountsOf(each).map((account) => account.delivered)
        expect(delivered(clear)).toEqual(delivered(run))
        expect(delivered(vague)).toEqual(delivered(run))
        for (const partner of partners) {
          expect(lastState(clear).trust[partner]).toBeGreaterThanOrEqual(lastState(vague).trust[partner])
        }
      }),
      { numRuns: 300 },
    )
  })
  it('two people who deliver the same can end far apart, over 200 worlds', () => {
    for (const world of worlds) {
      const yes = runPlan(world, planOfPreset(world, 'yes'))
      const clear = runPlan(world, inOtherWords(yes, 'clear'))
      expect(summarise(clear).delivered).toBe(summarise(yes).delivered)
      expect(summarise(clear).trust).toBeGreaterThan(summarise(yes).trust)
    }
    const yes = meanOf((world) => planOfPreset(world, 'yes'))
    expect(meanOf((world) => inOtherWords(runPlan(world, planOfPreset(world, 'yes')), 'clear'))).toBeGreaterThan(yes + 15)
  })
})

describe('the presets', () => {
  it('work no more than a week has', () => {
    for (const world of worlds.slice(0, 20)) {
      for (const preset of presets) {
        for (const week of planOfPreset(world, preset)) expect(daysOfWork(week)).toBeLessThanOrEqual(daysInWeek)
      }
    }
  })
  it('show that no single answer to everybody does what choosing does, told or not', () => {
    const few = meanOf((world) => planOfPreset(world, 'few'))
    for (const preset of presets.filter((each) => each !== 'few')) {
      expect(meanOf((world) => planOfPreset(world, preset))).toBeLessThan(few - 15)
    }
    for (const reply of ['whole', 'part', 'later'] as const) {
      const silent = meanOf((world) => planBy(world, (w, state) => uniform(w, state, reply, true)))
      const telling = meanOf((world) => planBy(world, (w, state) => uniformTelling(w, state, reply)))
      expect(silent).toBeLessThan(few - 4)
      expect(telling).toBeLessThan(few - 4)
    }
  })
  it('show that yes to everybody delivers most and earns no more than no to everybody', () => {
    const yes = (world: World) => planOfPreset(world, 'yes')
    expect(meanOf(yes, 'delivered')).toBeGreaterThan(meanOf((world) => planOfPreset(world, 'few'), 'delivered'))
    expect(meanOf(yes)).toBeLessThan(meanOf((world) => planOfPreset(world, 'no')) + 2)
  })
  it('show that somebody busy and vague delivers the same as somebody who says yes to all, for as little trust', () => {
    for (const world of worlds) {
      const [yes, vague] = (['yes', 'vague'] as const).map((preset) => summarise(runPlan(world, planOfPreset(world, preset))))
      expect(vague!.delivered).toBe(yes!.delivered)
    }
    expect(meanOf((world) => planOfPreset(world, 'vague'))).toBeLessThan(50)
  })
})
