import { describe, expect, it } from 'vitest'
import { dayAfter, firstGap, noteText, type PlanBuilder, planSentences, readBuilt } from './plan-builder.ts'

const data: PlanBuilder = {
  kind: 'plan-builder',
  id: 'my-plan',
  title: 'My plan',
  early: 'soft-skills/lessons/where-do-i-stand/rating',
  scale: ['rarely', 'sometimes', 'often', 'usually'].map((id) => ({ id, label: id })),
  indicators: ['C-CO-L1-1', 'C-TW-L1-1', 'C-AC-L1-4'].map((id) => ({ id, module: 'networking', text: id })),
  evidence: { id: 'evidence', label: 'Example', help: 'When?' },
  plans: 2,
  example: { trigger: 'a report is late', action: 'I call' },
  colleague: { label: 'Who?', help: 'Who sees you work?', note: 'Ask me:\n{plans}' },
  reviews: [14],
  readings: { up: 'up', same: 'same', down: 'down', noEarly: 'none' },
}
const plan = (trigger: string, action: string) => ({ trigger, action })
const whole = { goals: ['C-AC-L1-4'], plans: { 'C-AC-L1-4': plan('I find an error', 'I write at once.') }, at: 3 }

describe('a kept plan', () => {
  it.each([
    ['a first visit', {}, 'rate', 0],
    ['the middle of the rating', { screen: 'rate', at: 2 }, 'rate', 2],
    ['a rating past the last indicator', { screen: 'rate', at: 9 }, 'rate', 2],
    ['a sheet that is whole', { ...whole, screen: 'sheet' }, 'sheet', 3],
    ['a sheet with half a plan', { ...whole, plans: { 'C-AC-L1-4': plan('I find an error', ' ') }, screen: 'sheet' }, 'write', 3],
    ['plans for an indicator that is gone', { ...whole, goals: ['gone'], screen: 'sheet' }, 'choose', 3],
    ['a screen nobody knows', { screen: 'end' }, 'rate', 0],
    ['nonsense', 'plan', 'rate', 0],
  ])('goes on from %s', (_, kept, screen, at) => {
    expect(readBuilt(data, kept)).toMatchObject({ screen, at })
  })

  it('keeps the plans of what is not chosen now, and leaves out what is not text', () => {
    const { plans, colleague } = readBuilt(data, {
      plans: { 'C-CO-L1-1': plan('a', ''), 'C-TW-L1-1': { trigger: 3 }, gone: plan('a', 'b') },
      colleague: 7,
    })
    expect(plans).toEqual({ 'C-CO-L1-1': plan('a', '') })
    expect(colleague).toBe('')
  })
})

it('names the first half that is empty, in the order of the goals', () => {
  const goals = ['C-CO-L1-1', 'C-AC-L1-4']
  expect(firstGap({ goals, plans: { 'C-CO-L1-1': plan('a', 'b') } })).toEqual({ indicator: 'C-AC-L1-4', part: 'trigger' })
  expect(firstGap({ goals, plans: { 'C-CO-L1-1': plan('a', ' '), 'C-AC-L1-4': plan('c', 'd') } })).toEqual({
    indicator: 'C-CO-L1-1',
    part: 'action',
  })
  expect(firstGap({ goals: ['C-CO-L1-1'], plans: { 'C-CO-L1-1': plan('a', 'b') } })).toBeNull()
})

describe('the note', () => {
  const sentences = planSentences(
    { goals: ['C-CO-L1-1', 'C-AC-L1-4'], plans: { 'C-CO-L1-1': plan('it is\n late', 'I call.'), 'C-AC-L1-4': plan('I err ', 'I say so') } },
    ({ trigger, action }) => `If ${trigger}, then ${action}.`,
  )
  it('makes one sentence of each plan', () => {
    expect(sentences).toEqual(['If it is late, then I call.', 'If I err, then I say so.'])
  })
  it('numbers several and leaves one alone', () => {
    expect(noteText('{plans}', sentences, '')).toBe('1. If it is late, then I call.\n2. If I err, then I say so.')
    expect(noteText('Ask: {plans}', sentences.slice(0, 1), '')).toBe('Ask: If it is late, then I call.')
  })
  it('takes the words of the learner as they are', () => {
    expect(noteText('{name}: {plans}', ['Pay $& now {name}.'], '$1')).toBe('$1: Pay $& now {name}.')
  })
})

it('counts days by the calendar, over the end of a year', () => {
  const day = dayAfter(new Date(2026, 11, 25, 23, 59), 14)
  expect([day.getFullYear(), day.getMonth(), day.getDate()]).toEqual([2027, 0, 8])
})
