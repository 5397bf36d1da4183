import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseYaml } from './parse-yaml.ts'

const slip = (text: string) => parseYaml(text, 'file.yaml', z.unknown()).problems.map(({ line, sentence }) => [line, sentence])

it.each([
  ['a line too far to the right', 'a: 1\nb: 2\n  c: 3\n', 3, 'too far to the left or to the right'],
  ['a field of a list entry too far to the right', '- id: a\n  text: x\n   more: y\n', 3, 'too far to the left or to the right'],
  ['a field of a list entry too far to the left', '- id: a\n text: x\n', 2, 'too far to the left or to the right'],
  ['a list entry too far to the right', '- id: a\n  feedback: y\n - id: b\n', 3, 'too far to the left or to the right'],
  ['a text with a colon', 'a: 1\nb: remember: this\n', 2, 'put a text with a colon in it in "quotes"'],
  ['a quotation mark never closed, where it opens', 'a: 1\nb: "x\nc: 1\nd: 2\n', 2, 'never closed'],
  ['a tab', 'a:\n\tb: 1\n', 2, 'use spaces'],
  ['a bracket never closed', 'a: [1, 2\nb: 3\n', 2, 'bracket opened above'],
  ['a field without its colon', 'a: 1\nb\nc: 2\n', 2, 'the colon is missing'],
  ['a text that begins with a sign', 'a: @x\n', 1, 'put it in "quotes"'],
  ['a key that stands twice', 'a: 1\na: 2\n', 2, 'stands here twice'],
])('explains %s, once, on its line', (_, text, line, sentence) => {
  expect(slip(text)).toEqual([[line, expect.stringContaining(sentence)]])
})

it('counts lines from the top of the file also in front matter', () => {
  expect(parseYaml('a: 1\nb: [', 'file.mdx', z.unknown(), 2).problems[0]!.line).toBeGreaterThanOrEqual(3)
})
