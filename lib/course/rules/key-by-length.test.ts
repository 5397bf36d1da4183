import { expect, it } from 'vitest'
import { courseWith, questionsFile } from '#lib/testing/course-fixture.ts'
import { keyByLength } from './key-by-length.ts'

/** A bank of items whose key and other two options have texts of these lengths. */
function bank(...lengths: [key: number, one: number, other: number][]) {
  const item = ([key, one, other]: [number, number, number], i: number) => `- id: M1-Q0${i + 1}
  kind: single
  objective: M1.O1
  difficulty: ${i % 2 ? 'medium' : 'easy'}
  level: remember
  facts: [A1.1]
  stem: Which one?
  options: [{ id: red, text: ${'r'.repeat(key)}, feedback: R. }, { id: blue, text: ${'b'.repeat(one)}, feedback: B. }, { id: green, text: ${'g'.repeat(other)}, feedback: G. }]
  key: red
`
  return courseWith({ [questionsFile]: () => lengths.map(item).join('\n') })
}

it('passes options of about equal length', () => {
  expect(keyByLength(bank([40, 38, 42], [44, 40, 36], [30, 30, 31], [20, 20, 20]))).toEqual([])
})
it.each([
  ['longest', [60, 40, 44]],
  ['shortest', [20, 40, 44]],
] as const)('finds a key that is clearly the %s option', (how, lengths) => {
  expect(keyByLength(bank([...lengths]))).toEqual([{ file: questionsFile, path: [0], sentence: expect.stringContaining(how) }])
})
it('finds a bank in which the longest option is the key too often', () => {
  expect(keyByLength(bank([44, 40, 40], [44, 40, 40], [44, 40, 40], [40, 40, 44]))).toEqual([
    { file: questionsFile, sentence: expect.stringContaining('3 of 4') },
  ])
})
