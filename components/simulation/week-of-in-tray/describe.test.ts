import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/week-of-in-tray.json' with { type: 'json' }
import { planInOrder, planOfPreset, presets } from '#lib/simulation/week-of-in-tray/presets.ts'
import { lastState, runPlan, type Summary, summarise } from '#lib/simulation/week-of-in-tray/run.ts'
import { isLastDay, openTasks } from '#lib/simulation/week-of-in-tray/step.ts'
import { cameAs, goals, quadrants, taskIds } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { makeWorld } from '#lib/simulation/week-of-in-tray/world.ts'
import { cautReading, dayNews, planeSummary, taskFacts, titleOf } from './describe.ts'

const words = { messages, locale: 'en' }
/** A gap in the catalogue shows as a key, a gap in the values as a brace. */
const gap = /[{}]|\b(event|text|task|turned|done|late|missed|gone|back|plane|caut|day|hours|was)_/

const anyRun = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.array(fc.nat(999), { minLength: taskIds.length, maxLength: taskIds.length }))
  .map(([seed, ranks]) => {
    const world = makeWorld(seed)
    const rank = (id: (typeof taskIds)[number]) => ranks[taskIds.indexOf(id)]!
    return runPlan(
      world,
      planInOrder(world, (_world, _state, open) => open.filter((id) => rank(id) > 200).toSorted((a, b) => rank(a) - rank(b))),
    )
  })

describe('the sentences', () => {
  it('have words for everything that can happen', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const [index, { state }] of run.days.entries()) {
          for (const { kind, text } of dayNews(words, run, index + 1)) {
            expect(text).not.toMatch(gap)
            expect(messages).toHaveProperty(`event_${kind}`)
          }
          expect(planeSummary(words, run.world, state, 'evening')).not.toMatch(gap)
          if (index < 4) expect(planeSummary(words, run.world, state, 'morning')).not.toMatch(gap)
          for (const id of openTasks(run.world, state)) {
            expect(titleOf(words, state, id)).not.toMatch(gap)
            expect(taskFacts(words, run.world, state, id, isLastDay(run.world, state, id)).join()).not.toMatch(gap)
          }
        }
        for (const sentence of cautReading(words, summarise(run))) expect(sentence).not.toMatch(gap)
      }),
    )
  })
  it('exist for each task and what may become of it', () => {
    const needed = {
      A: ['task', 'done', 'missed'],
      B: ['task', 'turned', 'done', 'late', 'missed'],
      C: ['task', 'done', 'gone', 'back'],
      D: ['task', 'done'],
    }
    for (const id of taskIds) for (const kind of needed[cameAs[id]]) expect(messages).toHaveProperty(`${kind}_${id}`)
    for (const goal of goals) for (const key of [`goal_${goal}`, `goal_${goal}_text`]) expect(messages).toHaveProperty(key)
    for (const letter of quadrants) expect(messages).toHaveProperty(`quadrant_${letter}`)
    for (const preset of presets) for (const key of [`preset_${preset}`, `preset_${preset}_note`]) expect(messages).toHaveProperty(key)
  })
  it('say what was done first, and what nobody called for last', () => {
    const world = makeWorld(1)
    const kinds = dayNews(words, runPlan(world, planOfPreset(world, 'clock')), 1).map(({ kind }) => kind)
    expect(kinds[0]).toBe('done')
    expect(kinds.at(-1)).toBe('moved')
  })
  it('give a B that has become an A another title', () => {
    const world = makeWorld(1)
    const state = lastState(runPlan(world, planOfPreset(world, 'clock')))
    const turned = taskIds.find((id) => state.tasks[id].turned !== null)!
    expect(titleOf(words, state, turned)).not.toBe(titleOf(words, runPlan(world, []).start, turned))
  })
})

describe('the CAUT reading', () => {
  const summary: Summary = { time: { A: 10, B: 6, C: 8, D: 0 }, late: 0, free: 6, goals: [], met: 3, bills: [], extra: 0 }
  const bill = { task: 'rest' as const, turned: 3, before: 2, now: 3, done: true }
  it.each([
    ['loud weeks', { time: { A: 12, B: 2, C: 13, D: 3 }, free: 0 }, 'Other people’s clocks had 16 of your 30 hours'],
    ['weeks of fire', { time: { A: 18, B: 2, C: 8, D: 2 }, late: 6, free: 0 }, 'and 6 of these began as a quiet B'],
    ['weeks that kept room for B', { time: { A: 14, B: 9, C: 6, D: 0 }, free: 1 }, '9 went to work that nobody called for'],
    ['empty weeks', { time: { A: 8, B: 2, C: 4, D: 0 }, free: 16 }, 'You left 16 of 30 hours free'],
  ])('begins with the hours of %s', (_what, change, part) => {
    expect(cautReading(words, { ...summary, ...change })[0]).toContain(part)
  })
  it.each([
    ['nothing was left', {}, 'No B had to become an A'],
    ['one B turned', { bills: [bill], extra: 1 }, 'One B became an A'],
    ['two turned', { bills: [bill, bill], extra: 2 }, 'needed 2 hours more'],
    ['most turned', { bills: [bill, bill, bill, bill] }, 'came quietly as B, 4 stood in A'],
    [
      'A was left without a B to blame',
      { goals: [{ goal: 'water' as const, met: false, left: ['routes' as const] }] },
      'but 1 A stayed undone',
    ],
  ])('ends with what became of B: %s', (_what, change, part) => {
    expect(cautReading(words, { ...summary, ...change })[1]).toContain(part)
  })
})
