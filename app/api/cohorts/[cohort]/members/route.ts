/** GET: everybody who is or was in the cohort. */
import { readsCohort } from '#app/api/cohorts/cohort-route.ts'
import { membersOf } from '#lib/cohort/join-store.ts'

export const dynamic = 'force-dynamic'

export const GET = readsCohort('cohort.members', async ({ asked }) => ({ ok: true, value: await membersOf(asked.db, asked.cohort.id) }))
