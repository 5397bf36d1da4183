/** What every item has, whatever its interaction. The kinds add their own part in interactions/<kind>/schema.ts. */
import { z } from 'zod'
import { factIdSchema, objectiveIdSchema, slugSchema } from '#lib/course/schema.ts'

export const text = z.string().trim().min(1, 'must not be empty')

export const itemHead = {
  id: z
    .string()
    .regex(/^M\d-Q\d{2}$/, 'must be an item id such as M3-Q07')
    .describe('Never given to another item, even after this one is retired'),
  objective: objectiveIdSchema.describe('The one objective the item speaks about'),
  difficulty: z.enum(['easy', 'medium', 'hard']).describe('Expected right after the lesson: 80 % or more, 55 to 80 %, under 55 %'),
  level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create']),
  facts: z.array(factIdSchema).min(1).describe('Facts from the sources that the item rests on'),
  stem: text.describe('The question; can be answered before one reads the options'),
}

/** An option id is a word or two from its text: stable when the text is improved, and silent about the key. */
export const optionSchema = z.strictObject({
  id: slugSchema,
  text,
  feedback: text.describe('Says why, also for the right option'),
})
