import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '#lib/statement/schema.ts'
import { idAt, smallOutline, smallRuns, someDay, statement } from '#lib/testing/small-course.ts'
import { deriveProgress } from './derive-progress.ts'

const read = (lesson: string) => statement({ verb: 'experienced', object: `networking/lessons/${lesson}` })
const began = (attempt: string, from?: { attempt: string; step: number }) =>
  statement({ verb: 'started', object: 'networking/scenario', attempt, ...(from ? { result: { from } } : {}) })
const chose = (attempt: string, scene: string, choice: string) =>
  statement({ verb: 'chose', object: `networking/scenario/${scene}`, attempt, result: { choice } })
const quiz = (verb: 'started' | 'finished', attempt: string, scaled?: number, module = 'networking') =>
  statement({
    verb,
    object: `${module}/quiz`,
    attempt,
    ...(scaled === undefined ? {} : { result: { score: { raw: scaled * 8, max: 8, scaled }, success: scaled >= 0.75 } }),
  })
const [one, two, three] = [idAt(5001), idAt(5002), idAt(5003)] as [string, string, string]

const derive = (...statements: Statement[]) => deriveProgress(statements, smallOutline, smallRuns)
const networking = (...statements: Statement[]) => derive(...statements).modules['networking']!

describe('what a learner did', () => {
  it('is nothing at first, and the first lesson comes next', () => {
    expect(derive()).toEqual({
      modules: {
        networking: {
          lessonsDone: [],
          scenario: { runs: 0, endings: [], open: null },
          quiz: { attempts: 0, best: null, reachedAt: null, open: null },
          taskDone: false,
          awarded: false,
          satisfiedAt: null,
          lastAt: null,
          next: { kind: 'lesson', lesson: 'hello' },
        },
        listening: expect.objectContaining({ next: { kind: 'lesson', lesson: 'hear' } }),
      },
      goOn: null,
    })
  })

  it('counts a lesson once, in course order, and none that the course does not have', () => {
    expect(networking(read('goodbye'), read('hello'), read('hello'), read('never')).lessonsDone).toEqual(['hello', 'goodbye'])
  })

  it('takes the last word on the seven-day task', () => {
    const tick = (completion: boolean) => statement({ verb: 'completed', object: 'networking/plan', result: { completion } })
    expect(networking(tick(false), tick(true)).taskDone).toBe(true)
    expect(networking(tick(true), tick(false)).taskDone).toBe(false)
    const [first, second] = [tick(true), tick(false)]
    expect(networking(second, first).taskDone).toBe(false)
  })

  it('goes on with the next module once the certificate of the last one is made', () => {
    const satisfied = statement({ verb: 'satisfied', object: 'networking' })
    const awarded = statement({ verb: 'awarded', object: 'networking' })
    expect(derive(satisfied).goOn).toEqual({ module: 'networking', step: { kind: 'certificate' } })
    expect(derive(satisfied, awarded).goOn).toEqual({ module: 'listening', step: { kind: 'lesson', lesson: 'hear' } })
    const both = [satisfied, awarded, statement({ verb: 'satisfied', object: 'listening' })]
    expect(derive(...both).goOn).toEqual({ module: 'listening', step: { kind: 'certificate' } })
    expect(derive(...both, statement({ verb: 'awarded', object: 'listening' })).goOn?.module).toBe('listening')
  })

  it('counts a lesson that was read under the id it once had', () => {
    expect(networking(read('welcome')).lessonsDone).toEqual(['hello'])
  })

  it('knows the endings a learner reached, each once, and the newest run if it is still open', () => {
    const sad = (attempt: string) => [began(attempt), chose(attempt, 'sc3-n01', 'b')]
    const last = [began(three), chose(three, 'sc3-n01', 'a')]
    expect(networking(...sad(one), ...sad(two), ...last).scenario).toEqual({ runs: 3, endings: ['sc3-sad'], open: three })
  })

  it('keeps the first steps of the run that another one turned off from', () => {
    const first = [began(one), chose(one, 'sc3-n01', 'a'), chose(one, 'sc3-n02', 'b'), began(two, { attempt: one, step: 1 })]
    expect(networking(...first).scenario).toEqual({ runs: 2, endings: ['sc3-sad'], open: two })
    expect(networking(...first, chose(two, 'sc3-n02', 'a')).scenario.endings).toEqual(['sc3-glad', 'sc3-sad'])
  })

  it('is not led round in circles by runs that begin at each other', () => {
    const turn = (attempt: string, from: string) => began(attempt, { attempt: from, step: 1 })
    expect(networking(turn(one, two), turn(two, one), turn(three, three)).scenario).toEqual({ runs: 3, endings: [], open: three })
  })

  it('does not believe that a run is over when its choices say otherwise', () => {
    const over = statement({ verb: 'finished', object: 'networking/scenario', attempt: one, result: { draw: { ending: 'sc3-glad' } } })
    expect(networking(began(one), chose(one, 'sc3-n01', 'a'), over).scenario).toEqual({ runs: 1, endings: [], open: one })
  })

  it('takes the word of a finished run where the scenario is not at hand', () => {
    const over = statement({ verb: 'finished', object: 'networking/scenario', attempt: one, result: { draw: { ending: 'sc3-glad' } } })
    const told = (...statements: Statement[]) => deriveProgress(statements, smallOutline).modules['networking']!.scenario
    expect(told(began(one), chose(one, 'sc3-n01', 'a'))).toEqual({ runs: 1, endings: [], open: one })
    expect(told(began(one), chose(one, 'sc3-n01', 'a'), over)).toEqual({ runs: 1, endings: ['sc3-glad'], open: null })
  })

  it('reads no more runs than anybody plays, and no endless line of turns', () => {
    const turns = Array.from({ length: 5000 }, (_, i) => began(idAt(20_000 + i), { attempt: idAt(19_999 + i), step: 1 }))
    expect(networking(began(idAt(19_999)), ...turns).scenario.runs).toBe(100)
  })

  it('keeps the best score, the first time the mark was reached and the attempt that is open', () => {
    const reached = quiz('finished', two, 7 / 8)
    const { quiz: check } = networking(
      quiz('started', one),
      quiz('finished', one, 0.5),
      quiz('started', two),
      reached,
      quiz('finished', three, 0.75),
      quiz('started', idAt(5004)),
    )
    expect(check).toEqual({ attempts: 4, best: 7 / 8, reachedAt: reached.at, open: idAt(5004) })
  })

  it('does not mix modules up whose names begin alike', () => {
    const outline = [{ slug: 'net', lessons: ['a'], scenario: false, quiz: false, task: 'net/plan' }]
    expect(deriveProgress([read('hello')], outline).modules['net']!.lastAt).toBeNull()
  })

  it('is the same in whatever order and however often its statements arrive', () => {
    const all = [
      read('hello'),
      began(one),
      chose(one, 'sc3-n01', 'a'),
      chose(one, 'sc3-n02', 'b'),
      began(two, { attempt: one, step: 1 }),
      chose(two, 'sc3-n02', 'a'),
      quiz('started', two),
      quiz('finished', two, 0.75),
      quiz('started', three, undefined, 'listening'),
      statement({ verb: 'satisfied', object: 'networking' }),
    ]
    const expected = derive(...all)
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length })
    fc.assert(
      fc.property(shuffled, fc.subarray(all), (order, again) => {
        expect(derive(...order, ...again)).toEqual(expected)
      }),
    )
  })
})

