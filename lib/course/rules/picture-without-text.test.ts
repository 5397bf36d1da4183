import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { pictureWithoutText } from './picture-without-text.ts'

const withText = (text: string) => pictureWithoutText(courseWith({ [lessonFile]: replace('Text.', text) }))

it.each([
  '![A ford in the rain](/ford.png)',
  '<img src="/ford.png" alt="A ford" />',
  '<Diagram name="four-types" title="Four types" description="Four small networks." />',
])('passes %s', (text) => {
  expect(withText(text)).toEqual([])
})

it.each([
  ['![](/ford.png)', 'no text alternative'],
  ['![ ](/ford.png)', 'no text alternative'],
  ['<img src="/ford.png" />', 'no text alternative'],
  ['<img src="/ford.png" alt="" />', 'no text alternative'],
  ['<Diagram name="four-types" title="Four types" />', 'no description'],
  ['<Diagram name="four-types" description="Four." />', 'no title'],
  ['<Diagram name="five-types" title="Five" description="Five." />', 'no drawing “five-types”'],
])('finds that %s does not speak', (text, sentence) => {
  expect(withText(text)).toEqual([{ file: lessonFile, line: 24, sentence: expect.stringContaining(sentence) }])
})
