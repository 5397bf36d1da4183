import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { headingOrder } from './heading-order.ts'

const withText = (text: string) => headingOrder(courseWith({ [lessonFile]: replace('Text.', text) }))

it.each(['Text.', '### Below', '### Below\n\n## Beside', '<Example title="An example">\n\nText.\n\n</Example>'])('passes %j', (text) => {
  expect(withText(text)).toEqual([])
})

it.each([
  ['# Title', 'stands in the front matter'],
  ['#### Deep', '“Deep” is a heading of level 4 right after level 2'],
])('finds %j', (text, sentence) => {
  expect(withText(text)).toEqual([{ file: lessonFile, line: 24, sentence: expect.stringContaining(sentence) }])
})

it('finds an activity before the first heading, since its box has a heading of level 3', () => {
  const course = courseWith({ [lessonFile]: replace('## The heading\n', '') })
  expect(headingOrder(course)).toEqual([{ file: lessonFile, line: 25, sentence: expect.stringContaining('this <Activity>') }])
})
