/**
 * What an author writes for one activity: one shape per kind, told apart by `kind`. In a lesson the data stands
 * in the front matter under `activities:` and `<Activity id="…" />` in the text says where it appears.
 * In-lesson activities are practice: their keys may reach the browser.
 */
import { z } from 'zod'
import {
  adviseSchema,
  assembleSchema,
  casesSchema,
  combineSchema,
  dialogueSchema,
  flowSchema,
  ladderSchema,
  questionBudgetSchema,
} from './kinds/deciding.ts'
import { head, id, text } from './kinds/head.ts'
import {
  dayPlannerSchema,
  explorerSchema,
  gridSchema,
  matrixSchema,
  powerMapSchema,
  signalsSchema,
  slidersSchema,
} from './kinds/placing.ts'
import {
  commitmentSchema,
  fadingSchema,
  logSchema,
  logStepSchema,
  objectionsSchema,
  onceOnlySchema,
  planBuilderSchema,
  selfRatingSchema,
  studioSchema,
} from './kinds/writing.ts'

export const guessesSchema = z.strictObject({
  kind: z.literal('guesses'),
  ...head,
  questions: z.array(z.strictObject({ id, text, options: z.array(z.strictObject({ id, text, reply: text })).min(2) })).length(2),
})

export const choiceSchema = z.strictObject({
  kind: z.literal('choice'),
  ...head,
  options: z
    .array(
      z.strictObject({
        id,
        text,
        right: z.boolean(),
        verdict: text.describe('Two or three words before the feedback, e.g. "Worth planning."'),
        feedback: text,
      }),
    )
    .min(2),
})

/** Stems by which a point is found in what a learner wrote: each entry must be there, of a list one of its words. */
export const keywords = z.array(z.union([text, z.array(text).min(2)])).min(1)

export const recallSchema = z.strictObject({
  kind: z.literal('recall'),
  ...head,
  points: z.array(z.strictObject({ id, text, keywords })).min(1).describe('What a full answer contains; the learner ticks what they had'),
  answer: text.describe('A full answer in one or two sentences'),
})

export const sketchSchema = z.strictObject({
  kind: z.literal('sketch'),
  ...head,
  most: z.int().min(1).max(20).describe('How many contacts fit'),
  rings: z
    .array(z.strictObject({ id, label: text, meaning: text }))
    .length(3)
    .describe('From the centre outwards'),
  readings: z
    .strictObject({
      few: text,
      onlyClose: text,
      onlyFar: text,
      iAsk: text,
      theyAsk: text,
      silent: text,
      balanced: text,
    })
    .describe('What the learner reads about the picture; the rule in lib/activity picks those that apply'),
})

export const roomSchema = z.strictObject({
  kind: z.literal('room'),
  ...head,
  minutes: z.int().min(1).describe('Minutes in the room'),
  need: text.describe('What the learner needs to find out'),
  people: z
    .array(
      z.strictObject({
        id,
        who: text.describe('What one can see from the door'),
        x: z.number().min(0).max(100),
        y: z.number().min(0).max(100),
        openings: z
          .array(
            z.strictObject({
              id,
              text,
              minutes: z.int().min(1),
              reply: text,
              feedback: text,
              learnt: text.optional(),
              reason: z.enum(['contacts', 'skills', 'visibility', 'unlikely']).optional(),
            }),
          )
          .min(2),
      }),
    )
    .min(3),
  closing: z.strictObject({ none: text, some: text, many: text }),
})

export const scheduleSchema = z.strictObject({
  kind: z.literal('schedule'),
  ...head,
  fields: z.array(z.strictObject({ id, label: text, help: text, type: z.enum(['text', 'date', 'long']) })).min(1),
  example: z.record(z.string(), text),
  lines: z.int().min(1).describe('Lines the learner is asked to fill'),
  vague: z
    .array(z.strictObject({ words: z.array(text).min(1), advice: text }))
    .describe('Words in the objective that show it is vague, and what to say then'),
})

export const workshopSchema = z.strictObject({
  kind: z.literal('workshop'),
  ...head,
  messages: z
    .array(
      z.strictObject({
        id,
        situation: text,
        draft: text,
        checklist: z.array(z.strictObject({ id, text })).min(2).describe('Ticked by the learner, not by a machine'),
        strong: z.strictObject({ text, why: text }),
        weak: z.strictObject({ text, why: text }),
      }),
    )
    .min(1),
})

export const mixedRoundSchema = z.strictObject({
  kind: z.literal('mixed-round'),
  ...head,
  categories: z.array(z.strictObject({ id, label: text, cue: text.describe('How to recognise it, one line') })).min(2),
  cards: z
    .array(
      z.strictObject({
        id,
        text,
        category: id,
        also: id.optional().describe('A second category that can be defended'),
        feedback: text,
        confusions: z.record(z.string(), text).optional().describe('Feedback for one wrong category'),
      }),
    )
    .min(4),
})

export const simulationSchema = z.strictObject({
  kind: z.literal('simulation'),
  ...head,
  name: z.enum(['follow-one-number', 'who-knows-whom', 'temperature-of-a-meeting', 'week-of-in-tray', 'promise-ledger', 'said-and-meant']),
  insight: text.describe('The idea, named after the reader has seen it happen'),
})

export const planSchema = z.strictObject({
  kind: z.literal('plan'),
  ...head,
  tasks: z.array(z.strictObject({ id, text })).min(1),
  example: z.strictObject({ trigger: text, action: text }),
})

export const reflectionSchema = z.strictObject({
  kind: z.literal('reflection'),
  ...head,
  prompt: text,
  pointer: text,
  care: text.optional(),
})

export const activitySchema = z.discriminatedUnion('kind', [
  guessesSchema,
  choiceSchema,
  recallSchema,
  sketchSchema,
  roomSchema,
  scheduleSchema,
  workshopSchema,
  mixedRoundSchema,
  simulationSchema,
  planSchema,
  reflectionSchema,
  casesSchema,
  combineSchema,
  ladderSchema,
  flowSchema,
  adviseSchema,
  questionBudgetSchema,
  assembleSchema,
  dialogueSchema,
  slidersSchema,
  explorerSchema,
  matrixSchema,
  dayPlannerSchema,
  powerMapSchema,
  gridSchema,
  signalsSchema,
  fadingSchema,
  studioSchema,
  commitmentSchema,
  objectionsSchema,
  onceOnlySchema,
  logSchema,
  logStepSchema,
  selfRatingSchema,
  planBuilderSchema,
])
export type Activity = z.infer<typeof activitySchema>
export type ActivityKind = Activity['kind']
export type ActivityOf<K extends ActivityKind> = Extract<Activity, { kind: K }>
export type SimulationName = ActivityOf<'simulation'>['name']
