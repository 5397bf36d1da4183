/** Kinds in which the learner puts things on a scale, a plane, a map or a grid. */
import { z } from 'zod'
import { field, head, id, labelled, option, text } from './head.ts'

const letter = z.enum(['A', 'B', 'C', 'D'])

/** Judgements without one right value: sliders, then the range that experienced people gave. */
export const slidersSchema = z.strictObject({
  kind: z.literal('sliders'),
  ...head,
  scales: z
    .array(z.strictObject({ id, label: text, low: text.describe('Word at 0'), high: text.describe('Word at 10') }))
    .min(1)
    .max(2),
  rows: z
    .array(
      z.strictObject({
        id,
        text,
        ranges: z.record(id, z.tuple([z.int().min(0).max(10), z.int().min(0).max(10)])).describe('Scale to the lowest and highest value'),
        why: text,
      }),
    )
    .min(2),
  whose: text.describe('Whose ranges these are, said on screen'),
})

/** A reference learned by using it: the indicators of content/competencies.yaml with filters, then questions about people. */
export const explorerSchema = z.strictObject({
  kind: z.literal('explorer'),
  ...head,
  people: z
    .array(
      z.strictObject({
        id,
        who: text.describe('Name, post, level'),
        question: text,
        sets: z.array(z.strictObject({ id, label: text, applies: z.boolean(), feedback: text })).min(3),
        closing: text,
      }),
    )
    .min(1),
})

/** Tasks on the importance and urgency plane, a reason in a few words, two experts who disagree on one. */
export const matrixSchema = z.strictObject({
  kind: z.literal('matrix'),
  ...head,
  goal: text,
  quadrants: z.array(z.strictObject({ id: letter, label: text, verb: text })).length(4),
  experts: z.array(z.strictObject({ id, name: text, goal: text })).length(2),
  tasks: z.array(z.strictObject({ id, text, places: z.record(id, letter).describe('Expert to quadrant'), why: text })).min(4),
})

/** A day of half-hours, planned; then surprises arrive. */
export const dayPlannerSchema = z.strictObject({
  kind: z.literal('day-planner'),
  ...head,
  goal: text,
  start: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .describe('Time of the first half-hour'),
  slots: z.int().min(4).max(24).describe('Half-hours in the day'),
  tasks: z
    .array(
      z.strictObject({
        id,
        text,
        quadrant: letter,
        length: z.int().min(1).describe('Half-hours'),
        before: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .optional()
          .describe('Has to be finished by then'),
        fixed: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .optional()
          .describe('Begins then and cannot be moved'),
        done: text.describe('What came of it'),
        missed: text.describe('What it cost to leave it out'),
      }),
    )
    .min(5),
  surprises: z
    .array(
      z.strictObject({
        id,
        at: z.string().regex(/^\d\d:\d\d$/),
        text,
        options: z
          .array(
            z.strictObject({
              id,
              text,
              takes: z.int().min(0).describe('Half-hours lost from now on'),
              result: text,
              feedback: text,
            }),
          )
          .min(2),
      }),
    )
    .min(1),
  readings: z
    .strictObject({ allA: text, missedA: text, keptB: text, lostB: text, margin: text, noMargin: text, manyC: text })
    .describe('What the learner reads about the day; the rule in lib/activity picks those that apply'),
})

/** Who depends on whom: arrows between people, then what can be said in which room. */
export const powerMapSchema = z.strictObject({
  kind: z.literal('power-map'),
  ...head,
  people: z.array(z.strictObject({ id, name: text, role: text, x: z.number().min(0).max(100), y: z.number().min(0).max(100) })).min(3),
  arrows: z
    .array(z.strictObject({ from: id, to: id, why: text }))
    .min(2)
    .describe('from depends on to, in the authors’ reading'),
  sentences: z
    .array(z.strictObject({ id, text, prompt: text, options: z.array(option).min(2) }))
    .min(1)
    .describe('Options are rooms'),
  closing: text,
})

/** Rows by columns; a few cells filled from the learner's own week. Private. */
export const gridSchema = z.strictObject({
  kind: z.literal('grid'),
  ...head,
  rows: z.array(field).min(2),
  columns: z.array(labelled.extend({ module: id })).min(2),
  fill: z.int().min(1).describe('Cells the learner is asked to fill'),
  example: z.strictObject({ row: id, column: id, text }),
  readings: z.strictObject({ fewRows: text, fewColumns: text, spread: text }),
})

/** A described scene: mark places that tell something; each mark says what it might mean and might not. */
export const signalsSchema = z.strictObject({
  kind: z.literal('signals'),
  ...head,
  setting: text,
  most: z.int().min(1).describe('Places the learner may mark'),
  segments: z
    .array(
      z.strictObject({
        id,
        text,
        break: z.literal(true).optional().describe('Begins a paragraph of the scene'),
        signal: z.strictObject({ might: text, mightNot: text, ask: text }).optional(),
        plain: text.optional().describe('Feedback where a segment without a signal was marked'),
      }),
    )
    .min(6)
    .describe('In reading order, a sentence each; together they are the scene'),
  closing: text,
})
