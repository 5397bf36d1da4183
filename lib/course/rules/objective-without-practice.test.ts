import { expect, it } from 'vitest'
import { courseWith, lessonFile, moduleFile, replace, scenarioFile } from '#lib/testing/course-fixture.ts'
import { objectiveWithoutPractice } from './objective-without-practice.ts'

const onlyRecall = {
  [lessonFile]: (text: string) =>
    text.replace(
      / {2}- kind: choice[\s\S]*?(?=---\n)/,
      '  - { kind: recall, id: which, title: What?, points: [{ id: it, text: it, keywords: [it] }], answer: It. }\n',
    ),
}

it('passes an objective whose lesson has something to do', () => {
  expect(objectiveWithoutPractice(courseWith())).toEqual([])
})
it('finds an objective that is only remembered', () => {
  expect(objectiveWithoutPractice(courseWith(onlyRecall))).toEqual([
    { file: moduleFile, path: ['objectives', 0], sentence: expect.stringContaining('M1.O1') },
  ])
})
it('is content with a scene about it', () => {
  const scene = { [scenarioFile]: replace('idea: To ask.', 'idea: To ask., lesson: one') }
  expect(objectiveWithoutPractice(courseWith({ ...onlyRecall, ...scene }))).toEqual([])
})
