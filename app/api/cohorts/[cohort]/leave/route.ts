/** POST: whoever asks leaves the cohort. Their record is theirs and stays; the cohort sees nothing of it from now on. */
import { changesCohort } from '#app/api/cohorts/cohort-route.ts'
import { leaveCohort } from '#lib/cohort/join-store.ts'

export const dynamic = 'force-dynamic'

export const POST = changesCohort('self.leave', async ({ asked, now }) =>
  asked.who.learner === null ? { ok: false, code: 'not_found' } : leaveCohort(asked.db, asked.cohort.id, asked.who.learner, now),
)
