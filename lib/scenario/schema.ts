/**
 * What an author writes for a scenario: meters, skills, scenes with guarded choices, routes, endings.
 * Compiled to an XState machine by compile-scenario; what a shape cannot say (targets exist, every run ends…) is
 * proved by analyse-scenario.
 */
import { z } from 'zod'

const text = z.string().trim().min(1, 'must not be empty')
const meterId = z.string().regex(/^[a-z][a-z0-9-]*$/)
const nodeId = z.string().regex(/^sc\d-[a-z0-9-]+$/, 'must be an id such as sc3-n01')
const skillId = z.string().regex(/^[a-z][a-z0-9-]*$/)
const facts = z.array(z.string().regex(/^[ABC]\d+(\.\d+)?$/))
const condition = z.strictObject({ meter: meterId, is: z.enum(['>=', '<=', '>', '<', '==']), than: z.int() })

export const choiceSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/),
  quality: z.enum(['strong', 'mixed', 'weak']).describe('Never shown before the choice is made'),
  skill: skillId.describe('The skill that the choice is about, used well or not; one of `skills`'),
  text,
  when: z.array(condition).optional().describe('All must hold for the choice to be offered'),
  to: nodeId,
  effects: z.record(meterId, z.int()),
  reasons: z.record(meterId, text).describe('For each meter the choice moves: a few words why, e.g. "you gave before you asked"'),
  result: text.describe('What happens, shown at once'),
  feedback: text.describe('Why, shown after it'),
  facts,
})

export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^SC\d$/),
  title: text,
  setting: text,
  minutes: z.int(),
  people: z.array(z.strictObject({ name: text, role: text })),
  terms: z.array(z.string()).optional(),
  care: text.optional(),
  start: nodeId,
  meters: z
    .array(
      z.strictObject({
        id: meterId,
        label: text,
        meaning: text,
        start: z.int(),
        min: z.int(),
        max: z.int(),
        words: z
          .array(z.strictObject({ from: z.int(), word: text }))
          .min(2)
          .describe('Word for the value: the last entry whose `from` is not above it'),
      }),
    )
    .min(1),
  skills: z
    .array(
      z.strictObject({
        id: skillId,
        label: text.describe('As the debrief names it'),
        idea: text.describe('One sentence: what the skill is'),
        lesson: z.string().optional().describe('Slug of the lesson to read again'),
      }),
    )
    .min(1),
  scenes: z.array(
    z.strictObject({
      id: nodeId,
      title: text,
      when: text.describe('Place and time line above the title'),
      text: text.describe('Paragraphs; one that begins with "> " is what somebody says or writes; *emphasis* only'),
      good: z.boolean().optional().describe('false where no good ending has to be possible from here any more'),
      choices: z.array(choiceSchema).min(2),
    }),
  ),
  routes: z.array(z.strictObject({ id: nodeId, rules: z.array(z.strictObject({ when: z.array(condition), to: nodeId })).min(1) })),
  endings: z.array(z.strictObject({ id: nodeId, title: text, good: z.boolean(), text, debrief: text, facts: facts.optional() })).min(1),
})
export type Scenario = z.infer<typeof scenarioSchema>
export type Scene = Scenario['scenes'][number]
export type Choice = Scene['choices'][number]
export type Ending = Scenario['endings'][number]
export type Skill = Scenario['skills'][number]
export type Route = Scenario['routes'][number]
export type Meter = Scenario['meters'][number]
export type Condition = z.infer<typeof condition>

/** Golden runs: choices in, ending and meters out. */
export const walkthroughsSchema = z.array(
  z.strictObject({
    name: text,
    choices: z.array(z.string()).describe('`scene choice` in the order played, e.g. "sc3-n01 a"'),
    ending: nodeId,
    meters: z.record(meterId, z.int()),
  }),
)
export type Walkthroughs = z.infer<typeof walkthroughsSchema>
