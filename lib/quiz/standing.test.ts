import { describe, expect, it } from 'vitest'
import type { Statement, Verb } from '#lib/statement/schema.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { standing } from './standing.ts'

const outline = {
  lessons: ['meeting', 'planning'],
  objectives: [
    { id: 'M3.O1', lessons: ['meeting'] },
    { id: 'M3.O2', lessons: ['planning'] },
  ],
}
const idAt = (time: number) => uuid7(time, new Uint8Array(10))
const made = (at: number, verb: Verb, object: string, more: Partial<Statement> = {}): Statement => ({
  id: idAt(at),
  verb,
  object: `networking/${object}`,
  contentHash: '0123456789ab',
  at,
  ...more,
})
const started = (at: number) => made(at, 'started', 'quiz', { attempt: idAt(at) })
const finished = (at: number, attempt: number, success: boolean) =>
  made(at, 'finished', 'quiz', {
    attempt: idAt(attempt),
    result: {
      success,
      score: { raw: 1, max: 2, scaled: 0.5 },
      objectives: [
        { id: 'M3.O1', scaled: 1, reached: true },
        { id: 'M3.O2', scaled: 0, reached: success },
      ],
    },
  })
const of = (...statements: Statement[]) => standing(statements, 'networking', outline)

describe('where a learner stands with a check', () => {
  it('is new without an attempt', () => {
    expect(of(made(1, 'experienced', 'lessons/meeting'))).toEqual({ state: 'new' })
  })
  it('is open in the middle of an attempt, with the responses given in it', () => {
    const response = made(3, 'responded', 'quiz/M3-Q01', { attempt: idAt(2) })
    expect(of(started(2), response)).toEqual({ state: 'open', attempt: idAt(2), responses: 1 })
  })
  it('is not yet after an attempt below the mark, with the lessons to go back to', () => {
    expect(of(started(1), finished(2, 1, false))).toMatchObject({ state: 'not-yet', reviewed: false, result: { lessons: ['planning'] } })
  })
  it.each([
    ['reading it', made(3, 'experienced', 'lessons/planning'), true],
    ['an activity in it', made(3, 'answered', 'lessons/planning/recall'), true],
    ['reading another lesson', made(3, 'experienced', 'lessons/meeting'), false],
    ['a lesson of which the name only begins alike', made(3, 'experienced', 'lessons/planning-ahead'), false],
  ])('after %s is reviewed or not', (_, statement, reviewed) => {
    expect(of(started(1), finished(2, 1, false), statement)).toMatchObject({ state: 'not-yet', reviewed })
  })
  it('does not count what was read before the end', () => {
    expect(of(made(1, 'experienced', 'lessons/planning'), started(2), finished(3, 2, false))).toMatchObject({ reviewed: false })
  })
  it('stays reached once reached, also after a later attempt', () => {
    expect(of(started(1), finished(2, 1, true), started(3), finished(4, 3, false)).state).toBe('reached')
  })
})
