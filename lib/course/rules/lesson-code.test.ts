import { expect, it } from 'vitest'
import { courseWith, lessonFile, replace } from '#lib/testing/course-fixture.ts'
import { lessonCode } from './lesson-code.ts'

const withText = (text: string) => lessonCode(courseWith({ [lessonFile]: replace('Text.', text) }))

it.each(['{/* a remark for authors */}', '<Note kind="interpretation">A reading.</Note>', 'Line<br />break'])('passes %s', (text) => {
  expect(withText(text)).toEqual([])
})

it.each([
  ["import fs from 'node:fs'", 'holds no code'],
  ['export const a = 1', 'holds no code'],
  ['One and {1 + 1}', 'holds no code'],
  ['<Note kind={which}>A</Note>', 'holds no code'],
  ['<Note {...props}>A</Note>', 'holds no code'],
  ['<script src="https://example.org" />', 'cannot use <script>'],
  ['<Video id="a" />', 'cannot use <Video>'],
  ['<Note colour="red">A</Note>', 'does not understand “colour”'],
  ['<Note kind="gossip">A</Note>', 'no note of the kind “gossip”'],
  ['<a href="#the-heading" onclick="x()">A</a>', 'does not understand “onclick”'],
])('finds %s', (text, sentence) => {
  const found = withText(text)
  expect(found.map((problem) => problem.sentence).join(' ')).toContain(sentence)
  expect(found.every((problem) => problem.line === 24)).toBe(true)
})
