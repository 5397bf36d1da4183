/** Ordering: the options are written in the right order. */
import { z } from 'zod'
import { isAlphabetical, repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema } from '#lib/quiz/item-head.ts'

export const orderSchema = z
  .strictObject({
    kind: z.literal('order'),
    ...itemHead,
    options: z.array(optionSchema).min(3).max(8).describe('In the right order: this order is the key'),
  })
  .check(({ value: item, issues }) => {
    const ids = item.options.map((option) => option.id)
    for (const id of repeated(ids))
      issues.push({ code: 'custom', input: id, path: ['options'], message: `option id "${id}" is used twice` })
    if (isAlphabetical(ids))
      issues.push({ code: 'custom', input: ids, path: ['options'], message: 'the ids stand in alphabetical order and give the key away' })
  })
export type OrderItem = z.infer<typeof orderSchema>
