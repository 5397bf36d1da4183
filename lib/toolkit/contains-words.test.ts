import { expect, it } from 'vitest'
import { containsWords } from './contains-words.ts'

it.each([
  ['osei', true],
  [' OSÉI  statistics ', true],
  ['osei roads', false],
  ['', true],
])('looking for “%s” finds it: %s', (search, found) => {
  expect(containsWords(['Statistics office', 'Mr Oséi'], search)).toBe(found)
})
