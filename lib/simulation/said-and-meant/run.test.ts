import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speakers } from './facts.ts'
import { type Move, moves, type Plan, turnsInTalk } from './moves.ts'
import { type Preset, planOfPreset, presets } from './presets.ts'
import { lastState, runPlan, summarise } from './run.ts'
import { mostOpen, startState, stepTurn } from './step.ts'
import { makeWorld, moods, topicOf, type World } from './world.ts'

const move = fc.constantFrom(...moves)
const plan = fc.array(move, { maxLength: turnsInTalk })
const seed = fc.integer({ min: 1, max: 9999 })

const worlds = Array.from({ length: 200 }, (_, index) => makeWorld(index + 1))
const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const clearOf = (world: World, turns: Plan) => summarise(world, lastState(runPlan(world, turns))).clear
const ofPreset = (world: World, preset: Preset) => clearOf(world, planOfPreset(world, preset))
const clearFacts = (world: World, turns: Plan) =>
  Object.entries(lastState(runPlan(world, turns)).known).flatMap(([id, known]) => (known.clear ? [id] : []))

describe('a speaker', () => {
  it.each(speakers.map((speaker) => [speaker.id, speaker] as const))(
    '%s has thirteen facts in five layers, each with its own name',
    (_id, speaker) => {
      const facts = [...speaker.topics.flatMap((topic) => topic.facts), speaker.closing]
      expect(new Set(facts.map(({ id }) => id)).size).toBe(13)
      expect(
        facts
          .map(({ layer }) => layer)
          .toSorted()
          .join(' '),
      ).toBe('check open open open open question question question question sign sign trust trust')
      expect(speaker.topics.map((topic) => topic.facts.filter((fact) => fact.unclear).length)).toEqual([1, 1, 1])
    },
  )
  it('changes with the seed, and so do the order of topics, the mood and the offers', () => {
    expect(new Set(worlds.slice(0, 3).map((world) => world.speaker.id)).size).toBe(speakers.length)
    expect(new Set(worlds.map((world) => world.topics.map(({ id }) => id).join())).size).toBe(18)
    expect(new Set(worlds.map((world) => world.mood)).size).toBe(moods.length)
    expect(new Set(worlds.map((world) => world.offers[0]!.join())).size).toBe(6)
  })
})

describe('a talk', () => {
  it('is the same for the same seed and plan', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        expect(runPlan(makeWorld(number), turns)).toEqual(runPlan(makeWorld(number), turns))
      }),
    )
  })
  it('stays within bounds: openness, turns, and facts that this speaker has', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        const world = makeWorld(number)
        const run = runPlan(world, turns)
        for (const { state } of run.turns) {
          expect(Number.isInteger(state.openness) && state.openness >= 0 && state.openness <= mostOpen).toBe(true)
          const ids = Object.keys(state.known)
          expect(ids.every((id) => world.facts.some((fact) => fact.id === id))).toBe(true)
          const { all, clear, otherwise, unheard, checked, heard } = summarise(world, state)
          expect(clear + otherwise + unheard).toBe(all)
          expect(checked).toBeLessThanOrEqual(clear)
          expect(heard).toBe(ids.length)
        }
        expect(run.turns.length).toBeLessThanOrEqual(turnsInTalk)
      }),
    )
  })
  it('forgets nothing, and nothing comes from a topic that was not reached', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        const world = makeWorld(number)
        let before = 0
        for (const { state } of runPlan(world, turns).turns) {
          const ids = Object.keys(state.known)
          expect(ids.length).toBeGreaterThanOrEqual(before)
          before = ids.length
          for (const id of ids) expect(topicOf(world, id) ?? 0).toBeLessThanOrEqual(state.topic)
        }
      }),
    )
  })
  it('does not change the state it starts from', () => {
    const world = makeWorld(3)
    const start = startState(world)
    const copy = structuredClone(start)
    for (const each of moves) stepTurn(world, start, each)
    expect(start).toEqual(copy)
  })
  it('ends when the last topic is left, also before the tenth turn', () => {
    expect(runPlan(makeWorld(1), ['next', 'next', 'next', 'open']).plan).toEqual(['next', 'next', 'next'])
  })
})

