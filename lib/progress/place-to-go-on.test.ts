import { describe, expect, it } from 'vitest'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import type { Progress, Step } from './derive-progress.ts'
import { placeToGoOn } from './place-to-go-on.ts'

const module = (slug: string, number: number) => ({
  slug,
  number,
  title: slug,
  short: slug,
  href: `/modules/${slug}`,
  minutes: 10,
  lessons: ['one', 'two'].map((lesson) => ({ slug: lesson, title: lesson, href: `/modules/${slug}/lessons/${lesson}` })),
  scenario: { href: `/modules/${slug}/scenario` },
  quiz: { href: `/modules/${slug}/quiz` },
  task: `${slug}/task`,
})
const outline: CourseOutline = { modules: [module('first', 1), module('second', 2)] }
const at = (slug: string, step: Step, satisfied = false) =>
  ({
    modules: Object.fromEntries(['first', 'second'].map((one) => [one, { satisfiedAt: satisfied ? 1 : null, awarded: satisfied }])),
    goOn: { module: slug, step },
  }) as unknown as Progress

describe('the place to go on at', () => {
  it('is the first module for one who has done nothing, or of whom nothing is known', () => {
    const start = { href: '/modules/first', module: 'first', step: null }
    expect(placeToGoOn(outline, null, '/')).toEqual(start)
    expect(placeToGoOn(outline, { modules: {}, goOn: null }, '/')).toEqual(start)
  })

  it.each<[Step, string]>([
    [{ kind: 'lesson', lesson: 'two' }, '/modules/second/lessons/two'],
    [{ kind: 'scenario' }, '/modules/second/scenario'],
    [{ kind: 'quiz' }, '/modules/second/quiz'],
    [{ kind: 'certificate' }, '/modules/second#certificate'],
  ])('is the very page of the step: %o', (step, href) => {
    expect(placeToGoOn(outline, at('second', step), '/')?.href).toBe(href)
  })

  it('counts lessons as the pages do', () => {
    expect(placeToGoOn(outline, at('second', { kind: 'lesson', lesson: 'two' }), '/')?.step).toEqual({ kind: 'lesson', number: 2 })
  })

  it('is the certificate of the course when everything is done', () => {
    expect(placeToGoOn(outline, at('second', { kind: 'certificate' }, true), '/')).toMatchObject({
      href: '/#certificate',
      step: { kind: 'course' },
    })
  })

  it('is nowhere in a course without modules', () => {
    expect(placeToGoOn({ modules: [] }, null, '/')).toBeNull()
  })
})
