import { expect, it } from 'vitest'
import { isUnwritten } from '#lib/course/problem.ts'
import { courseWith, lessonFile, moduleFile, questionsFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { stillToWrite } from './still-to-write.ts'

it('passes a course that is written', () => {
  expect(stillToWrite(courseWith())).toEqual([])
})

it('finds the mark wherever a text can stand, and an id that only keeps a place', () => {
  const course = courseWith({
    'course.yaml': replace('promise: It is small.', 'promise: ✎ A promise'),
    'glossary.yaml': replace('A group of', '✎ A group of'),
    [moduleFile]: replace('purpose: To test.', 'purpose: ✎'),
    [lessonFile]: (text) => replace('feedback: It is this.', 'feedback: ✎ why')(replace('Text.', 'Text. ✎ more')(text)),
    [scenarioFile]: replace('text: A door.', 'text: ✎ A door.'),
    [questionsFile]: (text) => replace('id: red,', 'id: to-name-1,')(replace('key: red', 'key: to-name-1')(text)),
  })
  const found = stillToWrite(course)
  expect(found.map(({ file, path, line }) => [file, path?.join('.') ?? line])).toEqual([
    ['course.yaml', 'promise'],
    ['glossary.yaml', 'cluster.definition'],
    [moduleFile, 'purpose'],
    [questionsFile, '0.options.0.id'],
    [scenarioFile, 'scenes.0.text'],
    [lessonFile, 'activities.0.options.0.feedback'],
    [lessonFile, 24],
  ])
  expect(found.every(isUnwritten)).toBe(true)
})
