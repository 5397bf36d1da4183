import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace, scenarioFile, walkthroughsFile } from '#lib/testing/course-fixture.ts'
import { brokenLink } from './broken-link.ts'

const linkTo = (address: string, edit = {}) => brokenLink(courseWith({ [lessonFile]: replace('Text.', `A [link](${address}).`), ...edit }))

it.each([
  '/',
  '/modules/first',
  '/modules/first/',
  '/modules/first/lessons/one#the-heading',
  '/modules/first/scenario',
  '/modules/first/quiz',
  '#the-heading',
  'https://example.org/a',
  'mailto:a@example.org',
])('follows %s', (address) => {
  expect(linkTo(address)).toEqual([])
})

it.each([
  ['/modules/second', 'no page “/modules/second”'],
  ['/modules/first/lessons/two', 'no page'],
  ['/first', 'no page “/first”'],
  ['#no-heading', 'No heading on this page'],
  ['http://example.org', 'begin with https://'],
  ['one.mdx', 'begin with https://'],
])('finds that %s leads nowhere', (address, sentence) => {
  expect(linkTo(address)).toEqual([{ file: lessonFile, line: 24, sentence: expect.stringContaining(sentence) }])
})

it('finds a link to the scenario of a module that has none', () => {
  expect(linkTo('/modules/first/scenario', { [scenarioFile]: null, [walkthroughsFile]: null })).toHaveLength(1)
})

it('finds a link written as HTML', () => {
  const course = courseWith({ [lessonFile]: replace('Text.', 'A <a href="/nowhere">link</a>.') })
  expect(brokenLink(course)).toHaveLength(1)
})
