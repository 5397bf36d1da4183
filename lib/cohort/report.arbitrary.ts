/** For tests of the reports: a module of a few words, and what people did in it, as statements. */
import fc from 'fast-check'
import type { LoadedModule } from '#lib/course/loaded.ts'
import { playedRuns } from '#lib/progress/played-runs.ts'
import type { Item } from '#lib/quiz/schema.ts'
import { scoreQuiz } from '#lib/quiz/score-quiz.ts'
import { tinyStory } from '#lib/scenario/tiny-story.ts'
import type { Statement, StoredStatement } from '#lib/statement/schema.ts'
import { idAt, someDay } from '#lib/testing/small-course.ts'
import type { ReportedModule } from './report-course.ts'

export function aBank(count: number): { items: Item[]; objectives: { id: string; text: string; lessons: string[] }[] } {
  const option = (id: string) => ({ id, text: `The ${id} one`, feedback: `Because of ${id}.` })
  return {
    items: Array.from({ length: count }, (_, index) => ({
      kind: 'single',
      id: `M1-Q0${index + 1}`,
      objective: `M1.O${(index % 2) + 1}`,
      difficulty: 'medium',
      level: 'apply',
      facts: ['A1'],
      stem: `=Which of these, ${index + 1}?`,
      options: ['red', 'blue', 'green'].map(option),
      key: 'green',
    })),
    objectives: [
      { id: 'M1.O1', text: 'tell red from green', lessons: ['one'] },
      { id: 'M1.O2', text: 'see blue', lessons: ['two', 'one'] },
    ],
  }
}

export const aStory = tinyStory({
  scenes: { s1: { a: 's2', b: 's3', c: 's3' }, s2: { a: 's3', b: 's4' }, s3: { a: 's4', b: 'e1' }, s4: { a: 'e1', b: 'e2' } },
  endings: { e1: true, e2: false },
})

/** Five items, two objectives, four scenes. Of the course as it is loaded it has what the reports read. */
export function aModule(): ReportedModule {
  const { items, objectives } = aBank(5)
  const scenario = { story: aStory, object: 'first/scenario', former: new Set<string>() }
  const shape = { slug: 'first', lessons: ['one', 'two'], scenario: true, quiz: true, task: 'first/plan' }
  const runsOf: ReportedModule['runsOf'] = (_, statements) => playedRuns(aStory, statements, scenario.object)
  const loaded = { slug: 'first', number: 1, items, module: { objectives } } as unknown as LoadedModule
  return { slug: 'first', loaded, shape, runsOf, scenario }
}

/** `moves`: which of the choices offered, one after the other; `again`: goes on from that choice of the run before */
export type Played = { moves: readonly number[]; again?: number }
export type Tried = { given: readonly { item: number; score: number }[]; over: boolean }
export type Done = { tries: readonly Tried[]; runs: readonly Played[] }

export const doneArb: fc.Arbitrary<Done> = fc.record({
  tries: fc.array(
    fc.record({
      given: fc.uniqueArray(fc.record({ item: fc.nat(4), score: fc.nat(2) }), { selector: ({ item }) => item, minLength: 1, maxLength: 5 }),
      over: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  runs: fc.array(
    fc.record(
      { moves: fc.array(fc.nat(5), { maxLength: 5 }), again: fc.option(fc.nat(2), { nil: undefined }) },
      { requiredKeys: ['moves'] },
    ),
    { maxLength: 3 },
  ) as fc.Arbitrary<Played[]>,
})

/** @param from number of the first statement; no two people of a test may share one */
export function statementsOf(actor: string, { tries, runs }: Done, from: number): StoredStatement[] {
  const { items } = aBank(5)
  const made: StoredStatement[] = []
  const add = (given: Partial<Statement> & Pick<Statement, 'verb' | 'object'>) => {
    const n = from + made.length
    made.push({ id: idAt(n), contentHash: '0123456789ab', at: someDay + n, actor, receivedAt: someDay + n, seq: made.length + 1, ...given })
  }
  const next = () => idAt(from + made.length)
  for (const { given, over } of tries) {
    const attempt = next()
    const draw = { seed: 'x', items: given.map(({ item }) => ({ id: items[item]!.id, scored: true, order: [] })) }
    add({ verb: 'started', object: 'first/quiz', attempt, result: { draw } })
    for (const { item, score } of given) {
      const response = ['red', 'blue', 'green'][score]!
      const result = { response, score: { raw: score, max: 2, scaled: score / 2 } }
      add({ verb: 'responded', object: `first/quiz/${items[item]!.id}`, attempt, result })
    }
    if (!over) continue
    const counted = given.map(({ item, score }) => ({ objective: items[item]!.objective, scaled: score / 2 }))
    const { score, reached, objectives } = scoreQuiz(counted, 0.75)
    add({ verb: 'finished', object: 'first/quiz', attempt, result: { score, success: reached, objectives } })
  }
  let before: { attempt: string; scenes: string[] } | null = null
  for (const { moves, again } of runs) {
    const attempt = next()
    const kept: string[] = again === undefined || !before ? [] : before.scenes.slice(0, again)
    const turned = kept.length > 0 && before ? { result: { from: { attempt: before.attempt, step: kept.length } } } : {}
    const scenes: string[] = turned.result ? [...before!.scenes.slice(0, kept.length + 1)] : ['s1']
    add({ verb: 'started', object: 'first/scenario', attempt, ...turned })
    for (const move of moves) {
      const scene = aStory.scenes.find(({ id }) => id === scenes.at(-1))
      if (!scene) break
      const choice = scene.choices[move % scene.choices.length]!
      add({ verb: 'chose', object: `first/scenario/${scene.id}`, attempt, result: { choice: choice.id } })
      scenes.push(choice.to)
    }
    const last = scenes.at(-1)!
    if (last.startsWith('e')) add({ verb: 'finished', object: 'first/scenario', attempt, result: { draw: last } })
    before = { attempt, scenes }
  }
  return made
}
