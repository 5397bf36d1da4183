import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['One word, then another.', 4],
    ['don’t — wait…', 2],
    ['شكرا على الخريطة', 3],
    ['ขอบคุณสำหรับแผนที่', 3],
    ['25 villages', 2],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})
