import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementDraft } from '#lib/statement/schema.ts'
import { draftChose, draftFinished, draftStarted, type Place } from './draft-statements.ts'
import { replayRun } from './run-scenario.ts'
import { endingsSeen, presentRun, type RunStatement, selectRuns } from './select-runs.ts'
import { tinyStory } from './tiny-story.ts'

const story = tinyStory({
  scenes: { door: { knock: 'room', wait: 'yard' }, yard: { call: 'room', sing: 'room' }, room: { ask: 'end', boast: 'cold' } },
  endings: { end: true, cold: false },
})
const object = 'village/scenario'
const hashes = Object.fromEntries([object, ...story.scenes.map(({ id }) => `${object}/${id}`)].map((id) => [id, '0123456789ab']))
const place: Place = { object, hashes }
/** The drafts in order, with ids that sort the same way. */
const told = (...drafts: StatementDraft[]): RunStatement[] => drafts.map((draft, i) => ({ ...draft, id: String(i + 100) }))
const start = (run: string, attempt?: string, step = 0) => draftStarted(place, run, attempt ? { attempt, step } : undefined)
const chose = (run: string, scene: string, choice: string) => draftChose(place, run, scene, choice)
const select = (statements: RunStatement[]) => selectRuns(story, statements, object)
const said = (statements: RunStatement[], id: string) => {
  const run = select(statements).find((one) => one.id === id)!
  return replayRun(story, run.choices).steps.map(({ scene, choice }) => `${scene} ${choice}`)
}

describe('the runs of a learner', () => {
  it('are none without statements', () => expect(select([])).toEqual([]))
  it('open with `started`, grow with `chose`, close with `finished`', () => {
    expect(select(told(start('a'), chose('a', 'door', 'knock'), chose('a', 'room', 'ask'), draftFinished(place, 'a', 'end')))).toEqual([
      {
        id: 'a',
        from: null,
        whole: true,
        kept: 0,
        choices: [
          { scene: 'door', choice: 'knock' },
          { scene: 'room', choice: 'ask' },
        ],
        finished: true,
        ending: 'end',
      },
    ])
  })
  it('do not mix with those of another module or with other activities', () => {
    const other = { ...start('b'), object: 'town/scenario' }
    const near = { ...start('c'), object: 'village/scenario-notes' }
    expect(select(told(start('a'), other, near)).map(({ id }) => id)).toEqual(['a'])
  })
  it('take the first choice by id when two devices decided the same scene', () => {
    const both = told(
      start('a'),
      chose('a', 'door', 'wait'),
      chose('a', 'door', 'knock'),
      chose('a', 'room', 'ask'),
      chose('a', 'yard', 'sing'),
    )
    expect(said(both, 'a')).toEqual(['door wait', 'yard sing', 'room ask'])
    expect(said(both.toReversed(), 'a')).toEqual(['door wait', 'yard sing', 'room ask'])
  })
  it('are the same in whatever order statements come, and however often', () => {
    const all = told(
      start('a'),
      chose('a', 'door', 'wait'),
      chose('a', 'yard', 'call'),
      start('b', 'a', 1),
      chose('b', 'yard', 'sing'),
      chose('b', 'room', 'boast'),
      draftFinished(place, 'b', 'cold'),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 14, maxLength: 14 }), (shuffled) => {
        expect(select(shuffled)).toEqual(select(all))
      }),
    )
  })
})

describe('a run that begins at a turning point', () => {
  const parent = [start('a'), chose('a', 'door', 'wait'), chose('a', 'yard', 'call'), chose('a', 'room', 'boast')]
  it('keeps the choices before it and makes its own after it', () => {
    const statements = told(...parent, start('b', 'a', 2), chose('b', 'room', 'ask'))
    expect(said(statements, 'b')).toEqual(['door wait', 'yard call', 'room ask'])
    expect(select(statements).find(({ id }) => id === 'b')?.kept).toBe(2)
  })
  it('can begin at one that itself began at a turning point', () => {
    const statements = told(...parent, start('b', 'a', 1), chose('b', 'yard', 'sing'), start('c', 'b', 2), chose('c', 'room', 'ask'))
    expect(said(statements, 'c')).toEqual(['door wait', 'yard sing', 'room ask'])
  })
  it('keeps what the story passed, not what was recorded first', () => {
    const [opened, ...rest] = told(...parent, start('b', 'a', 1))
    const early = { ...chose('a', 'yard', 'sing'), id: '050' }
    expect(said([opened!, early, ...rest], 'b')).toEqual(['door wait'])
  })
  it.each([
    ['its parent is not there', [start('b', 'a', 1), chose('b', 'yard', 'sing')]],
    ['its own beginning is not there', [chose('b', 'yard', 'sing')]],
    ['it would be its own parent', [start('b', 'b', 1), chose('b', 'yard', 'sing')]],
    ['it would be its own grandparent', [start('a', 'b', 1), start('b', 'a', 1)]],
    ['the beginning of its parent is not there', [chose('a', 'door', 'knock'), start('b', 'a', 1)]],
  ])('is not whole when %s', (_, drafts) => {
    const runs = select(told(...drafts))
    expect(runs.find(({ id }) => id === 'b')?.whole).toBe(false)
    expect(presentRun(runs)).toBeNull()
  })
})

describe('the present run', () => {
  it('is the newest', () => expect(presentRun(select(told(start('a'), start('b'))))?.id).toBe('b'))
  it('is the newest also when an older one was left unfinished', () => {
    const runs = select(told(start('a'), start('b'), draftFinished(place, 'b', 'end')))
    expect(presentRun(runs)?.id).toBe('b')
  })
  it('passes over one that is not whole', () => expect(presentRun(select(told(start('a'), start('b', 'z', 1))))?.id).toBe('a'))
})

describe('the endings seen', () => {
  it('are those recorded and those that a replay reaches, each once', () => {
    const runs = select(
      told(
        start('a'),
        draftFinished(place, 'a', 'cold'),
        start('b'),
        chose('b', 'door', 'knock'),
        chose('b', 'room', 'ask'),
        start('c'),
        draftFinished(place, 'c', 'cold'),
        start('d'),
        chose('d', 'door', 'knock'),
      ),
    )
    expect([...endingsSeen(story, runs)].sort()).toEqual(['cold', 'end'])
  })
  it('leave out what is no ending (any more)', () => {
    expect([...endingsSeen(story, select(told(start('a'), draftFinished(place, 'a', 'gone'))))]).toEqual([])
  })
})

describe('ids that carry on under another name', () => {
  const old: StatementDraft = { ...chose('a', 'door', 'tap'), object: `${object}/gate` }
  const statements = told(start('a'), old)
  const choices = (moved: Record<string, string>) => selectRuns(story, statements, object, moved)[0]!.choices[0]
  it('can be a scene', () => {
    expect(choices({ [`${object}/gate`]: `${object}/door` })).toEqual({ scene: 'door', choice: 'tap' })
  })
  it('can be a choice', () => {
    expect(choices({ [`${object}/gate/tap`]: `${object}/door/knock` })).toEqual({ scene: 'door', choice: 'knock' })
  })
  it('can be a choice of a scene that moved, one after the other', () => {
    expect(choices({ [`${object}/gate`]: `${object}/door`, [`${object}/door/tap`]: `${object}/door/knock` })).toEqual({
      scene: 'door',
      choice: 'knock',
    })
  })
})

it('a draft names the fingerprint of what it is about, and there is none without', () => {
  expect(chose('a', 'door', 'knock').contentHash).toBe('0123456789ab')
  expect(() => chose('a', 'attic', 'look')).toThrow('village/scenario/attic')
})
