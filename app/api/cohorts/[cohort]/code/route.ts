/** PUT `{ open?, expiresOn? }`: closes the code, opens it, says how long it is good. POST: a new code; the old one is unknown at once. */
import { changesCohort, changesCohortBy } from '#app/api/cohorts/cohort-route.ts'
import { codeFormSchema } from '#lib/cohort/schema.ts'
import { newCode, setCode } from '#lib/cohort/store.ts'

export const dynamic = 'force-dynamic'

export const PUT = changesCohortBy('cohort.invite', codeFormSchema, ({ asked, form, now }) =>
  setCode(asked.db, asked.user, asked.cohort.id, form, now),
)

export const POST = changesCohort('cohort.invite', ({ asked, now }) => newCode(asked.db, asked.user, asked.cohort.id, now))
