import { expect, it } from 'vitest'
import { courseWith, moduleFile, replace } from '#lib/testing/course-fixture.ts'
import { unknownLesson } from './unknown-lesson.ts'

it('passes objectives that point to lessons of the module', () => {
  expect(unknownLesson(courseWith())).toEqual([])
})

it('finds an objective that points to a lesson that is not there', () => {
  const course = courseWith({ [moduleFile]: replace('lessons: [one] }', 'lessons: [one, three] }') })
  expect(unknownLesson(course)).toEqual([
    { file: moduleFile, path: ['objectives', 0, 'lessons', 1], sentence: expect.stringContaining('no lesson “three”') },
  ])
})
