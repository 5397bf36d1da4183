/**
 * The competency framework as this course paraphrases it: elements (values, core, managerial), competencies and
 * their indicators. Not the official text; content/competencies.yaml says whose it is.
 */
import { z } from 'zod'

const text = z.string().trim().min(1, 'must not be empty')
const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

export const indicatorIdSchema = z
  .string()
  .regex(/^(V-[A-Z]{2,3}-\d|(C|MG)-[A-Z]{2}-L[123]-\d)$/, 'must be an indicator id such as V-PRO-4 or C-CO-L1-3')

export const competenciesSchema = z.strictObject({
  title: text,
  owner: text.describe('Who holds the official text'),
  edition: text,
  newerEdition: text,
  note: text.describe('Shown wherever an indicator is shown'),
  levelling: text.describe('Which levels apply to whom'),
  elements: z
    .array(
      z.strictObject({
        id: z.enum(['values', 'core', 'managerial']),
        title: text,
        definition: text,
        for: text.describe('Who is expected to show it'),
        levels: z.array(level).describe('Empty where the element has no levels'),
      }),
    )
    .length(3),
  competencies: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(V|C|MG)-[A-Z]{2,3}$/, 'must be a competency id such as C-CO'),
        element: z.enum(['values', 'core', 'managerial']),
        title: text,
        definition: text,
        indicators: z.array(z.strictObject({ id: indicatorIdSchema, level: level.optional(), text })).min(1),
      }),
    )
    .min(1),
})
export type Competencies = z.infer<typeof competenciesSchema>
export type Indicator = Competencies['competencies'][number]['indicators'][number]
