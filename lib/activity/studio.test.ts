import { describe, expect, it } from 'vitest'
import { foldStudio } from './studio.ts'

const speaker = (id: string) => ({
  id,
  who: 'A driver',
  says: 'They sent me twice.',
  choose: 'What do you say?',
  options: [
    { id: 'advice', text: 'A', right: false, feedback: 'a' },
    { id: 'paraphrase', text: 'B', right: true, feedback: 'b' },
  ],
  write: 'Your own',
  checklist: [
    { id: 'facts', text: 'Facts' },
    { id: 'feeling', text: 'Feeling' },
  ],
  strong: { text: 'S', why: 's' },
  weak: { text: 'W', why: 'w' },
})
const studio = { speakers: [speaker('driver'), speaker('nurse')] }

describe('the reply studio', () => {
  it('keeps the latest choice and the latest ticks of each speaker', () => {
    const state = foldStudio(studio, [
      { speaker: 'driver', option: 'advice' },
      { speaker: 'driver', option: 'paraphrase' },
      { speaker: 'driver', ticks: ['feeling', 'gone', 'facts'] },
      { speaker: 'nurse', ticks: [] },
    ])
    expect([...state.chosen]).toEqual([['driver', 'paraphrase']])
    expect([...state.ticks]).toEqual([
      ['driver', ['facts', 'feeling']],
      ['nurse', []],
    ])
  })

  it.each([[null], ['driver'], [['driver']], [{ speaker: 'gone', option: 'advice' }], [{ speaker: 'driver', option: 'gone' }]])(
    'makes nothing of %j',
    (response) => {
      const state = foldStudio(studio, [response])
      expect(state.chosen.size + state.ticks.size).toBe(0)
    },
  )
})
