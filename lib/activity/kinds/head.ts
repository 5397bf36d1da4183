/** What the activities of every kind share. */
import { z } from 'zod'

export const text = z.string().trim().min(1, 'must not be empty')
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
export const head = {
  id,
  title: text.describe('Heading of the box, a question or an instruction'),
  lead: text.optional().describe('One or two sentences under the heading'),
}
/** One option of a question in a lesson: practice, so its key may reach the browser. */
export const option = z.strictObject({ id, text, right: z.boolean(), feedback: text })
/** Sentences picked by a rule of lib/activity, one for each name. */
export const labelled = z.strictObject({ id, label: text })
export const field = z.strictObject({ id, label: text, help: text })
export const checklist = z.array(z.strictObject({ id, text })).min(2).describe('Ticked by the learner, not by a machine')
export const model = z.strictObject({ text, why: text })
export const vagueWords = z
  .array(z.strictObject({ words: z.array(text).min(1), advice: text }))
  .describe('Words in a draft that ask for a second look, and what to say then')
