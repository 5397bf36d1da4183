/** DELETE: they facilitate this cohort no more. The last one stays. */
import { changesCohort } from '#app/api/cohorts/cohort-route.ts'
import { removeFacilitator } from '#lib/cohort/store.ts'

export const dynamic = 'force-dynamic'

export const DELETE = changesCohort('cohort.facilitators', ({ asked, params, now }) =>
  removeFacilitator(asked.db, asked.user, asked.cohort.id, params['user'] ?? '', now),
)
