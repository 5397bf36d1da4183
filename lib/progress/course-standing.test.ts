import { describe, expect, it } from 'vitest'
import { statement } from '#lib/testing/small-course.ts'
import { courseStanding } from './course-standing.ts'

const shapes = [
  { slug: 'networking', task: 'networking/plan' },
  { slug: 'listening', task: 'listening/plan' },
]
const satisfied = (module: string) => statement({ verb: 'satisfied', object: module })
const ticked = (module: string, completion = true) => statement({ verb: 'completed', object: `${module}/plan`, result: { completion } })

describe('the standing of a learner in the course', () => {
  it('is met when every module is satisfied and every task done, in whatever order it was said', () => {
    const all = [ticked('listening'), satisfied('networking'), ticked('networking'), satisfied('listening')]
    expect(courseStanding(all, shapes).met).toBe(true)
    expect(courseStanding(all.reverse(), shapes).met).toBe(true)
  })
  it.each([
    ['a module is not satisfied', [ticked('listening'), satisfied('networking'), ticked('networking')]],
    ['a task is not done', [satisfied('listening'), satisfied('networking'), ticked('networking')]],
    ['only a part of a task is done', [satisfied('listening'), ticked('listening', false), satisfied('networking'), ticked('networking')]],
    [
      'a task was unticked again',
      [satisfied('listening'), ticked('listening'), satisfied('networking'), ticked('networking'), ticked('listening', false)],
    ],
  ])('is not met where %s', (_, statements) => {
    expect(courseStanding(statements, shapes).met).toBe(false)
  })
  it('says what is missing', () => {
    expect(courseStanding([satisfied('networking'), ticked('listening')], shapes).modules).toEqual([
      { slug: 'networking', satisfied: true, taskDone: false },
      { slug: 'listening', satisfied: false, taskDone: true },
    ])
  })
  it('is never met in a course without modules', () => {
    expect(courseStanding([], []).met).toBe(false)
  })
})
