import { describe, expect, it } from 'vitest'
import { analyseScenario } from './analyse-scenario.ts'
import { type TinyStory, tinyStory, where } from './tiny-story.ts'

const sound: TinyStory = {
  scenes: {
    door: { knock: { to: 'room', effects: { trust: 1 } }, wait: 'yard' },
    room: { ask: 'judge', boast: { to: 'judge', effects: { trust: -1 } } },
    yard: { call: 'judge', shout: { to: 'judge', effects: { trust: -1 } } },
  },
  routes: {
    judge: [
      [where('trust >= 2'), 'warm'],
      [[], 'cold'],
    ],
  },
  endings: { warm: true, cold: false },
}

describe('a sound story', () => {
  const analysis = analyseScenario(tinyStory(sound))
  it('has no problems', () => expect(analysis.problems).toEqual([]))
  it('counts the runs to each ending', () => {
    expect(analysis.runs).toBe(4)
    expect(analysis.endings).toEqual({ warm: 3, cold: 1 })
  })
  it('knows a shortest run to each place', () => {
    expect(analysis.shortest['room']).toEqual(['door knock'])
    expect(analysis.shortest['cold']).toEqual(['door wait', 'yard shout'])
  })
  it('knows the values that a meter takes', () => expect(analysis.meters['trust']).toEqual({ min: 1, max: 3 }))
  it('cuts nothing off', () => expect(analysis.clamped).toEqual([]))
})

describe('a story that is broken on purpose', () => {
  const broken: [name: string, story: Partial<TinyStory>, path: string, sentence: RegExp, example?: string[]][] = [
    [
      'a scene that nobody reaches',
      { scenes: { ...sound.scenes, attic: { look: 'judge', leave: 'judge' } } },
      'scenes.attic',
      /No run ever comes here/,
    ],
    ['an ending that nobody reaches', { endings: { warm: true, cold: false, lucky: true } }, 'endings.lucky', /No run ever comes here/],
    ['a route that nobody reaches', { routes: { ...sound.routes, other: [[[], 'cold']] } }, 'routes.other', /No run ever comes here/],
    [
      'a run that comes back',
      { scenes: { ...sound.scenes, yard: { call: 'judge', shout: 'judge', back: 'door' } } },
      'scenes.door',
      /can come back here/,
      ['door wait', 'yard back'],
    ],
    [
      'routes that lead to each other',
      {
        routes: {
          judge: [
            [where('trust >= 2'), 'warm'],
            [where('trust >= 1'), 'again'],
            [[], 'cold'],
          ],
          again: [[[], 'judge']],
        },
      },
      'routes.judge',
      /can come back here/,
      ['door wait', 'yard shout'],
    ],
    [
      'a scene where a run gets stuck',
      {
        scenes: {
          ...sound.scenes,
          yard: { call: { to: 'judge', when: where('trust > 2') }, shout: { to: 'judge', when: where('trust > 3') } },
        },
      },
      'scenes.yard',
      /get stuck here/,
      ['door wait'],
    ],
    [
      'a choice that nobody can take',
      {
        scenes: {
          ...sound.scenes,
          yard: { call: 'judge', shout: { to: 'judge', effects: { trust: -1 } }, fly: { to: 'judge', when: where('trust == 4') } },
        },
      },
      'scenes.yard.choices.fly',
      /Nobody can ever take this choice/,
    ],
    [
      'a rule that never fires',
      {
        routes: {
          judge: [
            [where('trust >= 2'), 'warm'],
            [where('trust > 2'), 'cold'],
            [[], 'cold'],
          ],
        },
      },
      'routes.judge.rules.2',
      /never fires/,
    ],
    [
      'a last rule that an earlier one always forestalls',
      {
        routes: {
          judge: [
            [where('trust >= 2'), 'warm'],
            [where('trust < 2'), 'cold'],
            [[], 'cold'],
          ],
        },
      },
      'routes.judge.rules.3',
      /never fires/,
    ],
    [
      'a scene after which no good ending is left',
      {
        scenes: {
          door: { knock: { to: 'room', effects: { trust: 1 } }, kick: { to: 'room', effects: { trust: -2 } } },
          room: { ask: { to: 'judge', effects: { trust: 1 } }, boast: 'judge' },
        },
      },
      'scenes.room.good',
      /no good ending is possible any more/,
      ['door kick'],
    ],
    ['a mark `good: false` without need', { lost: ['door'] }, 'scenes.door.good', /a good ending is always possible/],
  ]
  it.each(broken)('%s is found', (_, change, path, sentence, example) => {
    const { problems } = analyseScenario(tinyStory({ ...sound, ...change }))
    const found = problems.find((problem) => problem.path === path)
    expect(found?.sentence).toMatch(sentence)
    expect(found?.example).toEqual(example)
  })

  it('allows two ways to the same place, which is no loop', () => {
    const scenes = { ...sound.scenes, yard: { call: 'room', shout: { to: 'judge', effects: { trust: -1 } } } }
    expect(analyseScenario(tinyStory({ ...sound, scenes })).problems).toEqual([])
  })
  it('does not take a way back for a loop when no run can go it', () => {
    const scenes = { ...sound.scenes, yard: { ...sound.scenes['yard'], back: { to: 'door', when: where('trust > 2') } } }
    expect(analyseScenario(tinyStory({ ...sound, scenes })).problems.map(({ path }) => path)).toEqual(['scenes.yard.choices.back'])
  })
  it('lists where an effect is cut off, with the shortest run that shows it', () => {
    const scenes = {
      ...sound.scenes,
      room: { ask: { to: 'judge', effects: { trust: 2 } }, boast: { to: 'judge', effects: { trust: -1 } } },
    }
    const { problems, meters, clamped } = analyseScenario(tinyStory({ ...sound, scenes }))
    expect(problems).toEqual([])
    expect(meters['trust']).toEqual({ min: 1, max: 4 })
    expect(clamped).toEqual([{ path: 'scenes.room.choices.ask', meter: 'trust', example: ['door knock', 'room ask'] }])
  })
})

