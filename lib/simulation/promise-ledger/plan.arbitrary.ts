/** Generated plans for the tests: in the format of an address, sensible or not. */
import fc from 'fast-check'
import { type Answer, daysOfWork, type Plan, type Week } from './plan.ts'
import { daysInWeek, weeksInRun } from './world.ts'

const request = fc.integer({ min: 0, max: 9 })
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ request, reply: fc.constantFrom('whole' as const, 'part' as const, 'later' as const), clear: fc.boolean() }),
  fc.record({ request, reply: fc.constant('no' as const), clear: fc.constant(true) }),
)
const once = <T extends { request: number }>(each: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(each, { maxLength, selector: (value) => value.request })

export const anyWeek: fc.Arbitrary<Week> = fc
  .record({
    answers: once(answer, 10),
    words: once(fc.record({ request, until: fc.integer({ min: 0, max: weeksInRun }) }), 4),
    work: once(fc.record({ request, days: fc.integer({ min: 1, max: daysInWeek }) }), 4),
  })
  .filter((week) => daysOfWork(week) <= daysInWeek)

export const anyPlan: fc.Arbitrary<Plan> = fc.array(anyWeek, { maxLength: weeksInRun })
export const fullPlan: fc.Arbitrary<Plan> = fc.array(anyWeek, { minLength: weeksInRun, maxLength: weeksInRun })
