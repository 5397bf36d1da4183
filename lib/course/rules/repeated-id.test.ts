import { expect, it } from 'vitest'
import { courseFiles, courseWith, lessonFile, moduleFile, replace } from '#lib/testing/course-fixture.ts'
import { repeatedId } from './repeated-id.ts'

it('passes ids that each name one thing', () => {
  expect(repeatedId(courseWith())).toEqual([])
})

it.each([
  ['modules', 'course.yaml', 'slug: second', 'slug: first', ['modules', 1, 'slug']],
  ['numbers of modules', 'course.yaml', 'number: 2', 'number: 1', ['modules', 1, 'number']],
  [
    'objectives',
    moduleFile,
    'competencies:',
    '  - { id: M1.O1, text: rest, level: apply, lessons: [one] }\ncompetencies:',
    ['objectives', 1, 'id'],
  ],
  ['lessons', moduleFile, '\nlessons: [one]', '\nlessons: [one, one]', ['lessons', 1]],
  ['activities of the module', moduleFile, 'id: reflection', 'id: guesses', ['reflection', 'id']],
  ['options of a question', moduleFile, '{ id: two', '{ id: one', ['guesses', 'questions', 0, 'options', 1]],
  ['options of an activity', lessonFile, 'id: that', 'id: this', ['activities', 0, 'options', 1]],
])('finds two %s with one id', (_, file, from, to, path) => {
  expect(repeatedId(courseWith({ [file]: replace(from, to) }))[0]).toEqual({ file, path, sentence: expect.stringContaining('used twice') })
})

it('finds two activities and two lessons with one id', () => {
  const lesson = courseFiles().get(lessonFile)!
  const course = courseWith({
    [moduleFile]: replace('\nlessons: [one]', '\nlessons: [one, two]'),
    'modules/first/lessons/two.mdx': lesson.replace(
      'activities:\n',
      'activities:\n  - { kind: recall, id: which, title: What?, points: [{ id: a, text: A, keywords: [a] }], answer: A. }\n',
    ),
  })
  expect(repeatedId(course).map(({ file, path }) => [file, path])).toEqual([
    ['modules/first/lessons/two.mdx', ['id']],
    ['modules/first/lessons/two.mdx', ['activities', 1, 'id']],
  ])
})
