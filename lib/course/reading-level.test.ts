import { describe, expect, it } from 'vitest'
import { isEasy, readingLevel } from './reading-level.ts'

const plain = ['Rima opens the file. It is empty. She calls the village.', 'Nobody answers.']
const heavy = [
  'Notwithstanding considerable institutional heterogeneity, the operationalisation of interorganisational accountability necessitates comprehensive harmonisation of documentation procedures throughout the humanitarian coordination architecture.',
]

describe('the reading level', () => {
  it('counts sentences, their words, and those that are too long', () => {
    expect(readingLevel(plain)).toMatchObject({ sentences: 4, wordsInSentence: 13 / 4, long: 0 })
    const long = `${'word '.repeat(26)}end.`
    expect(readingLevel([long]).long).toBe(1)
  })
  it('finds plain text easy and heavy text not', () => {
    expect(isEasy(readingLevel(plain))).toBe(true)
    expect(isEasy(readingLevel(heavy))).toBe(false)
    expect(readingLevel(heavy).grade).toBeGreaterThan(readingLevel(plain).grade)
  })
  it('has nothing to say about no text', () => {
    expect(readingLevel([])).toEqual({ sentences: 0, wordsInSentence: 0, long: 0, grade: 0 })
  })
})
