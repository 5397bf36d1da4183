/** GET: what is assigned, in order. POST, body as `newAssignmentsSchema`: assigns modules, each after the one before. */
import { changesCohortBy, readsCohort } from '#app/api/cohorts/cohort-route.ts'
import { courseFacts } from '#app/api/cohorts/course-facts.ts'
import { assign, assignmentsOf } from '#lib/cohort/assign-store.ts'
import { newAssignmentsSchema } from '#lib/cohort/schema.ts'

export const dynamic = 'force-dynamic'

export const GET = readsCohort('cohort.see', async ({ asked }) => ({ ok: true, value: await assignmentsOf(asked.db, asked.cohort.id) }))

export const POST = changesCohortBy('cohort.assign', newAssignmentsSchema, async ({ asked, form, now }) =>
  assign(asked.db, asked.user, asked.cohort.id, form, { course: await courseFacts(), now }),
)
