import { expect, it } from 'vitest'
import { courseWith, moduleFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { objectiveWithoutItem } from './objective-without-item.ts'

const second = { [moduleFile]: replace('competencies:', '  - { id: M1.O2, text: rest, level: remember, lessons: [one] }\ncompetencies:') }
const reflection = `- { id: M1-Q09, kind: reflect, objective: M1.O2, difficulty: easy, level: remember, facts: [A1.1], stem: Think., words: { from: 1, to: 9 }, pointer: This. }\n`

it('passes an objective with two items', () => {
  expect(objectiveWithoutItem(courseWith())).toEqual([])
})

it.each([
  ['no item at all', {}],
  ['only a reflection, which nobody marks', { [questionsFile]: (text: string) => text + reflection }],
])('finds an objective with %s', (_, edit) => {
  expect(objectiveWithoutItem(courseWith({ ...second, ...edit }))).toEqual([
    { file: moduleFile, path: ['objectives', 1], sentence: expect.stringContaining('M1.O2') },
  ])
})

it('finds an objective with a single item', () => {
  const first = (text: string) => `${text.split(/\n(?=- id:)/)[0]}\n`
  expect(objectiveWithoutItem(courseWith({ [questionsFile]: first }))).toEqual([
    { file: moduleFile, path: ['objectives', 0], sentence: expect.stringContaining('Only one item') },
  ])
})
