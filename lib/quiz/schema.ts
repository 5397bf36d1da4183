/**
 * What an author writes for a module's item bank (content/modules/<slug>/questions.yaml): a list of items, one shape
 * per interaction kind, told apart by `kind`. These shapes carry keys and feedback: they stay on the server, and no
 * component imports their types. What a browser may see is in interactions/<kind>/public.ts.
 */
import { z } from 'zod'
import { matchSchema } from './interactions/match/schema.ts'
import { multiSchema } from './interactions/multi/schema.ts'
import { orderSchema } from './interactions/order/schema.ts'
import { reflectSchema } from './interactions/reflect/schema.ts'
import { singleSchema } from './interactions/single/schema.ts'
import { sjtSchema } from './interactions/sjt/schema.ts'
import { sortSchema } from './interactions/sort/schema.ts'
import { tfReasonSchema } from './interactions/tf-reason/schema.ts'

export const itemSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multiSchema,
  tfReasonSchema,
  orderSchema,
  matchSchema,
  sortSchema,
  sjtSchema,
  reflectSchema,
])
export type Item = z.infer<typeof itemSchema>
export type ItemKind = Item['kind']

/** The whole of questions.yaml. */
export const itemBankSchema = z
  .array(itemSchema)
  .min(1)
  .check(({ value: items, issues }) => {
    for (const [index, { id }] of items.entries())
      if (items.findIndex((item) => item.id === id) < index)
        issues.push({
          code: 'custom',
          input: id,
          path: [index, 'id'],
          message: `must be its own: item id "${id}" is used twice. Give this item the next free number`,
        })
  })
