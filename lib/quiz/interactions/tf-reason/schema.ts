/** True or false with its reason: four pairs of verdict and reason, one of them right. */
import { z } from 'zod'
import { repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema } from '#lib/quiz/item-head.ts'

export const tfReasonSchema = z
  .strictObject({
    kind: z.literal('tf-reason'),
    ...itemHead,
    statement: itemHead.stem.describe('The sentence that is true or false'),
    options: z
      .array(optionSchema.extend({ verdict: z.boolean() }))
      .length(4)
      .describe('Two reasons for each verdict; the text completes "True, because …" or "False, because …"'),
    key: z.string().describe('Id of the right pair'),
  })
  .check(({ value: item, issues }) => {
    const ids = item.options.map((option) => option.id)
    for (const id of repeated(ids))
      issues.push({ code: 'custom', input: id, path: ['options'], message: `option id "${id}" is used twice` })
    if (!ids.includes(item.key)) issues.push({ code: 'custom', input: item.key, path: ['key'], message: 'must be the id of an option' })
    if (item.options.filter((option) => option.verdict).length !== 2)
      issues.push({ code: 'custom', input: ids, path: ['options'], message: 'must have two reasons for true and two for false' })
  })
export type TfReasonItem = z.infer<typeof tfReasonSchema>
