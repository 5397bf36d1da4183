import { expect, it } from 'vitest'
import { courseWith, moduleFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { untaughtFact } from './untaught-fact.ts'

const promised = { [moduleFile]: replace('facts: [A1.1]', 'facts: [A1.1, A1.2]') }

it('finds a fact that the module lists and nothing teaches', () => {
  expect(untaughtFact(courseWith(promised))).toEqual([{ file: moduleFile, path: ['facts', 1], sentence: expect.stringContaining('A1.2') }])
})

it('is content with an item that teaches it', () => {
  expect(untaughtFact(courseWith({ ...promised, [questionsFile]: replace('facts: [A1.1]', 'facts: [A1.2]') }))).toEqual([])
})
