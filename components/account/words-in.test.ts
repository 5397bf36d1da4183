import { describe, expect, it } from 'vitest'
import { wordsIn } from './words-in.ts'

describe('the words in something kept', () => {
  it('are its texts in order, without ids, dates and empty ones', () => {
    const kept = {
      version: 2,
      id: 'a1',
      entries: [{ id: 'x', title: 'Call Sefa', at: '2026-11-01', note: '' }, { title: 'Ask for the list' }],
    }
    expect(wordsIn(kept)).toBe('Call Sefa\nAsk for the list')
  })
  it('are none where it was erased', () => {
    expect(wordsIn(null)).toBe('')
    expect(wordsIn({ entries: [] })).toBe('')
  })
  it('end where they would fill the page', () => {
    const lines = wordsIn(Array.from({ length: 100 }, (_, n) => `line ${n}`)).split('\n')
    expect(lines).toHaveLength(41)
    expect(lines.at(-1)).toBe('…')
  })
})
