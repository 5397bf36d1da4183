import { describe, expect, it } from 'vitest'
import { courseWith, moduleFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { untaughtFact } from './untaught-fact.ts'

const promised = { [moduleFile]: replace('facts: [A1.1]', 'facts: [A1.1, A1.2]') }

it('finds a fact that the module lists and nothing teaches', () => {
  expect(untaughtFact(courseWith(promised))).toEqual([{ file: moduleFile, path: ['facts', 1], sentence: expect.stringContaining('A1.2') }])
})

it('is content with an item that teaches it', () => {
  expect(untaughtFact(courseWith({ ...promised, [questionsFile]: replace('facts: [A1.1]', 'facts: [A1.2]') }))).toEqual([])
})

describe('a fact that a source states', () => {
  const onlyOneModule = { 'course.yaml': (text: string) => text.replace(/\n {2}- \{ slug: second.*/, '') }
  const more = {
    'facts.yaml': (text: string) => `${text}A1.2: { mark: stated, text: It is small. }\nA1.3: { mark: added, text: It is green. }\n`,
  }

  it('is missed where no module teaches it', () => {
    expect(untaughtFact(courseWith({ ...onlyOneModule, ...more }))).toEqual([
      { file: 'facts.yaml', path: ['A1.2'], sentence: expect.stringContaining('It is small.') },
    ])
  })
  it('is not asked for while modules are still to be written', () => {
    expect(untaughtFact(courseWith(more))).toEqual([])
  })
})
