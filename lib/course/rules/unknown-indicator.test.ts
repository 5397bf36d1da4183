import { expect, it } from 'vitest'
import { courseWith, moduleFile, replace } from '#lib/testing/course-fixture.ts'
import { unknownIndicator } from './unknown-indicator.ts'

it('passes indicators of the framework', () => {
  expect(unknownIndicator(courseWith())).toEqual([])
})

it('finds an indicator that the framework does not have', () => {
  const course = courseWith({ [moduleFile]: replace('[C-TW-L1-1]', '[C-TW-L1-1, C-TW-L1-9]') })
  expect(unknownIndicator(course)).toEqual([
    { file: moduleFile, path: ['competencies', 1], sentence: expect.stringContaining('“C-TW-L1-9”') },
  ])
})
