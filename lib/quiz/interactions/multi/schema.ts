/** Multiple response: the stem says how many options to choose. */
import { z } from 'zod'
import { repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema } from '#lib/quiz/item-head.ts'

export const multiSchema = z
  .strictObject({
    kind: z.literal('multi'),
    ...itemHead,
    options: z.array(optionSchema).min(4).max(8),
    key: z.array(z.string()).min(2).describe('Ids of the right options'),
  })
  .check(({ value: item, issues }) => {
    const ids = item.options.map((option) => option.id)
    for (const id of repeated(ids))
      issues.push({ code: 'custom', input: id, path: ['options'], message: `option id "${id}" is used twice` })
    for (const id of repeated(item.key)) issues.push({ code: 'custom', input: id, path: ['key'], message: `"${id}" stands twice` })
    for (const id of item.key)
      if (!ids.includes(id)) issues.push({ code: 'custom', input: id, path: ['key'], message: `"${id}" is not the id of an option` })
    if (item.key.length >= ids.length)
      issues.push({ code: 'custom', input: item.key, path: ['key'], message: 'must leave at least one wrong option' })
  })
export type MultiItem = z.infer<typeof multiSchema>
