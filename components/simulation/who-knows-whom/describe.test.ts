import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/simulation/who-knows-whom.json' with { type: 'json' }
import { personIds } from '#lib/simulation/who-knows-whom/people.ts'
import type { Contact } from '#lib/simulation/who-knows-whom/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/who-knows-whom/presets.ts'
import { lastState, runPlan } from '#lib/simulation/who-knows-whom/run.ts'
import { startState } from '#lib/simulation/who-knows-whom/step.ts'
import { makeWorld } from '#lib/simulation/who-knows-whom/world.ts'
import { contactText, isGroupOnMap, mapSummary, nameOf, standingOf, tieWord, weekSentences } from './describe.ts'

const words = { messages, locale: 'en' }
const person = fc.constantFrom(...personIds)
const contact: fc.Arbitrary<Contact> = fc.oneof(
  fc.constant<Contact>({ kind: 'unstructured' }),
  fc.record({ kind: fc.constant('structured' as const), person, aim: fc.constantFrom('learn' as const, 'question' as const) }),
  fc.record({ kind: fc.constant('maintenance' as const), person }),
  fc.record({ kind: fc.constant('assistance' as const), person, aim: fc.constantFrom('ask' as const, 'give' as const) }),
)

/** A gap in the catalogue shows as a key, a gap in the values as a brace. */
const gap = /[{}]|\b(event|need|person|role|place|chosen|group|tie|summary|short)_/

describe('the sentences', () => {
  it('have words for everything that can happen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.array(fc.array(contact, { maxLength: 8 }), { maxLength: 8 }), (seed, plan) => {
        const run = runPlan(makeWorld(seed), plan)
        let occasions = 0
        for (const { state, events } of run.weeks) {
          for (const sentence of weekSentences(words, events, occasions, seed)) expect(sentence).not.toMatch(gap)
          occasions = state.occasions
        }
        for (const each of plan.flat()) expect(contactText(words, each)).not.toMatch(gap)
        expect(mapSummary(words, lastState(run))).not.toMatch(gap)
      }),
    )
  })
  it('say everybody by name and role', () => {
    for (const id of personIds) {
      expect(nameOf(words, id)).not.toMatch(gap)
      for (const key of [`role_${id}`, `short_${id}`]) expect(messages).toHaveProperty(key)
    }
    for (const preset of presets) for (const key of [`preset_${preset}`, `preset_${preset}_note`]) expect(messages).toHaveProperty(key)
  })
  it('put answers first and gather small contacts into one', () => {
    const world = { ...makeWorld(1), needs: [{ id: 'roads' as const, holders: ['hoa' as const], arrives: 1 }] }
    const plan: Contact[] = [
      { kind: 'maintenance', person: 'ines' },
      { kind: 'assistance', person: 'hoa', aim: 'ask' },
      { kind: 'structured', person: 'hoa', aim: 'question' },
      { kind: 'maintenance', person: 'joseph' },
    ]
    const sentences = weekSentences(words, runPlan(world, [plan]).weeks[0]!.events, 0, 1)
    expect(sentences[0]).toBe('Answered after 1 day: “Which roads can trucks use after the rain?” By way of Hoa Pham.')
    expect(sentences.filter((sentence) => sentence.startsWith('You kept in touch'))).toEqual([
      'You kept in touch with Ines Tavares and Joseph Akello.',
    ])
  })
})

describe('the map', () => {
  it('hides a group outside the formal circle until somebody from it is met', () => {
    const world = makeWorld(2)
    expect(isGroupOnMap(startState(world), 'company')).toBe(false)
    expect(standingOf(startState(world), 'mei')).toBe('hidden')
    const met = lastState(runPlan(world, [[{ kind: 'unstructured' }]]))
    expect(isGroupOnMap(met, 'company')).toBe(true)
    expect(standingOf(met, 'mei')).toBe('reachable')
  })
  it('has a word for every strength', () => {
    expect([0, 14, 15, 34, 35, 54, 55, 74, 75, 100].map((strength) => tieWord({ open: true, strength }))).toEqual([
      'cold',
      'cold',
      'weak',
      'weak',
      'fair',
      'fair',
      'good',
      'good',
      'strong',
      'strong',
    ])
    expect(tieWord({ open: false, strength: 0 })).toBe('new')
  })
  it('names the whole of every ready-made run', () => {
    for (const preset of presets) {
      const world = makeWorld(5)
      const run = runPlan(world, planOfPreset(world, preset))
      for (const { events } of run.weeks) for (const sentence of weekSentences(words, events, 0, 5)) expect(sentence).not.toMatch(gap)
    }
  })
})
