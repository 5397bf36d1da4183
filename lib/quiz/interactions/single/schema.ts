/** Single choice: one option is right. */
import { z } from 'zod'
import { repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema } from '#lib/quiz/item-head.ts'

export const singleSchema = z
  .strictObject({
    kind: z.literal('single'),
    ...itemHead,
    options: z.array(optionSchema).min(3).max(5),
    key: z.string().describe('Id of the right option'),
  })
  .check(({ value: item, issues }) => {
    const ids = item.options.map((option) => option.id)
    for (const id of repeated(ids))
      issues.push({ code: 'custom', input: id, path: ['options'], message: `option id "${id}" is used twice` })
    if (!ids.includes(item.key)) issues.push({ code: 'custom', input: item.key, path: ['key'], message: 'must be the id of an option' })
  })
export type SingleItem = z.infer<typeof singleSchema>
