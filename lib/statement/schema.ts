/**
 * The learning record: an immutable statement (after xAPI 1.0.3, IEEE 9274.1.1: actor, verb, object, result, timestamp).
 * Made once, merged by set union over `id`, never edited. Everything shown about a learner is a fold over these.
 */
import { z } from 'zod'

export const statementIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'must be a UUIDv7')

export const verbs = [
  'experienced',
  'answered',
  'chose',
  'reflected',
  'rated',
  'started',
  'responded',
  'finished',
  'completed',
  'satisfied',
  'awarded',
] as const
export type Verb = (typeof verbs)[number]

export const scoreSchema = z.strictObject({ raw: z.number(), max: z.number().positive(), scaled: z.number().min(0).max(1) })
export type Score = z.infer<typeof scoreSchema>

export const resultSchema = z.strictObject({
  /** what the learner gave: for an activity or item, in the shape its kind defines */
  response: z.json().optional(),
  /** id of the choice taken in a scene */
  choice: z.string().max(80).optional(),
  score: scoreSchema.optional(),
  completion: z.boolean().optional(),
  success: z.boolean().optional(),
  /** a scenario run that begins at a turning point of another: that run and how many of its choices are kept */
  from: z.strictObject({ attempt: statementIdSchema, step: z.int().min(0) }).optional(),
  /** server-made: the seed, the drawn items and the option order of a quiz attempt; the ending of a scenario run */
  draw: z.json().optional(),
  /** server-made: the result of a quiz attempt by objective */
  objectives: z.array(z.strictObject({ id: z.string().max(20), scaled: z.number().min(0).max(1), reached: z.boolean() })).optional(),
})
export type Result = z.infer<typeof resultSchema>

/** As a browser sends it. The actor is whoever the cookie says; a browser never names it. */
export const statementSchema = z.strictObject({
  id: statementIdSchema,
  verb: z.enum(verbs),
  object: z.string().min(1).max(200),
  contentHash: z.string().regex(/^[0-9a-f]{12}$/, 'must be twelve hexadecimal digits'),
  attempt: statementIdSchema.optional(),
  result: resultSchema.optional(),
  /** when it was made, Unix milliseconds by the maker's clock */
  at: z.int().min(0),
})
export type Statement = z.infer<typeof statementSchema>

/** As the server keeps it. `seq` counts the learner's statements in the order they were stored: the cursor of `since`. */
export type StoredStatement = Statement & { actor: string; receivedAt: number; seq: number }

/** What a caller of `record` gives; id and time are added. */
export type StatementDraft = Omit<Statement, 'id' | 'at'>
