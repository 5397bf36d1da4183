/** GET: one cohort. PUT, body as `cohortFormSchema`: how it is to be. */
import { changesCohortBy, readsCohort } from '#app/api/cohorts/cohort-route.ts'
import { cohortFormSchema } from '#lib/cohort/schema.ts'
import { editCohort, toCohort } from '#lib/cohort/store.ts'

export const dynamic = 'force-dynamic'

export const GET = readsCohort('cohort.see', async ({ asked }) => ({ ok: true, value: toCohort(asked.cohort) }))

export const PUT = changesCohortBy('cohort.edit', cohortFormSchema, ({ asked, form, now }) =>
  editCohort(asked.db, asked.user, asked.cohort.id, form, now),
)
