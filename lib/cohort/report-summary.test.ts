import { describe, expect, it } from 'vitest'
import { deriveMap } from '#lib/scenario/derive-map.ts'
import { aModule, aStory, type Done, statementsOf } from './report.arbitrary.ts'
import { drawFlow, inTwo } from './report-drawing.ts'
import { foldModule } from './report-store.ts'
import { chooseModule, questionsFor } from './report-summary.ts'

const module = aModule()
const reportOf = (done: readonly Done[]) =>
  foldModule(
    module,
    done.map((one, at) => ({ learner: `l${at}`, statements: statementsOf(`l${at}`, one, 1000 * (at + 1)) })),
  )
const ask = (done: readonly Done[]) => {
  const { check, scenario } = reportOf(done)
  return questionsFor(check, scenario, aStory)
}
/** misses the first item by taking red, has the second; goes to s2, and there as told; stops there without a second move */
const person = (...moves: number[]): Done => ({
  tries: [
    {
      given: [
        { item: 0, score: 0 },
        { item: 1, score: 2 },
      ],
      over: true,
    },
  ],
  runs: [{ moves }],
})

describe('the questions for the meeting', () => {
  it('are about the scene that divided the group, what it has not got, the hardest item, and where it stopped', () => {
    const questions = ask([person(0, 0, 1), person(0, 0, 1), person(0, 0, 1), person(0, 1, 0), person(0, 1, 0), person(0), person(0)])
    expect(questions).toMatchObject([
      {
        kind: 'scene',
        scene: 's2',
        of: 5,
        choices: [
          { id: 'a', n: 3 },
          { id: 'b', n: 2 },
        ],
      },
      { kind: 'objective', objective: { id: 'M1.O1', now: 0, n: 7 } },
      { kind: 'item', id: 'M1-Q01', n: 7, right: 0, instead: { text: 'The red one', n: 7 } },
      { kind: 'stopped', scene: 's2', n: 2, of: 7 },
    ])
  })

  it('are none where fewer than five people did anything, and none about what all have got', () => {
    expect(ask(Array.from({ length: 4 }, (_, at) => person(0, at % 2, 0)))).toEqual([])
    const fine: Done = { tries: [{ given: [{ item: 0, score: 2 }], over: true }], runs: [{ moves: [0, 0, 1] }] }
    expect(ask(Array.from({ length: 9 }, () => fine))).toEqual([])
  })

  it('are about the module one asked for, where it is assigned; else about the one most people are in', () => {
    const states = { done: 0, begun: 0, 'not-reached': 0, 'not-started': 0, 'not-open': 0, 'not-assigned': 0 }
    const column = (slug: string) => ({ slug }) as never
    const totals = (...begun: number[]) => ({ columns: begun.map((n) => ({ states: { ...states, begun: n } })) }) as never
    const grid = { columns: [column('one'), column('two')], totals: totals(2, 5) }
    expect(chooseModule(grid, 'one')).toBe('one')
    expect(chooseModule(grid, 'three')).toBe('two')
    expect(chooseModule(grid, ['one'])).toBe('two')
    expect(chooseModule({ columns: [], totals: totals() }, undefined)).toBeNull()
  })
})

describe('the map', () => {
  it('marks runs that stopped, in the same measure as the lines', () => {
    const { scenario } = reportOf([...Array.from({ length: 5 }, () => person(0)), ...Array.from({ length: 5 }, () => person(0, 0, 1))])
    const drawing = drawFlow(deriveMap(aStory), new Map(), scenario!.first)
    const line = drawing.lines.find(({ from, to }) => from === 's2' && to === 's3')!
    expect(drawing.places.find(({ id }) => id === 's2')).toMatchObject({ came: 10, stopped: 5, stub: line.width, cut: false })
    expect(drawing.places.find(({ id }) => id === 's4')).toMatchObject({ came: 0, stopped: 0, stub: 0 })
  })

  it.each([
    ['At the door', ['At the door']],
    ['Forty minutes and a plate of eggs', ['Forty minutes and a', 'plate of eggs']],
    ['One two three four five six seven eight nine ten', ['One two three four', 'five six seven eight…']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffahrt…']],
    ['', ['']],
  ])('has “%s” on at most two lines', (title, lines) => expect(inTwo(title)).toEqual(lines))
})
