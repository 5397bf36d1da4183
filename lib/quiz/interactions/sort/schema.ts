/** Categorise: each card belongs to one category. */
import { z } from 'zod'
import { slugSchema } from '#lib/course/schema.ts'
import { repeated } from '#lib/quiz/id-list.ts'
import { itemHead, optionSchema, text } from '#lib/quiz/item-head.ts'

export const sortSchema = z
  .strictObject({
    kind: z.literal('sort'),
    ...itemHead,
    categories: z
      .array(z.strictObject({ id: slugSchema, text }))
      .min(2)
      .max(5)
      .describe('Shown in this order'),
    cards: z
      .array(optionSchema.extend({ category: slugSchema }))
      .min(3)
      .max(8),
  })
  .check(({ value: item, issues }) => {
    const categories = item.categories.map((category) => category.id)
    for (const id of repeated(categories))
      issues.push({ code: 'custom', input: id, path: ['categories'], message: `category id "${id}" is used twice` })
    for (const id of repeated(item.cards.map((card) => card.id)))
      issues.push({ code: 'custom', input: id, path: ['cards'], message: `card id "${id}" is used twice` })
    for (const [index, card] of item.cards.entries())
      if (!categories.includes(card.category))
        issues.push({
          code: 'custom',
          input: card.category,
          path: ['cards', index, 'category'],
          message: `"${card.category}" is not the id of a category`,
        })
  })
export type SortItem = z.infer<typeof sortSchema>
