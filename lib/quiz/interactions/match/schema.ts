/** Matching: each left side has one right side; extras fit nothing. */
import { z } from 'zod'
import { slugSchema } from '#lib/course/schema.ts'
import { repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema, text } from '#lib/quiz/item-head.ts'

const side = z.strictObject({ id: slugSchema, text })

export const matchSchema = z
  .strictObject({
    kind: z.literal('match'),
    ...itemHead,
    pairs: z
      .array(z.strictObject({ left: side, right: side, feedback: optionSchema.shape.feedback }))
      .min(3)
      .max(6),
    extras: z.array(optionSchema).max(2).describe('Right sides that fit nothing'),
  })
  .check(({ value: item, issues }) => {
    const ids = [
      ...item.pairs.map((pair) => pair.left.id),
      ...item.pairs.map((pair) => pair.right.id),
      ...item.extras.map((extra) => extra.id),
    ]
    for (const id of repeated(ids))
      issues.push({
        code: 'custom',
        input: id,
        path: ['pairs'],
        message: `id "${id}" is used twice; a right side with the id of a left side gives the key away`,
      })
  })
export type MatchItem = z.infer<typeof matchSchema>
