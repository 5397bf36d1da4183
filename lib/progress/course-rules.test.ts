import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { takenFrom } from '#lib/scenario/check-walkthroughs.ts'
import { idAt, statement } from '#lib/testing/small-course.ts'
import { courseRules, progressOutline } from './course-rules.ts'

const course = await loadCourse()
const rules = courseRules(course)

describe('the rules of the real course', () => {
  it('know every object that the course gives a fingerprint', () => {
    for (const module of course.modules.values()) {
      for (const object of Object.keys(module.fingerprints)) expect([object, rules.known.has(object)]).toEqual([object, true])
    }
  })

  it('know every choice, and no ending or route as a scene', () => {
    for (const { slug, scenario } of course.modules.values()) {
      for (const { id, choices } of scenario?.scenes ?? []) {
        for (const choice of choices) expect(rules.known.kindOf(`${slug}/scenario/${id}/${choice.id}`)).toBe('choice')
      }
      for (const { id } of [...(scenario?.endings ?? []), ...(scenario?.routes ?? [])])
        expect(rules.known.has(`${slug}/scenario/${id}`)).toBe(false)
    }
  })

  it('play the golden walkthroughs to their endings', () => {
    const attempt = idAt(1)
    for (const { slug, walkthroughs } of course.modules.values()) {
      for (const { choices, ending } of walkthroughs) {
        const chosen = choices
          .map(takenFrom)
          .map(({ scene, choice }) => statement({ verb: 'chose', object: objectId.scene(slug, scene), attempt, result: { choice } }))
        const began = statement({ verb: 'started', object: objectId.scenario(slug), attempt })
        expect(rules.runsOf(slug, [began, ...chosen])).toEqual([{ attempt, ending }])
      }
    }
  })

  it('follow a piece through all its moves', () => {
    const entry = (id: string, to: string) => ({ kind: 'moved' as const, id, to, date: '2026-11-21', note: 'Renamed.' })
    const first = 'networking/lessons/first'
    const moved = {
      ...course,
      migrations: [entry(first, 'networking/lessons/second'), entry('networking/lessons/second', 'networking/lessons/keep-and-ask')],
    }
    expect(courseRules(moved).currentId(first)).toBe('networking/lessons/keep-and-ask')
    expect(courseRules(moved).known.kindOf(first)).toBe('lesson')
    expect(progressOutline(moved).find(({ slug }) => slug === 'networking')?.moved).toMatchObject({
      [first]: 'networking/lessons/keep-and-ask',
    })
  })

  it('know the course as something that only the site says something about', () => {
    expect(rules.known.kindOf(course.course.id)).toBe('course')
    expect(rules.known.kindOf(`${course.course.id}/quiz`)).toBeNull()
  })

  it('say nothing about a module that is not there', () => {
    expect(rules.shapeOf('gone')).toEqual({ slug: 'gone', lessons: [], scenario: false, quiz: false, task: 'gone/' })
    expect(rules.runsOf('gone', [])).toEqual([])
  })
})
