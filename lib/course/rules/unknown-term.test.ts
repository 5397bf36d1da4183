import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { unknownTerm } from './unknown-term.ts'

it('passes terms of the glossary', () => {
  expect(unknownTerm(courseWith())).toEqual([])
})

it('finds a term used in a lesson and not explained, on its line', () => {
  const course = courseWith({ [lessonFile]: replace('id="cluster"', 'id="clutter"') })
  expect(unknownTerm(course)).toEqual([{ file: lessonFile, line: 18, sentence: expect.stringContaining('“clutter”') }])
})

it('finds a term without an id, one in a scenario, and one that another term sends to', () => {
  const course = courseWith({
    [lessonFile]: replace('<Term id="cluster">', '<Term>'),
    [scenarioFile]: replace('people: []', 'people: []\nterms: [cluster, sitrep]'),
    'glossary.yaml': replace('organisations. }', 'organisations., see: [sector] }'),
  })
  expect(unknownTerm(course).map(({ file, sentence }) => [file, sentence])).toEqual([
    [lessonFile, expect.stringContaining('needs the id')],
    [scenarioFile, expect.stringContaining('“sitrep”')],
    ['glossary.yaml', expect.stringContaining('“sector”')],
  ])
})

it('finds a term that sends the reader to itself', () => {
  const course = courseWith({ 'glossary.yaml': replace('organisations. }', 'organisations., see: [cluster] }') })
  expect(unknownTerm(course)).toEqual([{ file: 'glossary.yaml', path: ['cluster', 'see', 0], sentence: expect.stringContaining('itself') }])
})
