import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeOf, effectOf, hearingOf, settles } from './hear.ts'
import { type Plan, responses, type Shown, thrown, whens, wheres } from './plan.ts'
import { always, planOfPreset, type presets } from './presets.ts'
import { lastState, runPlan, type Summary, summarise } from './run.ts'
import { happen, respond, type State, sleep, startState } from './step.ts'
import { makeWorld, momentsInMeeting, type World } from './world.ts'

const seed = fc.integer({ min: 1, max: 9999 })
const response = fc.constantFrom(...responses)
const plan: fc.Arbitrary<Plan> = fc.array(response, { minLength: momentsInMeeting, maxLength: momentsInMeeting })
const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const mean = (of: (summary: Summary) => number, planIn: (world: World) => Plan) =>
  average(worlds.map((world) => of(summarise(runPlan(world, planIn(world))))))
const worth = ({ settled, half }: Summary) => settled + half / 2
const request: Shown = { kind: 'show', when: 'now', where: 'aside', way: 'request' }

describe('a meeting', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, plan, (number, all) => {
        expect(runPlan(makeWorld(number), all)).toEqual(runPlan(makeWorld(number), all))
      }),
    )
  })
  it('keeps both lines within 0–10, in whole tenths, and leaves nothing waiting at the end', () => {
    fc.assert(
      fc.property(seed, plan, (number, all) => {
        const run = runPlan(makeWorld(number), all)
        for (const { state } of run.legs)
          for (const heat of [state.own, state.other, state.kept, state.left])
            expect(Number.isInteger(heat) && heat >= 0 && heat <= 100).toBe(true)
        expect(lastState(run).waiting).toEqual([])
        expect(run.legs.map(({ at }) => at)).toEqual(run.legs.map(({ at }) => at).toSorted((a, b) => a - b))
      }),
    )
  })
  it('has the same five moments for everybody, in an order and a strength that the seed decides', () => {
    for (const world of worlds) expect(new Set(world.moments.map(({ id }) => id)).size).toBe(momentsInMeeting)
    expect(new Set(worlds.map((world) => world.moments.map(({ id }) => id).join())).size).toBe(24)
  })
  it('is the same up to the moment at which another response is tried', () => {
    fc.assert(
      fc.property(seed, plan, fc.nat(momentsInMeeting - 1), response, (number, all, moment, other) => {
        const world = makeWorld(number)
        const changed = all.map((each, index) => (index === moment ? other : each))
        const until = runPlan(world, all.slice(0, moment)).legs
        expect(runPlan(world, changed).legs.slice(0, until.length)).toEqual(until)
      }),
    )
  })
})

describe('how it arrives', () => {
  it('never gets easier to hear in a hotter voice, with a hotter ear, as one thing more, or as an accusation', () => {
    const said = fc.record({
      about: fc.constantFrom('matter' as const, 'person' as const),
      when: fc.constantFrom(...whens),
      where: fc.constantFrom(...wheres),
      voice: fc.nat(100),
      ear: fc.nat(100),
      before: fc.nat(4),
      asked: fc.boolean(),
    })
    fc.assert(
      fc.property(said, fc.nat(100), ({ when, where, ...rest }, more) => {
        const edge = (change: object, way: Shown['way'] = 'request') => edgeOf({ ...rest, shown: { when, where, way }, ...change }).edge
        const plain = edge({})
        expect(edge({ voice: rest.voice + more })).toBeGreaterThanOrEqual(plain)
        expect(edge({ ear: rest.ear + more })).toBeGreaterThanOrEqual(plain)
        expect(edge({ before: rest.before + 1 })).toBeGreaterThanOrEqual(plain)
        expect(edge({ asked: false })).toBeGreaterThanOrEqual(edge({ asked: true }))
        expect(edge({}, 'accuse')).toBeGreaterThan(edge({ asked: true }))
        expect(hearingOf(edge({}, 'accuse'))).toBe('attack')
      }),
    )
  })
  it('with a higher edge never cools the other person more, and never leaves less in them', () => {
    for (const where of wheres)
      for (let edge = 0; edge < 16; edge++) {
        expect(effectOf(edge + 1, where).other).toBeGreaterThanOrEqual(effectOf(edge, where).other)
        expect(effectOf(edge + 1, where).left).toBeGreaterThanOrEqual(effectOf(edge, where).left)
      }
  })
  it('depends on the place: what suits a matter does not suit what is between two people', () => {
    const cool = { voice: 20, ear: 20, before: 0, asked: false }
    const hearing = (about: 'matter' | 'person', where: Shown['where']) => {
      const shown = { when: 'break' as const, where, way: 'request' as const }
      return settles(about, shown, hearingOf(edgeOf({ ...cool, about, shown }).edge))
    }
    expect([hearing('matter', 'all'), hearing('matter', 'aside'), hearing('matter', 'written')]).toEqual(['settled', 'half', 'settled'])
    expect([hearing('person', 'all'), hearing('person', 'aside'), hearing('person', 'written')]).toEqual(['open', 'settled', 'half'])
  })
})

