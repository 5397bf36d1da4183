import { expect, it } from 'vitest'
import { courseWith, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { skillLesson } from './skill-lesson.ts'

it('passes a skill whose lesson exists', () => {
  expect(skillLesson(courseWith({ [scenarioFile]: replace('idea: To ask.', 'idea: To ask., lesson: one') }))).toEqual([])
})
it('finds a skill that leads to a lesson the module does not have', () => {
  expect(skillLesson(courseWith({ [scenarioFile]: replace('idea: To ask.', 'idea: To ask., lesson: two') }))).toEqual([
    { file: scenarioFile, path: ['skills', 0, 'lesson'], sentence: expect.stringContaining('“two”') },
  ])
})
