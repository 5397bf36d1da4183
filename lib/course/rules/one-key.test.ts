import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { oneKey } from './one-key.ts'

it('passes a choice with one right option', () => {
  expect(oneKey(courseWith())).toEqual([])
})

it.each([
  ['no option', 'right: true', 'right: false', 'No option is right'],
  ['two options', 'right: false', 'right: true', '“this” and “that” are both right'],
])('finds a choice in which %s is right', (_, from, to, sentence) => {
  const course = courseWith({ [lessonFile]: replace(from, to) })
  expect(oneKey(course)).toEqual([{ file: lessonFile, path: ['activities', 0, 'options'], sentence: expect.stringContaining(sentence) }])
})
