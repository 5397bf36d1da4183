import { describe, expect, it } from 'vitest'
import { idAt, smallRules, someDay, statement } from '#lib/testing/small-course.ts'
import { checkStatement } from './check-statement.ts'
import type { Statement } from './schema.ts'

const check = (value: unknown) => {
  const checked = checkStatement(value, smallRules.known, someDay)
  return checked.ok ? 'ok' : checked.code
}
const attempt = idAt(9000)
const lesson = 'networking/lessons/hello'
const scene = 'networking/scenario/sc3-n01'

describe('checkStatement', () => {
  it.each<[string, Partial<Statement> & Pick<Statement, 'verb' | 'object'>]>([
    ['a lesson that was read', { verb: 'experienced', object: lesson }],
    ['a lesson under an id it once had', { verb: 'experienced', object: 'networking/lessons/welcome' }],
    [
      'an activity that was answered',
      { verb: 'answered', object: `${lesson}/cards`, result: { response: { any: ['shape'] }, success: true } },
    ],
    ['an activity that was rated', { verb: 'rated', object: `${lesson}/cards`, result: { response: 4 } }],
    ['an activity that was completed', { verb: 'completed', object: `${lesson}/cards`, result: { completion: true } }],
    ['an activity of the module', { verb: 'completed', object: 'networking/plan' }],
    ['a reflection without its words', { verb: 'reflected', object: 'networking/plan', result: { completion: true } }],
    ['a choice in a scene', { verb: 'chose', object: scene, attempt, result: { choice: 'a' } }],
    ['a run that begins', { verb: 'started', object: 'networking/scenario', attempt }],
    ['a run that is over', { verb: 'finished', object: 'networking/scenario', attempt }],
    ['a review that begins', { verb: 'started', object: 'networking/review', attempt, result: { response: { kind: 'due', steps: [] } } }],
    ['an item that came back', { verb: 'answered', object: 'networking/review/quiz/M3-Q01', attempt, result: { success: true } }],
    ['a review that is over', { verb: 'finished', object: 'networking/review', attempt }],
  ])('takes %s', (_name, given) => {
    expect(check(statement(given))).toBe('ok')
  })

  it.each<[string, Partial<Statement> & Pick<Statement, 'verb' | 'object'>]>([
    ['a quiz that starts', { verb: 'started', object: 'networking/quiz', attempt }],
    ['a response to an item', { verb: 'responded', object: 'networking/quiz/M3-Q01', attempt }],
    ['a quiz that is over', { verb: 'finished', object: 'networking/quiz', attempt }],
    ['an answer about an item', { verb: 'answered', object: 'networking/quiz/M3-Q01' }],
    ['a marked response in a review', { verb: 'responded', object: 'networking/review/quiz/M3-Q01', attempt }],
    ['a satisfied module', { verb: 'satisfied', object: 'networking' }],
    ['an award', { verb: 'awarded', object: 'networking' }],
    ['the words of a reflection', { verb: 'reflected', object: 'networking/plan', result: { response: 'private' } }],
    ['a module that was read', { verb: 'experienced', object: 'networking' }],
    ['a scenario that was chosen', { verb: 'chose', object: 'networking/scenario', attempt, result: { choice: 'a' } }],
    ['a verb on a choice', { verb: 'chose', object: `${scene}/a`, attempt, result: { choice: 'a' } }],
  ])('does not take %s from a browser', (_name, given) => {
    expect(check(statement(given))).toBe('verb_not_allowed')
  })

  it.each([
    'nowhere',
    'networking/lessons/never',
    'networking/scenario/sc3-n99',
    'networking/quiz/M3-Q99',
    `${lesson}/cards/more`,
    '/',
    '__proto__',
  ])('does not know %j', (object) => {
    expect(check(statement({ verb: 'experienced', object }))).toBe('unknown_object')
  })

  it('does not know a choice that the scene never offered', () => {
    expect(check(statement({ verb: 'chose', object: scene, attempt, result: { choice: 'z' } }))).toBe('unknown_object')
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 7],
    ['a list', []],
    ['an id of another version', { ...statement({ verb: 'experienced', object: lesson }), id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }],
    ['an unknown verb', { ...statement({ verb: 'experienced', object: lesson }), verb: 'launched' }],
    ['a field too many', { ...statement({ verb: 'experienced', object: lesson }), actor: 'somebody' }],
    ['a score out of bounds', statement({ verb: 'answered', object: `${lesson}/cards`, result: { score: { raw: 2, max: 1, scaled: 2 } } })],
    ['a time before all times', { ...statement({ verb: 'experienced', object: lesson }), at: -1 }],
    ['a choice outside a run', statement({ verb: 'chose', object: scene, result: { choice: 'a' } })],
    ['a scene without a choice', statement({ verb: 'chose', object: scene, attempt })],
    ['a run without a name', statement({ verb: 'started', object: 'networking/scenario' })],
    [
      'what is nested without end',
      { ...statement({ verb: 'answered', object: `${lesson}/cards` }), result: { response: nested(100_000) } },
    ],
    [
      'what has parts without end',
      { ...statement({ verb: 'answered', object: `${lesson}/cards` }), result: { response: Array(600).fill([]) } },
    ],
  ])('cannot read %s', (_name, value) => {
    expect(check(value)).toBe('malformed')
  })

  it('takes a response of many parts, as a long round of cards has', () => {
    const cards = Array.from({ length: 400 }, (_, n) => `card-${n}`)
    expect(check(statement({ verb: 'answered', object: `${lesson}/cards`, result: { response: { cards } } }))).toBe('ok')
  })

  it('believes a clock that is a day ahead, and no more', () => {
    const day = 24 * 60 * 60 * 1000
    expect(check(statement({ verb: 'experienced', object: lesson, at: someDay + day }))).toBe('ok')
    expect(check(statement({ verb: 'experienced', object: lesson, at: someDay + day + 1 }))).toBe('clock_wrong')
    expect(check(statement({ verb: 'experienced', object: lesson, at: 0 }))).toBe('ok')
  })
})

function nested(levels: number): unknown {
  let value: unknown = []
  for (let i = 0; i < levels; i++) value = [value]
  return value
}
