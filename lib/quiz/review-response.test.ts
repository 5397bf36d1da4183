import { describe, expect, it } from 'vitest'
import { buildMatch, buildMulti, buildOrder, buildSingle, buildSort, buildTfReason } from '#lib/testing/quiz-items.ts'
import { arrangeItem, type DrawableItem, markItem, projectItem } from './interactions/registry.ts'
import { reviewRows } from './review-response.ts'

/** Each row as `state: lead text | given`. */
function read(item: DrawableItem, response: unknown): string[] {
  const marked = markItem(item, response)
  if (marked.state !== 'marked') throw new Error(marked.state)
  const shown = projectItem(
    item,
    arrangeItem(item, () => 0.999),
  )
  return reviewRows(shown, marked.response, marked.reveal).map(({ state, lead, text, given }) => {
    const before = lead ? `${Object.values(lead)[1]} ` : ''
    return `${state}: ${before}${text}${given ? ` | ${Object.values(given)[1]}` : ''}`
  })
}

describe('a marked response, to read', () => {
  it('tells chosen from right, option by option', () => {
    expect(read(buildSingle(), 'kilo')).toEqual(['wrong: Text of kilo', 'missed: Text of alpha', 'left: Text of tango'])
    expect(read(buildMulti(), ['kilo', 'tango', 'zulu', 'alpha'])).toEqual([
      'right: Text of kilo',
      'wrong: Text of alpha',
      'right: Text of tango',
      'left: Text of echo',
      'right: Text of zulu',
      'missed: Text of bravo',
    ])
  })
  it('says the verdict with each reason', () => {
    expect(read(buildTfReason(), 'alpha')[1]).toBe('right: true Text of alpha')
  })
  it('lists an order as it should be, with the place that was given', () => {
    expect(read(buildOrder({ length: 3 }), ['alpha', 'kilo', 'tango'])).toEqual([
      'wrong: 1 Text of kilo | 2',
      'wrong: 2 Text of alpha | 1',
      'right: 3 Text of tango',
    ])
  })
  it('lists pairs as they should be, with what was given, and the extra last', () => {
    const given = { 'left-kilo': 'right-kilo', 'left-alpha': 'extra', 'left-tango': 'right-tango' }
    expect(read(buildMatch({ pairs: 3 }), given)).toEqual([
      'right: Left kilo Right kilo',
      'wrong: Left alpha Right alpha | Text of extra',
      'right: Left tango Right tango',
      'left: Text of extra',
    ])
    expect(read(buildSort({ cards: 3 }), { kilo: 'one', alpha: 'one', tango: 'three' })).toEqual([
      'right: Text of kilo Category one',
      'wrong: Text of alpha Category two | Category one',
      'right: Text of tango Category three',
    ])
  })
})
