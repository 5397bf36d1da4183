import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { compileScenario, type Taken } from './compile-scenario.ts'
import { replayRun } from './run-scenario.ts'
import { type TinyStory, tinyStory, where } from './tiny-story.ts'

const story = tinyStory({
  scenes: {
    door: { knock: { to: 'room', effects: { trust: 1 } }, wait: { to: 'yard', effects: { trust: -3 } } },
    room: { ask: { to: 'judge', effects: { trust: 3 } }, boast: 'judge', secret: { to: 'judge', when: where('trust >= 4') } },
    yard: { call: 'room', secret: { to: 'room', when: where('trust <= 0') } },
  },
  routes: {
    judge: [
      [where('trust >= 3'), 'warm'],
      [[], 'cold'],
    ],
  },
  endings: { warm: true, cold: false },
})
const taken = (text: string): Taken[] =>
  text === '' ? [] : text.split(', ').map((one) => ({ scene: one.split(' ')[0]!, choice: one.split(' ')[1]! }))
const replay = (text: string) => replayRun(story, taken(text))
const played = (text: string) =>
  replay(text)
    .steps.map(({ scene, choice }) => `${scene} ${choice}`)
    .join(', ')

describe('replaying a run', () => {
  it('stands at the start before the first choice', () => {
    expect(replay('')).toEqual({ scene: 'door', ending: null, meters: { trust: 2 }, steps: [], offered: ['knock', 'wait'] })
  })
  it('follows routes to the ending', () => {
    const { scene, ending, meters, offered } = replay('door knock, room ask')
    expect({ scene, ending, meters, offered }).toEqual({ scene: null, ending: 'warm', meters: { trust: 4 }, offered: [] })
  })
  it('tells what moved and why, and only as far as it moved', () => {
    const [knock, ask] = replay('door knock, room ask').steps
    expect(knock).toEqual({
      scene: 'door',
      choice: 'knock',
      before: { trust: 2 },
      after: { trust: 3 },
      moved: [{ meter: 'trust', by: 1, reason: 'knock moves trust.' }],
    })
    expect(ask?.moved).toEqual([{ meter: 'trust', by: 1, reason: 'ask moves trust.' }])
  })
  it('cuts a meter off at its bounds', () => expect(replay('door wait').meters).toEqual({ trust: 0 }))
  it('offers a guarded choice only when its condition holds', () => {
    expect(replay('door wait').offered).toEqual(['call', 'secret'])
    expect(replay('door knock').offered).toEqual(['ask', 'boast'])
    expect(played('door knock, room secret')).toBe('door knock')
  })
  it.each([
    ['a choice for another scene', 'room ask', ''],
    ['a choice that the text no longer has', 'door vanish, door knock', 'door knock'],
    ['a scene that the text no longer has', 'cellar hide, door knock', 'door knock'],
    ['the same choice twice', 'door knock, door knock', 'door knock'],
    ['a second choice for the same scene', 'door knock, door wait', 'door knock'],
    ['what follows from a choice that lost', 'door knock, door wait, yard call', 'door knock'],
    ['anything after the end', 'door knock, room boast, room ask', 'door knock, room boast'],
  ])('ignores %s', (_, given, left) => expect(played(given)).toBe(left))
  it('does not mind in which order statements arrive', () => {
    expect(played('room ask, door knock')).toBe('door knock, room ask')
  })
})

