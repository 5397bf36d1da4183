import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/follow-one-number.json' with { type: 'json' }
import { partnerIds, placeIds } from '#lib/simulation/follow-one-number/partners.ts'
import { type Deed, inOrder, kinds } from '#lib/simulation/follow-one-number/plan.ts'
import { presets } from '#lib/simulation/follow-one-number/presets.ts'
import { runPlan } from '#lib/simulation/follow-one-number/run.ts'
import { makeWorld } from '#lib/simulation/follow-one-number/world.ts'
import { drawingText, goodwillStep, reportText, understandingStep, weekSentences } from './describe.ts'

const words = { messages, locale: 'en' }
const deed = fc.record({ kind: fc.constantFrom(...kinds), partner: fc.constantFrom(...partnerIds) })

/** A gap in the catalogue shows as a key, a gap in the values as a brace. */
const gap = /[{}]|\b(event|the|place|report|drawing|understanding)_/

describe('the sentences', () => {
  it('have words for everything that can happen, and no two of a week are alike', () => {
    const plan = fc.array(fc.array(deed, { maxLength: 8 }).map(inOrder), { maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), plan, (seed, weeks) => {
        const run = runPlan(makeWorld(seed), weeks)
        for (const [index, state] of run.weeks.entries()) {
          const before = run.weeks[index - 1] ?? run.start
          const sentences = weekSentences(words, run.world, before, weeks[index]!, state)
          for (const sentence of sentences) expect(sentence).not.toMatch(gap)
          expect(new Set(sentences).size).toBe(sentences.length)
          expect(drawingText(words, run.world, state)).not.toMatch(gap)
          for (const id of partnerIds) expect(reportText(words, state.partners[id].reports.at(-1))).not.toMatch(gap)
        }
      }),
    )
  })
  it('name every partner, place and ready-made way', () => {
    for (const id of partnerIds)
      for (const key of [`partner_${id}`, `the_${id}`, `partner_${id}_note`]) expect(messages).toHaveProperty(key)
    for (const place of placeIds) expect(messages).toHaveProperty(`place_${place}`)
    for (const preset of presets) for (const key of [`preset_${preset}`, `preset_${preset}_note`]) expect(messages).toHaveProperty(key)
  })
  it('say of an explanation that nothing looks different yet, and of a chase that it worked this time', () => {
    const deeds: Deed[] = [
      { kind: 'chase', partner: 'builders' },
      { kind: 'explain', partner: 'fishers' },
    ]
    const run = runPlan(makeWorld(31), [deeds])
    const sentences = weekSentences(words, run.world, run.start, deeds, run.weeks[0]!)
    expect(sentences).toContain('You chased the Builders. It worked this time. The figures are round.')
    expect(sentences).toContain('You explained the number to the Fishers. They listened. Nothing looks different yet.')
  })
  it('say that a chase was not needed where the report was on its way', () => {
    const world = makeWorld(31)
    const deeds: Deed[] = [{ kind: 'chase', partner: 'scouts' }]
    const early = { ...world, delays: { ...world.delays, scouts: world.delays.scouts.map(() => 0) } }
    const run = runPlan(early, [deeds])
    expect(weekSentences(words, early, run.start, deeds, run.weeks[0]!)).toContain(
      'You chased the Scouts. It made no difference: that report was on its way.',
    )
  })
})

describe('the words for a number', () => {
  it.each([
    [0, 0],
    [19, 0],
    [20, 1],
    [79, 3],
    [80, 4],
    [100, 4],
  ])('understanding %i is step %i', (understanding, step) => expect(understandingStep(understanding)).toBe(step))
  it.each([
    [0, 0],
    [2, 1],
    [5, 2],
    [8, 3],
    [10, 4],
  ])('goodwill %i is step %i', (goodwill, step) => expect(goodwillStep(goodwill)).toBe(step))
})
