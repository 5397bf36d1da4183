import { expect, it } from 'vitest'
import { findVague } from '#lib/activity/schedule.ts'
import { toolkit } from '#lib/message/en/toolkit.ts'
import { vagueGroups } from './vague.ts'

it('reads the groups until the first gap', () => {
  const messages = { 'vague-1-words': 'soon, in time', 'vague-1-advice': 'When?', 'vague-3-words': 'x', 'vague-3-advice': 'y' }
  expect(vagueGroups(messages)).toEqual([{ words: ['soon', 'in time'], advice: 'When?' }])
})

it.each([
  ['networking-schedule', 'Keep in touch with the roads department', ['keep in touch']],
  ['networking-schedule', 'Discuss everything', ['discuss', 'everything']],
  ['networking-schedule', 'Agree on the day when the list comes out', []],
  ['commitments', 'I will try to look into it as soon as possible', ['as soon as possible', 'look into', 'try']],
  ['commitments', 'Support the partners', ['support']],
  ['commitments', 'Send each partner one page with the doubtful figures', []],
] as const)('in %s, “%s” holds %j', (tool, text, words) => {
  expect(findVague(text, vagueGroups(toolkit[tool])).map(({ word }) => word)).toEqual(words)
})
