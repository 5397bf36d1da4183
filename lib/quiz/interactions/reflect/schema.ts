/** Reflection: free writing, never scored, kept on the learner's device only. */
import { z } from 'zod'
import { itemHead, text } from '#lib/quiz/item-head.ts'

export const reflectSchema = z.strictObject({
  kind: z.literal('reflect'),
  ...itemHead,
  words: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }).describe('Suggested length'),
  pointer: text.describe('A thought to compare with, shown on request after writing'),
})
export type ReflectItem = z.infer<typeof reflectSchema>
