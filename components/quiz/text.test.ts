import { expect, it } from 'vitest'
import { percent } from './text.ts'

it.each([
  [0.75, '75%'],
  [0.7499999, '74%'],
  [0.29, '29%'],
  [7 / 9, '77%'],
  [1, '100%'],
  [0, '0%'],
])('a share of %d is shown as %s, never rounded up to a mark that was missed', (share, text) => {
  expect(percent(share, 'en')).toBe(text)
})
