import { describe, expect, it } from 'vitest'
import { bare, planText, tasksDone } from './plan.ts'

const plan = {
  kind: 'plan' as const,
  id: 'task',
  title: 'Two things',
  tasks: [
    { id: 'write', text: 'Write a message' },
    { id: 'ask', text: 'Ask a question' },
  ],
  example: { trigger: 'it rains', action: 'I write' },
}
const said = (task: unknown, done: unknown) => ({ result: { response: { task, done } as never } })

describe('the seven-day task', () => {
  it('takes the last word on each task', () => {
    expect([...tasksDone(plan, [said('write', true), said('ask', true), said('write', false)])]).toEqual(['ask'])
  })
  it('leaves out tasks it does not have and what is not a response', () => {
    expect(tasksDone(plan, [said('gone', true), said('ask', 'yes'), { result: { response: null } }, {}]).size).toBe(0)
  })
  it('is plain text with what is done, and the plan where there is one', () => {
    expect(planText(plan, new Set(['ask']), null)).toBe('Two things\n\n[ ] Write a message\n[x] Ask a question')
    expect(planText(plan, new Set(), 'If it rains, then I write.')).toBe(
      'Two things\n\n[ ] Write a message\n[ ] Ask a question\n\nIf it rains, then I write.',
    )
  })
})

it.each([
  [' it rains.\n', 'it rains'],
  ['it\nrains …', 'it rains …'],
  ['雨が降る。', '雨が降る'],
])('takes the words of %j into a sentence without their own full stop', (words, expected) => {
  expect(bare(words)).toBe(expected)
})
