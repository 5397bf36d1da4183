/** GET: who facilitates the cohort. POST `{ email }`: somebody else, who has to be a facilitator of the site. */
import { z } from 'zod'
import { changesCohortBy, readsCohort } from '#app/api/cohorts/cohort-route.ts'
import { plainAddress } from '#lib/cohort/plain-text.ts'
import { addFacilitator, facilitatorsOf } from '#lib/cohort/store.ts'

export const dynamic = 'force-dynamic'

const formSchema = z.strictObject({ email: z.string().max(400).transform(plainAddress) })

export const GET = readsCohort('cohort.see', async ({ asked }) => ({ ok: true, value: await facilitatorsOf(asked.db, asked.cohort.id) }))

export const POST = changesCohortBy('cohort.facilitators', formSchema, ({ asked, form, now }) =>
  addFacilitator(asked.db, asked.user, asked.cohort.id, form.email, now),
)
