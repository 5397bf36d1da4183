/** DELETE: withdraws an invitation; its personal link opens nothing any more. */
import { changesCohort } from '#app/api/cohorts/cohort-route.ts'
import { withdrawInvitation } from '#lib/cohort/invite-store.ts'
import { isId } from '#lib/cohort/relation-store.ts'

export const dynamic = 'force-dynamic'

export const DELETE = changesCohort('cohort.invite', async ({ asked, params, now }) => {
  const id = params['invitation'] ?? ''
  return isId(id) ? withdrawInvitation(asked.db, asked.user, asked.cohort.id, id, now) : { ok: false, code: 'not_found' }
})