/** Random stories without loops: scene i leads only to later ones. */
const stories = fc
  .array(
    fc.array(fc.record({ jump: fc.nat(3), effect: fc.integer({ min: -3, max: 3 }), above: fc.option(fc.integer({ min: 0, max: 4 })) }), {
      minLength: 2,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((scenes) => {
    const name = (i: number) => (i < scenes.length ? `s${i}` : 'judge')
    const choice = (from: number, { jump, effect, above }: (typeof scenes)[number][number], j: number): [string, object] => [
      'abc'[j]!,
      // the first choice has no condition, so that no run gets stuck
      {
        to: name(from + 1 + jump),
        effects: effect ? { trust: effect } : {},
        ...(j > 0 && above !== null && { when: where(`trust >= ${above}`) }),
      },
    ]
    const shaped = scenes.map((choices, i) => [name(i), Object.fromEntries(choices.map((one, j) => choice(i, one, j)))])
    return tinyStory({
      scenes: Object.fromEntries(shaped) as TinyStory['scenes'],
      routes: {
        judge: [
          [where('trust >= 3'), 'warm'],
          [[], 'cold'],
        ],
      },
      endings: { warm: true, cold: false },
    })
  })
const tapes = fc.array(fc.record({ scene: fc.nat(6).map((i) => `s${i}`), choice: fc.constantFrom('a', 'b', 'c', 'd') }), { maxLength: 30 })

describe('replay and the live machine', () => {
  /** What the live machine makes of a tape, event by event. */
  function live(scenario: ReturnType<typeof tinyStory>, tape: readonly Taken[]) {
    const actor = createActor(compileScenario(scenario)).start()
    const steps: Taken[] = []
    for (const one of tape) {
      const event = { type: 'choose' as const, ...one }
      if (!actor.getSnapshot().can(event)) continue
      actor.send(event)
      steps.push(one)
    }
    const { value, context, status } = actor.getSnapshot()
    return { at: String(value), meters: context.meters, ended: status === 'done', steps }
  }

  it('agree on every run: what the replay took, the machine takes one by one', () => {
    fc.assert(
      fc.property(stories, tapes, (scenario, tape) => {
        const { scene, ending, meters, steps } = replayRun(scenario, tape)
        const asked = steps.map(({ scene, choice }) => ({ scene, choice }))
        expect(live(scenario, asked)).toEqual({ at: scene ?? ending, meters, ended: ending !== null, steps: asked })
      }),
    )
  })
  it('agree on a tape in the order played, whatever else the machine heard in between', () => {
    fc.assert(
      fc.property(stories, tapes, (scenario, tape) => {
        const machine = live(scenario, tape)
        const { steps } = replayRun(scenario, machine.steps)
        expect(steps.map(({ scene, choice }) => ({ scene, choice }))).toEqual(machine.steps)
      }),
    )
  })
  it('agree when a run is saved anywhere in the middle, loaded again, and gone on with', () => {
    fc.assert(
      fc.property(stories, tapes, fc.nat(), (scenario, tape, cut) => {
        const whole = replayRun(scenario, tape)
        const choices = whole.steps.map(({ scene, choice }) => ({ scene, choice }))
        const middle = cut % (choices.length + 1)
        const saved: Taken[] = JSON.parse(JSON.stringify(choices.slice(0, middle)))
        const resumed = replayRun(scenario, saved)
        expect(resumed.scene ?? resumed.ending).toBe(choices[middle]?.scene ?? whole.scene ?? whole.ending)
        expect(replayRun(scenario, [...saved, ...choices.slice(middle)])).toEqual(whole)
      }),
    )
  })
  it('give the same run for the same choices in any order, when no scene was decided twice', () => {
    fc.assert(
      fc.property(stories, tapes, fc.infiniteStream(fc.nat()), (scenario, tape, chance) => {
        const once = tape.filter((one, i) => tape.findIndex(({ scene }) => scene === one.scene) === i)
        const shuffled = once.map((one) => ({ one, by: chance.next().value as number })).sort((a, b) => a.by - b.by)
        const other = replayRun(
          scenario,
          shuffled.map(({ one }) => one),
        )
        expect(other).toEqual(replayRun(scenario, once))
      }),
    )
  })
  it('keep every meter within its bounds', () => {
    fc.assert(
      fc.property(stories, tapes, (scenario, tape) => {
        for (const { after } of replayRun(scenario, tape).steps) {
          expect(after['trust']).toBeGreaterThanOrEqual(0)
          expect(after['trust']).toBeLessThanOrEqual(4)
        }
      }),
    )
  })
})
