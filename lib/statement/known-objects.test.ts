import { describe, expect, it } from 'vitest'
import { objectId } from '#lib/course/schema.ts'
import { smallRules } from '#lib/testing/small-course.ts'

describe('knownObjects', () => {
  it.each([
    [objectId.module('networking'), 'module'],
    [objectId.lesson('networking', 'hello'), 'lesson'],
    [objectId.activity('networking', 'hello', 'cards'), 'activity'],
    [objectId.moduleActivity('networking', 'plan'), 'activity'],
    [objectId.scenario('networking'), 'scenario'],
    [objectId.scene('networking', 'sc3-n01'), 'scene'],
    [`${objectId.scene('networking', 'sc3-n01')}/a`, 'choice'],
    [objectId.quiz('networking'), 'quiz'],
    [objectId.item('networking', 'M3-Q01'), 'item'],
    ['networking/lessons/welcome', 'lesson'],
    ['networking/review', 'review'],
    ['networking/review/quiz/M3-Q01', 'reviewed'],
    ['networking/review/lessons/hello/cards', 'reviewed'],
    ['networking/review/plan', 'reviewed'],
    ['networking/review/scenario', 'reviewed'],
    ['networking/review/lessons/hello', null],
    ['networking/review/quiz', null],
    ['networking/review/quiz/M3-Q99', null],
    ['networking/review/review', null],
    ['nowhere/review', null],
    [objectId.scenario('listening'), null],
    [objectId.lesson('networking', 'gone'), null],
    ['', null],
  ])('knows what %j is', (object, kind) => {
    expect(smallRules.known.kindOf(object)).toBe(kind)
    expect(smallRules.known.has(object)).toBe(kind !== null)
  })
})