describe('what can be seen without playing', () => {
  const story = tinyStory(sound)
  const scene = (id: string) => story.scenes.findIndex((one) => one.id === id)
  const cases: [name: string, change: (story: ReturnType<typeof tinyStory>) => void, path: string, sentence: RegExp][] = [
    [
      'a choice that leads nowhere',
      (s) => (s.scenes[scene('room')]!.choices[0]!.to = 'gone'),
      'scenes.room.choices.ask.to',
      /gone, which does not exist/,
    ],
    ['a rule that leads nowhere', (s) => (s.routes[0]!.rules[1]!.to = 'gone'), 'routes.judge.rules.2.to', /does not exist/],
    ['a start that does not exist', (s) => (s.start = 'gone'), 'start', /does not exist/],
    ['an id given twice', (s) => s.endings.push({ ...s.endings[0]!, id: 'room' }), 'room', /given twice/],
    [
      'a choice id given twice',
      (s) => (s.scenes[scene('room')]!.choices[1]!.id = 'ask'),
      'scenes.room.choices.ask',
      /two choices called ask/,
    ],
    [
      'a meter that does not exist',
      (s) => (s.scenes[0]!.choices[0]!.effects = { luck: 1 }),
      'scenes.door.choices.knock.effects',
      /luck, which does not exist/,
    ],
    [
      'a condition on an unknown meter',
      (s) => (s.routes[0]!.rules[0]!.when = where('luck > 1')),
      'routes.judge.rules.1.when',
      /luck, which does not exist/,
    ],
    [
      'a move without a reason',
      (s) => (s.scenes[0]!.choices[0]!.reasons = {}),
      'scenes.door.choices.knock.reasons.trust',
      /without a reason/,
    ],
    [
      'a reason without a move',
      (s) => (s.scenes[0]!.choices[0]!.effects = {}),
      'scenes.door.choices.knock.reasons.trust',
      /does not move it/,
    ],
    [
      'a move by nothing',
      (s) => (s.scenes[0]!.choices[0]!.effects = { trust: 0 }),
      'scenes.door.choices.knock.effects.trust',
      /by nothing/,
    ],
    ['a start outside the bounds', (s) => (s.meters[0]!.start = 5), 'meters.trust.start', /outside 0 to 4/],
    ['bounds the wrong way round', (s) => (s.meters[0]!.max = 0), 'meters.trust', /maximum above its minimum/],
    ['values without a word', (s) => (s.meters[0]!.words[0]!.from = 1), 'meters.trust.words', /begin at its minimum/],
    ['words that go down', (s) => s.meters[0]!.words.push({ from: 2, word: 'x' }), 'meters.trust.words', /go upwards/],
    ['a word above the maximum', (s) => s.meters[0]!.words.push({ from: 9, word: 'x' }), 'meters.trust.words', /above its maximum/],
    [
      'a skill that does not exist',
      (s) => (s.scenes[0]!.choices[0]!.skill = 'flying'),
      'scenes.door.choices.knock.skill',
      /not in the list/,
    ],
    [
      'a skill that no choice is about',
      (s) => s.skills.push({ id: 'flying', label: 'F', idea: 'F' }),
      'skills.flying',
      /No choice is about/,
    ],
    [
      'a last rule with a condition',
      (s) => (s.routes[0]!.rules[1]!.when = where('trust < 2')),
      'routes.judge.rules.2',
      /must have no condition/,
    ],
  ]
  it.each(cases)('%s is found', (_, change, path, sentence) => {
    const broken = structuredClone(story)
    change(broken)
    const found = analyseScenario(broken).problems.filter((problem) => problem.path === path)
    expect(found.map((problem) => problem.sentence).join(' ')).toMatch(sentence)
  })
})
