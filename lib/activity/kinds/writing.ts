/** Kinds in which the learner writes. Their words stay on the device. */
import { z } from 'zod'
import { checklist, field, head, id, labelled, model, option, text, vagueWords } from './head.ts'

/** Help that fades: read a good one, complete a half, write your own. */
export const fadingSchema = z.strictObject({
  kind: z.literal('fading'),
  ...head,
  pattern: z.array(field).min(2).describe('The parts of the text, in order'),
  example: z.strictObject({ situation: text, parts: z.record(id, text), why: z.record(id, text).describe('Part to why it works') }),
  half: z.strictObject({
    situation: text,
    given: z.record(id, text),
    model: z.record(id, text).describe('The missing parts, written well'),
    why: text,
  }),
  own: z.strictObject({ prompt: text, checklist, watch: vagueWords }),
})

/** Hear somebody, choose a reply, write your own, compare with two models. */
export const studioSchema = z.strictObject({
  kind: z.literal('studio'),
  ...head,
  speakers: z
    .array(
      z.strictObject({
        id,
        who: text,
        says: text,
        choose: text,
        options: z.array(option).min(2),
        write: text,
        checklist,
        strong: model,
        weak: model,
      }),
    )
    .min(1),
})

/** Promises that others can check: repair weak ones, write one's own, take it along. */
export const commitmentSchema = z.strictObject({
  kind: z.literal('commitment'),
  ...head,
  fields: z.array(field).min(3),
  repairs: z
    .array(
      z.strictObject({
        id,
        weak: text,
        stranger: z.array(text).min(2).describe('What a stranger could not know'),
        model: z.record(id, text),
        why: text,
      }),
    )
    .min(1),
  own: z.strictObject({ prompt: text, checklist, watch: vagueWords }),
})

/** A case before an audience: write it, give each objection back before you reply to it. */
export const objectionsSchema = z.strictObject({
  kind: z.literal('objections'),
  ...head,
  rules: z.array(text).min(2),
  fields: z.array(field).min(2).describe('Parts of the case'),
  example: z.record(id, text),
  colleagues: z
    .array(
      z.strictObject({
        id,
        who: text,
        says: text,
        back: z.strictObject({ prompt: text, options: z.array(option).min(2) }).describe('Which sentence gives the objection back?'),
        thanks: text.describe('What the colleague says when the objection was given back'),
        reply: z.strictObject({ prompt: text, checklist, strong: model }),
      }),
    )
    .min(1),
  closing: text,
})

/** A text that is shown once; what is remembered of it; then the text with what was missed. */
export const onceOnlySchema = z.strictObject({
  kind: z.literal('once-only'),
  ...head,
  speaker: text,
  talk: z.array(text).min(3).describe('Paragraphs, shown one at a time, never twice'),
  points: z.array(z.strictObject({ id, text, paragraph: z.int().min(0).describe('Index in talk') })).min(4),
  readings: z.strictObject({ few: text, some: text, most: text }),
  closing: text,
})

/** Rows of the learner's own week; a picture and a reading that only the learner sees. */
export const logSchema = z.strictObject({
  kind: z.literal('log'),
  ...head,
  picture: z.enum(['signs', 'letters']).describe('signs: feelings with strength and first sign; letters: tasks with quadrant A to D'),
  least: z.int().min(1).describe('Rows that make a picture'),
  most: z.int().min(1),
  entry: field.describe('The text of a row: an event, a task'),
  choices: z
    .array(z.strictObject({ id, label: text, help: text, options: z.array(labelled).min(2) }))
    .min(1)
    .describe('For signs: ids feeling and sign; for letters: id letter, options a to d'),
  strength: z.strictObject({ label: text, low: text, high: text }).optional().describe('1 to 10; for signs'),
  example: z.strictObject({ entry: text, choices: z.record(id, id), strength: z.int().min(1).max(10).optional() }),
  readings: z
    .record(z.string(), text)
    .describe('signs: sameSign, differentSigns, strong, mild. letters: mostA, mostC, littleB, someB, spread'),
})

/** One entry of a log becomes a step: a short note and an if–then plan. */
export const logStepSchema = z.strictObject({
  kind: z.literal('log-step'),
  ...head,
  log: z.string().describe('Object id of the log, e.g. emotional-intelligence/lessons/self-awareness/my-log'),
  feelings: z.array(labelled).min(2).describe('To choose from where the log is empty'),
  lines: z.array(field).min(2).describe('The note, line by line'),
  example: z.strictObject({ feeling: text, lines: z.record(id, text), trigger: text, action: text }),
})

const rating = {
  scale: z.array(labelled).length(4).describe('From rarely to usually, low to high'),
  indicators: z
    .array(
      z.strictObject({
        id: z.string().describe('Id in competencies.yaml, e.g. C-CO-L1-1'),
        module: id.describe('Where it is practised'),
        text: text.describe('In the first person'),
      }),
    )
    .min(2),
}

/** Rate yourself with evidence. Private. */
export const selfRatingSchema = z.strictObject({
  kind: z.literal('self-rating'),
  ...head,
  ...rating,
  evidence: field,
  goals: z.int().min(1).describe('How many goals to choose'),
  closing: text,
})

/** The second rating beside the first, two plans, a note to a colleague, a calendar file. Private. */
export const planBuilderSchema = z.strictObject({
  kind: z.literal('plan-builder'),
  ...head,
  early: z.string().describe('Object id of the first self-rating'),
  ...rating,
  evidence: field,
  plans: z.int().min(1),
  example: z.strictObject({ trigger: text, action: text }),
  colleague: z.strictObject({ label: text, help: text, note: text.describe('Draft of the note; {plans} is where the plans go') }),
  reviews: z.array(z.int().min(1)).min(1).describe('Days from today on which to look back'),
  readings: z.strictObject({ up: text, same: text, down: text, noEarly: text }),
})
