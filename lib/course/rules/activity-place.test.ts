import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { activityPlace } from './activity-place.ts'

const placed = '<Activity id="which" />'

it('passes an activity that is declared and placed once', () => {
  expect(activityPlace(courseWith())).toEqual([])
})

it('finds one that is declared and not placed', () => {
  expect(activityPlace(courseWith({ [lessonFile]: replace(placed, '') }))).toEqual([
    { file: lessonFile, path: ['activities', 0], sentence: expect.stringContaining(placed) },
  ])
})

it.each([
  ['placed and not declared', '<Activity id="what" />', 'no activity “what”'],
  ['placed without an id', '<Activity />', 'no activity “”'],
  ['placed twice', placed, 'on this page already'],
])('finds one that is %s', (_, more, sentence) => {
  expect(activityPlace(courseWith({ [lessonFile]: replace(placed, `${placed}\n\n${more}`) }))).toEqual([
    { file: lessonFile, line: 28, sentence: expect.stringContaining(sentence) },
  ])
})
