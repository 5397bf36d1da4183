import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/verify.json' with { type: 'json' }
import { ageWords } from './age-words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('ageWords', () => {
  it.each([
    [-5 * day, 'from this minute'],
    [0, 'from this minute'],
    [minute - 1, 'from this minute'],
    [minute, '1 minute old'],
    [hour - 1, '59 minutes old'],
    [hour, '1 hour old'],
    [2 * day - 1, '47 hours old'],
    [2 * day, '2 days old'],
    [1500 * day, '1,500 days old'],
  ])('%i ms is %s', (age, words) => {
    expect(ageWords(age, messages, 'en')).toBe(words)
  })
})
