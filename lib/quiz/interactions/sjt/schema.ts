/** Ranked judgement: what one should do, from best to least good. */
import { z } from 'zod'
import { isAlphabetical, repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema } from '#lib/quiz/item-head.ts'

export const sjtSchema = z
  .strictObject({
    kind: z.literal('sjt'),
    ...itemHead,
    options: z.array(optionSchema).min(3).max(5).describe('From best to least good: this order is the key'),
    keyConfirmed: z
      .boolean()
      .describe('true once a panel of at least five experienced IMOs has agreed with the order; until then the item is practice'),
  })
  .check(({ value: item, issues }) => {
    const ids = item.options.map((option) => option.id)
    for (const id of repeated(ids))
      issues.push({ code: 'custom', input: id, path: ['options'], message: `option id "${id}" is used twice` })
    if (isAlphabetical(ids))
      issues.push({ code: 'custom', input: ids, path: ['options'], message: 'the ids stand in alphabetical order and give the key away' })
  })
export type SjtItem = z.infer<typeof sjtSchema>
