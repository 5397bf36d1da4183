import { expect, it } from 'vitest'
import { courseWith, lessonFile, questionsFile, replace } from '#lib/testing/course-fixture.ts'
import { unknownObjective } from './unknown-objective.ts'

it('passes objectives that the module has', () => {
  expect(unknownObjective(courseWith())).toEqual([])
})

it('finds a lesson and an item that name an objective nobody wrote', () => {
  const course = courseWith({
    [lessonFile]: replace('objectives: [M1.O1]', 'objectives: [M1.O1, M1.O9]'),
    [questionsFile]: replace('objective: M1.O1', 'objective: M1.O7'),
  })
  expect(unknownObjective(course)).toEqual([
    { file: lessonFile, path: ['objectives', 1], sentence: expect.stringContaining('“M1.O9”') },
    { file: questionsFile, path: [0, 'objective'], sentence: expect.stringContaining('“M1.O7”') },
  ])
})
