import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { unknownField } from './unknown-field.ts'

const schedule = (example: string) => ({
  [lessonFile]: replace(
    'activities:\n',
    `activities:
  - kind: schedule
    id: plan
    title: Plan
    fields: [{ id: who, label: Who, help: A name, type: text }, { id: when, label: When, help: A day, type: date }]
    example: ${example}
    lines: 2
    vague: []
`,
  ),
})

it('passes an example that fills each field', () => {
  expect(unknownField(courseWith(schedule('{ who: A., when: Monday }')))).toEqual([])
})

it('finds a field that the schedule does not have, and one that the example leaves out', () => {
  expect(unknownField(courseWith(schedule('{ who: A., where: Here }')))).toEqual([
    { file: lessonFile, path: ['activities', 0, 'example', 'where'], sentence: expect.stringContaining('“where”') },
    { file: lessonFile, path: ['activities', 0, 'example'], sentence: expect.stringContaining('“when”') },
  ])
})
