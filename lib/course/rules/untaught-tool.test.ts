import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { toolIds } from '#lib/toolkit/tools.ts'
import { untaughtTool } from './untaught-tool.ts'

const whole = { 'course.yaml': (text: string) => text.replace(/\n {2}- \{ slug: second.*/, '') }

it('is found for each tool, and not for the one that a lesson offers', () => {
  expect(untaughtTool(courseWith(whole))).toHaveLength(toolIds.length)
  const offered = untaughtTool(courseWith({ ...whole, [lessonFile]: replace('facts:', 'toolkit: [commitments]\nfacts:') }))
  expect(offered).toHaveLength(toolIds.length - 1)
  expect(offered.some(({ sentence }) => sentence.includes('commitments'))).toBe(false)
})

it('is not asked for while modules are still to be written', () => {
  expect(untaughtTool(courseWith({}))).toEqual([])
})