describe('what is locked away or thrown out', () => {
  const state = fc.record({ own: fc.nat(60), other: fc.nat(60), kept: fc.nat(100), left: fc.nat(100), more: fc.nat(60) })
  const stateOf = (world: World, { own, other, kept, left }: Pick<State, 'own' | 'other' | 'kept' | 'left'>): State => ({
    ...startState(world),
    own,
    other,
    kept: Math.min(100, kept),
    left: Math.min(100, left),
  })
  it('makes every later moment and the night hotter, never cooler, the more of it there is', () => {
    fc.assert(
      fc.property(seed, state, (number, { more, ...from }) => {
        const world = makeWorld(number)
        const [plain, kept, left] = [from, { ...from, kept: from.kept + more }, { ...from, left: from.left + more }].map((each) =>
          stateOf(world, each),
        )
        for (const step of [(each: State) => happen(world, each, 1).state, (each: State) => sleep(world, each).state]) {
          expect(step(kept!).own).toBeGreaterThanOrEqual(step(plain!).own)
          expect(step(left!).other).toBeGreaterThanOrEqual(step(plain!).other)
        }
      }),
    )
  })
  it('grows by keeping it in, and by throwing it out in the other', () => {
    const world = makeWorld(1)
    const start = happen(world, startState(world), 0).state
    expect(respond(world, start, 0, { kind: 'keep' }).state.kept).toBeGreaterThan(start.kept)
    const out = respond(world, start, 0, thrown).state
    expect(out.own).toBeLessThan(start.own)
    expect(out.other).toBeGreaterThan(start.other)
    expect(out.left).toBeGreaterThan(start.left)
  })
})

describe('the responses', () => {
  const world = makeWorld(1)
  it('include one pause and one question that help, and no third that does', () => {
    const cooling = (kind: 'pause' | 'ask', times: number) => {
      let now: State = { ...startState(world), own: 80, other: 80 }
      let before = now
      for (let time = 0; time < times; time++) {
        before = now
        now = respond(world, now, 0, { kind }).state
      }
      return before.other - now.other
    }
    for (const kind of ['pause', 'ask'] as const) {
      expect(cooling(kind, 1)).toBeGreaterThan(5)
      expect(cooling(kind, 2)).toBeLessThan(cooling(kind, 1))
      expect(cooling(kind, 4)).toBeLessThan(0)
    }
  })
  it('let a question open the ear for what is said next', () => {
    const warm: State = { ...startState(world), own: 45, other: 60 }
    const all: Shown = { ...request, where: 'all' }
    const asked = respond(world, warm, 0, { kind: 'ask' }).state
    const [plain, after] = [warm, { ...warm, justAsked: asked.justAsked }].map((each) => respond(world, each, 0, all).state.points[0])
    expect([plain, after]).toEqual(['open', 'half'])
  })
  it('say in a break what waited for it, in the order in which it happened, and each later thing is harder to hear', () => {
    const later: Shown = { ...request, when: 'break' }
    const hearings = runPlan(world, always(later)).legs.flatMap(({ kind, reasons }) =>
      reasons.flatMap((reason) => (reason.type === 'said' ? [[kind, reason.moment, reason.hearing]] : [])),
    )
    expect(hearings).toEqual([
      ['break', 0, 'heard'],
      ['break', 1, 'strained'],
      ['break', 2, 'missed'],
      ['after', 3, 'heard'],
      ['after', 4, 'strained'],
    ])
  })
})

describe('the presets', () => {
  const of = (preset: (typeof presets)[number]) => (world: World) => planOfPreset(world, preset)
  it('show what is kept in: it works in you, and goes on in the night', () => {
    for (const world of worlds) {
      const run = runPlan(world, planOfPreset(world, 'in'))
      const [after, night] = run.legs.slice(-2).map(({ state }) => state)
      expect(night!.own).toBeGreaterThan(after!.own)
      expect(night!.own).toBeGreaterThan(world.own + 40)
      expect(night!.other).toBeLessThan(world.other)
      expect(summarise(run)).toMatchObject({ settled: 0, half: 0 })
    }
  })
  it('show what is thrown out: it works in the other person', () => {
    for (const world of worlds) {
      const { own, other, settled, half } = summarise(runPlan(world, planOfPreset(world, 'out')))
      expect(own).toBeLessThan(40)
      expect(other).toBeGreaterThan(world.other + 40)
      expect(settled + half).toBe(0)
    }
  })
  it('show that what is chosen settles more, with both lines low', () => {
    for (const world of worlds) {
      const summary = summarise(runPlan(world, planOfPreset(world, 'chosen')))
      expect(summary.settled).toBeGreaterThanOrEqual(3)
      expect(Math.max(summary.own, summary.other)).toBeLessThan(40)
    }
  })
  it('show that choosing settles four of five, on average', () => {
    expect(mean(({ settled }) => settled, of('chosen'))).toBeGreaterThan(4)
  })
  it('show that no one response, five times over, does what choosing does', () => {
    const chosen = mean(worth, of('chosen'))
    for (const each of responses) expect(mean(worth, () => always(each))).toBeLessThan(chosen - 1)
  })
  it('show that each of the three dials matters: turned away, it settles less or leaves both hotter', () => {
    const heat = ({ own, other }: Summary) => own + other
    const turned = (change: Partial<Shown>) => (world: World) =>
      planOfPreset(world, 'chosen').map((each): Plan[number] => (each.kind === 'show' ? { ...each, ...change } : each))
    for (const change of [
      { when: 'now' },
      { when: 'break' },
      { when: 'tomorrow' },
      { where: 'all' },
      { where: 'aside' },
      { where: 'written' },
      { way: 'accuse' },
      { way: 'fact' },
    ] as const) {
      expect(mean(worth, turned(change))).toBeLessThan(mean(worth, of('chosen')))
      expect(mean(heat, turned(change))).toBeGreaterThanOrEqual(mean(heat, of('chosen')))
    }
  })
})
