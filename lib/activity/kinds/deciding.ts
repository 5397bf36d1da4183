/** Kinds in which the learner judges or builds something from given parts and sees what follows. */
import { z } from 'zod'
import { head, id, labelled, option, text } from './head.ts'

/** One case after another, each with one or more questions; what follows may come late ("next month"). */
export const casesSchema = z.strictObject({
  kind: z.literal('cases'),
  ...head,
  order: z.enum(['given', 'mixed']).describe('mixed: an order of its own in each round'),
  cases: z
    .array(
      z.strictObject({
        id,
        title: text.describe('Who or what, a few words'),
        text: text.describe('The situation; empty lines begin paragraphs'),
        questions: z
          .array(
            z.strictObject({
              id,
              prompt: text,
              options: z.array(option.extend({ later: text.optional().describe('What came of it, shown after the last case') })).min(2),
            }),
          )
          .min(1),
        outcome: text.optional().describe('Shown after the last question of the case, whatever was chosen'),
      }),
    )
    .min(2),
  later: text.optional().describe('Heading over what came of the choices, e.g. "One month later"'),
  closing: text.optional().describe('One thing to take away'),
})

/** Parts to combine (dials, building blocks); the combination gets an answer. */
export const combineSchema = z.strictObject({
  kind: z.literal('combine'),
  ...head,
  look: z.enum(['dials', 'blocks']).describe('dials: settings of one thing; blocks: pieces of a message, shown joined'),
  situations: z
    .array(
      z.strictObject({
        id,
        title: text,
        text,
        parts: z.array(z.strictObject({ id, label: text, options: z.array(z.strictObject({ id, text })).min(2) })).min(2),
        outcomes: z
          .array(
            z.strictObject({
              when: z.record(id, z.array(id)).describe('Part to the options it may have; {} in the last one fits everything'),
              fit: z.enum(['good', 'mixed', 'poor']),
              reply: text.describe('What the other person says or does'),
              feedback: text,
            }),
          )
          .min(2)
          .describe('The first one whose `when` fits counts'),
      }),
    )
    .min(1),
})

/** From a thing to a person by asking "so that …?": choose the next rung, then build a ladder of one's own. */
export const ladderSchema = z.strictObject({
  kind: z.literal('ladder'),
  ...head,
  start: text.describe('The foot: a cell, a file, a chart'),
  question: text.describe('Asked on every rung'),
  rungs: z.array(z.strictObject({ id, options: z.array(option).min(2) })).min(3),
  top: text.describe('Said when the person at the top has appeared'),
  own: z.strictObject({
    prompt: text,
    start: text.describe('Label of the first field'),
    rung: text.describe('Label of the others'),
    most: z.int().min(3).max(7),
  }),
})

/** Steps to bring into order, then to take out one at a time: what happens downstream? */
export const flowSchema = z.strictObject({
  kind: z.literal('flow'),
  ...head,
  steps: z
    .array(
      z.strictObject({
        id,
        who: text,
        text: text.describe('What is done in this step'),
        short: text.describe('For the drawing, two or three words'),
        without: text.describe('What happens downstream when this step is missing'),
        hit: z.array(id).describe('Steps that then go wrong'),
      }),
    )
    .min(4)
    .describe('In the right order; the last one leads back to the first'),
  back: text.describe('What the arrow from the last step to the first carries'),
  closing: text,
})

/** Advise one of several offices: a practice, the condition it needs, the risk it has. */
export const adviseSchema = z.strictObject({
  kind: z.literal('advise'),
  ...head,
  offices: z.array(z.strictObject({ id, title: text, profile: text, facts: z.array(text).min(2) })).min(2),
  practices: z.array(z.strictObject({ id, label: text, idea: text })).min(2),
  conditions: z.array(z.strictObject({ id, text })).min(3).describe('What must be true first'),
  risks: z.array(z.strictObject({ id, text })).min(3),
  verdicts: z
    .array(
      z.strictObject({
        office: id,
        practice: id,
        fit: z.enum(['good', 'mixed', 'poor']),
        text: text.describe('What would probably happen there, and why'),
        condition: z.strictObject({ fits: z.array(id).min(1), why: text }),
        risk: z.strictObject({ fits: z.array(id).min(1), why: text }),
      }),
    )
    .describe('One for each office and practice'),
  closing: text,
})

/** A few questions out of many, then a decision that rests on what was asked. */
export const questionBudgetSchema = z.strictObject({
  kind: z.literal('question-budget'),
  ...head,
  situation: text,
  budget: z.int().min(1),
  questions: z.array(z.strictObject({ id, who: text, text, reply: text, pertinent: z.boolean(), feedback: text })).min(4),
  decide: z.strictObject({
    prompt: text,
    options: z
      .array(
        z.strictObject({
          id,
          text,
          fit: z.enum(['good', 'mixed', 'poor']),
          needs: z.array(id).describe('Questions that should have been asked to say this; [] for none'),
          feedback: text,
          unasked: text.optional().describe('Added where one of `needs` was not asked'),
        }),
      )
      .min(2),
  }),
  closing: text,
})

/** Choose the sentences that belong into a text, bring them into order, compare with a worked one. */
export const assembleSchema = z.strictObject({
  kind: z.literal('assemble'),
  ...head,
  situation: text,
  parts: z.array(labelled).min(3).describe('The anatomy, in the right order'),
  sentences: z
    .array(z.strictObject({ id, text, part: id.optional().describe('The part it is; none: it does not belong'), feedback: text }))
    .min(6),
  worked: z.strictObject({ text, why: text }),
})

/** A talk in turns with one bar that moves; what was never checked stays a guess. */
export const dialogueSchema = z.strictObject({
  kind: z.literal('dialogue'),
  ...head,
  setting: text,
  speaker: text,
  bar: z.strictObject({
    label: text,
    start: z.int().min(0),
    max: z.int().min(1),
    words: z.array(z.strictObject({ from: z.int(), word: text })).min(2),
  }),
  turns: z
    .array(
      z.strictObject({
        id,
        says: text,
        sign: text.optional().describe('What one can see or hear beside the words'),
        options: z.array(z.strictObject({ id, text, effect: z.int(), reply: text, feedback: text })).min(2),
      }),
    )
    .min(4),
  ends: z
    .array(z.strictObject({ from: z.int(), title: text, text }))
    .min(2)
    .describe('By the value of the bar, ascending'),
})
