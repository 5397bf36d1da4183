import { expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { isDrawable } from '#lib/quiz/interactions/registry.ts'
import { buildMatch, buildMulti, buildOrder, buildSingle, buildSort, buildTfReason } from '#lib/testing/quiz-items.ts'
import { sampleStates } from './sample-responses.ts'

it.each([
  ['a single choice', buildSingle(), ['unanswered', 'wrong', 'right']],
  ['a true or false with reason', buildTfReason(), ['unanswered', 'wrong', 'right']],
  ['a multiple response', buildMulti(), ['unanswered', 'wrong', 'partly', 'right']],
  ['an order', buildOrder(), ['unanswered', 'wrong', 'partly', 'right']],
  ['a match', buildMatch(), ['unanswered', 'wrong', 'partly', 'right']],
  ['a sort', buildSort(), ['unanswered', 'wrong', 'partly', 'right']],
])('brings %s into each state it has', (_, item, states) => {
  expect(sampleStates(item).map(({ state }) => state)).toEqual(states)
})

it('shows every item of the course unanswered, wrong (or, where everything earns something, partly right) and right', async () => {
  const items = [...(await loadCourse()).modules.values()].flatMap((module) => module.items.filter(isDrawable))
  expect(items.length).toBeGreaterThan(90)
  for (const item of items) {
    const states = sampleStates(item).map(({ state }) => state)
    expect(states[0], item.id).toBe('unanswered')
    expect(states.at(-1), item.id).toBe('right')
    expect(states.includes('wrong') || states.includes('partly'), item.id).toBe(true)
    // of two to choose, a right and a wrong one cancel out
    const whole = item.kind === 'single' || item.kind === 'tf-reason' || (item.kind === 'multi' && item.key.length === 2)
    expect(states.includes('partly'), item.id).toBe(!whole)
    // with few wrong ones to choose, some right ones are always among those chosen
    const earns = item.kind === 'sjt' || (item.kind === 'multi' && item.options.length - item.key.length < item.key.length / 2)
    if (!earns) expect(states, item.id).toContain('wrong')
  }
})

it('never shows a key in the unanswered state', () => {
  const [first] = sampleStates(buildSingle())
  expect(JSON.stringify(first)).not.toContain('key')
  expect(JSON.stringify(first)).not.toContain('Why')
})
