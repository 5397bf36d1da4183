/** PUT `{ ids }`: the order of all that is assigned. */
import { z } from 'zod'
import { changesCohortBy } from '#app/api/cohorts/cohort-route.ts'
import { orderAssignments } from '#lib/cohort/assign-store.ts'
import { idSchema } from '#lib/cohort/schema.ts'

export const dynamic = 'force-dynamic'

const formSchema = z.strictObject({ ids: z.array(idSchema).max(500) })

export const PUT = changesCohortBy('cohort.assign', formSchema, ({ asked, form, now }) =>
  orderAssignments(asked.db, asked.user, asked.cohort.id, form.ids, now),
)
