/** DELETE: takes somebody out. PUT: takes that back. */
import { changesCohort } from '#app/api/cohorts/cohort-route.ts'
import { removeMember, restoreMember } from '#lib/cohort/join-store.ts'

export const dynamic = 'force-dynamic'

export const DELETE = changesCohort('cohort.members', ({ asked, params, now }) =>
  removeMember(asked.db, asked.user, asked.cohort.id, params['learner'] ?? '', now),
)

export const PUT = changesCohort('cohort.members', ({ asked, params, now }) =>
  restoreMember(asked.db, asked.user, asked.cohort.id, params['learner'] ?? '', now),
)
