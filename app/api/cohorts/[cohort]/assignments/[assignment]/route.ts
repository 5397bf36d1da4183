/** PUT, body as `assignmentFormSchema`: how it is to be; its module stays. DELETE: ends it. Neither takes away what was achieved. */
import { changesCohort, changesCohortBy } from '#app/api/cohorts/cohort-route.ts'
import { courseFacts } from '#app/api/cohorts/course-facts.ts'
import { changeAssignment, endAssignment } from '#lib/cohort/assign-store.ts'
import { assignmentFormSchema } from '#lib/cohort/schema.ts'

export const dynamic = 'force-dynamic'

export const PUT = changesCohortBy('cohort.assign', assignmentFormSchema, async ({ asked, params, form, now }) =>
  changeAssignment(asked.db, asked.user, asked.cohort.id, params['assignment'] ?? '', form, { course: await courseFacts(), now }),
)

export const DELETE = changesCohort('cohort.assign', ({ asked, params, now }) =>
  endAssignment(asked.db, asked.user, asked.cohort.id, params['assignment'] ?? '', now),
)