describe('openness', () => {
  it('never makes anything less understood: in the same talk, whoever is more open is understood at least as well', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        const [tired, ordinary, acquainted] = moods.map((mood) => clearFacts({ ...makeWorld(number), mood }, turns))
        expect(ordinary).toEqual(expect.arrayContaining(tired!))
        expect(acquainted).toEqual(expect.arrayContaining(ordinary!))
      }),
      { numRuns: 400 },
    )
  })
  it('is closed by advice before a paraphrase: put in anywhere, it never makes more understood', () => {
    fc.assert(
      fc.property(seed, fc.array(move, { maxLength: turnsInTalk - 1 }), fc.nat(turnsInTalk), (number, turns, place) => {
        const world = makeWorld(number)
        const at = Math.min(place, turns.length)
        const topicStart = turns.slice(0, at).lastIndexOf('next') + 1
        fc.pre(!turns.slice(topicStart, at).includes('paraphrase'))
        const advised: Move[] = [...turns.slice(0, at), 'advise', ...turns.slice(at)]
        expect(clearOf(world, advised)).toBeLessThanOrEqual(clearOf(world, turns))
      }),
      { numRuns: 400 },
    )
  })
  it('is hardly closed by advice after a paraphrase, and clearly before it', () => {
    for (const world of worlds.slice(0, 20)) {
      const openness = (turns: Plan) => lastState(runPlan(world, turns)).openness
      expect(openness(['paraphrase', 'advise'])).toBe(openness(['paraphrase']))
      expect(openness(['advise'])).toBe(openness([]) - 2)
    }
  })
})

describe('what a speaker means', () => {
  it('is never cleared up for what was said unclearly, unless it is given back or asked about', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        const world = makeWorld(number)
        const without = turns.filter((each) => each !== 'paraphrase' && each !== 'missed')
        const unclear = world.facts.filter((fact) => fact.unclear).map(({ id }) => id)
        expect(clearFacts(world, without).filter((id) => unclear.includes(id))).toEqual([])
      }),
    )
  })
  it('is lost when one’s own number is put in, and comes back with a paraphrase', () => {
    for (const world of worlds.slice(0, 20)) {
      const number = world.topics[0]!.facts.find((fact) => fact.unclear)!.id
      const entry = (turns: Plan) => lastState(runPlan(world, turns)).known[number]
      expect(entry(['paraphrase', 'own-number'])).toMatchObject({ clear: false, own: true, checked: false })
      expect(entry(['own-number', 'paraphrase'])).toMatchObject({ clear: true, own: false, checked: true })
    }
  })
  it('needs a sign noticed and trust: without attention no fact behind a sign or behind trust comes up by asking', () => {
    fc.assert(
      fc.property(seed, plan, (number, turns) => {
        const world = makeWorld(number)
        const without = turns.filter((each) => each !== 'attend' && each !== 'missed')
        const deep = world.facts.filter((fact) => fact.layer === 'sign' || fact.layer === 'trust')
        const { known } = lastState(runPlan(world, without))
        expect(deep.filter(({ id }) => known[id])).toEqual([])
      }),
    )
  })
})

describe('the ways to listen', () => {
  it('show in every world that the full set hears the most, by far', () => {
    for (const world of worlds) {
      const full = ofPreset(world, 'full')
      for (const preset of presets.filter((each) => each !== 'full')) expect(full).toBeGreaterThanOrEqual(ofPreset(world, preset) + 6)
    }
  })
  it('show in every world that a paraphrase alone is better than nothing, and not enough', () => {
    for (const world of worlds) {
      const nothing = clearOf(world, ['next', 'next', 'next'])
      expect(ofPreset(world, 'mirror')).toBeGreaterThan(nothing)
      expect(ofPreset(world, 'mirror')).toBeLessThanOrEqual(summarise(world, lastState(runPlan(world, []))).all / 2)
    }
  })
  it('show that the form hears more words than a paraphrase alone, and understands less', () => {
    for (const world of worlds) {
      const [form, mirror] = (['form', 'mirror'] as const).map((preset) =>
        summarise(world, lastState(runPlan(world, planOfPreset(world, preset)))),
      )
      expect(form!.heard).toBeGreaterThan(mirror!.heard)
      expect(form!.clear).toBeLessThan(mirror!.clear)
    }
  })
  it('show that no single move, repeated, comes near the full set, however the turns are divided', () => {
    const divided = (each: Move, turns: number): Plan => {
      const some = Array.from({ length: turns }, () => each)
      return [...some, 'next', ...some, 'next', ...Array.from({ length: turnsInTalk }, () => each)].slice(0, turnsInTalk) as Plan
    }
    for (const world of worlds) {
      const full = ofPreset(world, 'full')
      for (const each of moves) for (let turns = 0; turns <= 4; turns++) expect(clearOf(world, divided(each, turns))).toBeLessThan(full - 3)
    }
  })
  it('leave more than half unheard, on average, when the turns are filled at random', () => {
    const random = fc.sample(fc.tuple(seed, fc.array(move, { minLength: turnsInTalk, maxLength: turnsInTalk })), { numRuns: 400, seed: 7 })
    expect(average(random.map(([number, turns]) => clearOf(makeWorld(number), turns)))).toBeLessThan(6.5)
  })
  it('end with the talk, never after it', () => {
    for (const world of worlds) {
      for (const preset of presets) {
        const turns = planOfPreset(world, preset)
        expect(runPlan(world, turns).plan).toEqual(turns)
        expect(lastState(runPlan(world, turns)).ended).toBe(true)
      }
    }
  })
})
