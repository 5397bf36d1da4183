import { expect, it } from 'vitest'
import { courseWith, lessonFile, moduleFile, questionsFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { unknownFact } from './unknown-fact.ts'

it('passes facts that the module lists', () => {
  expect(unknownFact(courseWith())).toEqual([])
})

it.each([
  [lessonFile, ['facts', 0]],
  [scenarioFile, ['scenes', 0, 'choices', 0, 'facts', 0]],
  [questionsFile, [0, 'facts', 0]],
])('finds a fact that no module lists in %s', (file, path) => {
  const course = courseWith({ [file]: replace('facts: [A1.1]', 'facts: [A1.9]') })
  expect(unknownFact(course)).toEqual([{ file, path, sentence: expect.stringContaining('“A1.9”') }])
})

it('finds a fact of a module that facts.yaml does not have', () => {
  const course = courseWith({ [moduleFile]: replace('facts: [A1.1]', 'facts: [A1.1, A7.7]') })
  expect(unknownFact(course)).toEqual([{ file: moduleFile, path: ['facts', 1], sentence: expect.stringContaining('“A7.7”') }])
})
