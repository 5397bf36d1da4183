import { expect, it } from 'vitest'
import { courseWith, lessonFile, moduleFile, questionsFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { moduleCodes } from './module-codes.ts'

it('passes codes that say where things belong', () => {
  expect(moduleCodes(courseWith())).toEqual([])
})

it.each([
  ['module', moduleFile, '\nid: M1', '\nid: M2', ['id']],
  ['objective', moduleFile, 'id: M1.O1', 'id: M2.O1', ['objectives', 0, 'id']],
  ['lesson', lessonFile, 'id: M1.L1', 'id: M2.L1', ['id']],
  ['item', questionsFile, 'M1-Q01', 'M2-Q01', [0, 'id']],
  ['scenario', scenarioFile, 'id: SC1', 'id: SC2', ['id']],
])('finds a code of another module on the %s', (_, file, from, to, path) => {
  expect(moduleCodes(courseWith({ [file]: replace(from, to) }))).toEqual([{ file, path, sentence: expect.stringMatching(/module 1/i) }])
})
