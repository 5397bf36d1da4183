import { describe, expect, it } from 'vitest'
import { nextRetry } from './next-retry.ts'

describe('nextRetry', () => {
  it.each([
    [1, 0, 500],
    [1, 0.999_999, 1_000],
    [2, 0, 1_000],
    [5, 0.5, 12_000],
    [30, 0, 150_000],
    [3_000, 0.999_999, 300_000],
  ])('after %i failures and chance %f waits %i ms', (failures, random, wait) => {
    expect(nextRetry(failures, random)).toBe(wait)
  })
})
