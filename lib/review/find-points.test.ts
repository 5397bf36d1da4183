import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPoints, isFound } from './find-points.ts'
import { slips, stemOf, wordsOf } from './match-word.ts'

describe('isFound', () => {
  it.each<[string, string, string | string[]]>([
    ['the word itself', 'You become visible', 'visible'],
    ['another case', 'VISIBLE', 'visible'],
    ['a plural', 'two relationships', 'relationship'],
    ['a plural with y', 'the opportunities', 'opportunity'],
    ['a plural with es', 'several boxes', 'box'],
    ['a verb with its ending', 'you asked nothing', 'ask'],
    ['a doubled letter', 'planning ahead', 'plan'],
    ['the beginning of a word', 'networking', 'network'],
    ['an accent', 'the protégé', 'protege'],
    ['an accent in the keyword', 'protege', 'protégé'],
    ['a letter that is missing', 'a relatonship', 'relationship'],
    ['two letters the wrong way round', 'tiem and plcae, visilbe', 'visible'],
    ['a number', '2 minutes', 'two minutes'],
    ['a phrase in another order', 'on time the information', 'information on time'],
    ['a hyphen', 'self-awareness', 'self awareness'],
    ['one word in place of two', 'selfawareness', 'self awareness'],
    ['two words in place of one', 'e mail them', 'email'],
    ['an apostrophe', 'other people’s feelings', 'people'],
    ['one of a list', 'a partner of ours', ['relation', 'partner']],
  ])('takes %s', (_name, text, keyword) => {
    expect(isFound(text, [keyword])).toBe(true)
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'visible'],
    ['a short word with a slip, which is another word', 'the coal', 'goal'],
    ['a word that only begins alike', 'the place', 'plan'],
    ['a part of a word', 'invisible', 'visible'],
    ['half a phrase', 'the information', 'information time'],
    ['three slips', 'vosobla', 'visible'],
  ])('does not take %s', (_name, text, keyword) => {
    expect(isFound(text, [keyword])).toBe(false)
  })

  it('wants each entry', () => {
    const keywords = ['fields', ['before', 'earlier']]
    expect(isFound('fields earlier', keywords)).toBe(true)
    expect(isFound('fields', keywords)).toBe(false)
  })
})

describe('findPoints', () => {
  const points = [
    { id: 'meet', text: 'meeting people', keywords: ['meet'] },
    { id: 'goals', text: 'it helps to reach goals', keywords: ['goal'] },
    { id: 'bare', text: 'no keywords yet' },
  ]
  it('names the points in their order', () => {
    expect(findPoints('Goals. And you meet people.', points)).toEqual(['meet', 'goals'])
  })

  it('finds no less in a longer text', () => {
    fc.assert(
      fc.property(fc.constantFrom('meet', 'goals', 'meeting goals', ''), fc.string(), fc.string(), (text, before, after) => {
        const found = findPoints(text, points)
        expect(findPoints(`${before} ${text} ${after}`, points)).toEqual(expect.arrayContaining(found))
      }),
    )
  })

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(stemOf(word).length).toBeGreaterThan(0)
        expect(findPoints(text, points)).not.toContain('bare')
      }),
    )
  })
})

describe('slips', () => {
  it('is a distance as far as one looks: nothing for the same, the same both ways, no more than the longer word', () => {
    const word = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, a)).toBe(0)
        expect(slips(a, b)).toBe(slips(b, a))
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})