describe('what comes next', () => {
  const lessons = [read('hello'), read('goodbye')]
  const ended = [began(one), chose(one, 'sc3-n01', 'b')]
  const passed = () => quiz('finished', two, 1)
  const open = [began(three), chose(three, 'sc3-n01', 'a')]
  const activity = (lesson: string) => statement({ verb: 'answered', object: `networking/lessons/${lesson}/cards` })

  it.each([
    ['the first lesson, for a beginner', [], { kind: 'lesson', lesson: 'hello' }],
    ['the lesson that was left in the middle', [activity('goodbye')], { kind: 'lesson', lesson: 'goodbye' }],
    ['the next lesson', [read('hello')], { kind: 'lesson', lesson: 'goodbye' }],
    ['the lesson that was passed over', [read('goodbye')], { kind: 'lesson', lesson: 'hello' }],
    ['the scenario, after the lessons', lessons, { kind: 'scenario' }],
    ['the check, after the scenario', [...lessons, ...ended], { kind: 'quiz' }],
    ['the scenario, for one who took the check first: lessons are optional now', [passed()], { kind: 'scenario' }],
    ['the certificate, when check and scenario are done', [...ended, passed()], { kind: 'certificate' }],
    ['the run that is open, if the learner was there last', [read('hello'), ...open], { kind: 'scenario' }],
    ['the lesson, if the learner went back to it from an open run', [...open, activity('hello')], { kind: 'lesson', lesson: 'hello' }],
    ['the attempt that is open', [quiz('started', one)], { kind: 'quiz' }],
    ['the lessons again, after a check that was not reached', [quiz('finished', one, 0.2)], { kind: 'lesson', lesson: 'hello' }],
    [
      'the certificate still, for one who is satisfied under an older rule',
      [statement({ verb: 'satisfied', object: 'networking' })],
      { kind: 'certificate' },
    ],
  ])('is %s', (_name, statements, next) => {
    // Made again in this order, since ids say what came last.
    const inOrder = statements.map(({ id: _id, at: _at, contentHash: _hash, ...rest }) => statement(rest))
    expect(networking(...inOrder).next).toEqual(next)
  })

  it('is in the module the learner was in last', () => {
    const there = statement({ verb: 'experienced', object: 'listening/lessons/hear', at: someDay + 1_000_000 })
    expect(derive(there, read('hello')).goOn).toEqual({ module: 'listening', step: { kind: 'quiz' } })
  })
})

describe('a review', () => {
  it('moves nothing in its module, and what to go on with stays what it was', () => {
    const lessons = [
      statement({ verb: 'experienced', object: 'networking/lessons/hello' }),
      statement({ verb: 'experienced', object: 'listening/lessons/hear' }),
    ]
    const review = [
      statement({ verb: 'started', object: 'networking/review', attempt: idAt(1) }),
      statement({ verb: 'answered', object: 'networking/review/quiz/M3-Q01', attempt: idAt(1), result: { success: true } }),
      statement({ verb: 'finished', object: 'networking/review', attempt: idAt(1) }),
    ]
    expect(deriveProgress([...lessons, ...review], smallOutline)).toEqual(deriveProgress(lessons, smallOutline))
  })
})
