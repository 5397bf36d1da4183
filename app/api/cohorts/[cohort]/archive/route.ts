/** PUT: archives the cohort. DELETE: takes it out of the archive. Either twice changes nothing. */
import { changesCohort } from '#app/api/cohorts/cohort-route.ts'
import { setArchived } from '#lib/cohort/store.ts'

export const dynamic = 'force-dynamic'

export const PUT = changesCohort('cohort.archive', ({ asked, now }) => setArchived(asked.db, asked.user, asked.cohort.id, true, now))
export const DELETE = changesCohort('cohort.archive', ({ asked, now }) => setArchived(asked.db, asked.user, asked.cohort.id, false, now))
