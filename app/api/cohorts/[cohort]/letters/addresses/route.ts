/** PUT `{ address }`: an address that refused a letter is right after all; letters go there again. */
import { z } from 'zod'
import { changesCohortBy } from '#app/api/cohorts/cohort-route.ts'
import { plainAddress } from '#lib/letter/kinds.ts'
import { allowAgain } from '#lib/letter/outbox-store.ts'

export const dynamic = 'force-dynamic'

const formSchema = z.strictObject({ address: z.string().min(3).max(320) })

export const PUT = changesCohortBy('cohort.letters', formSchema, async ({ asked, form, now }) => {
  const allowed = await allowAgain(asked.db, asked.user, asked.cohort.id, plainAddress(form.address), now)
  return allowed ? { ok: true, value: null } : { ok: false, code: 'not_found' }
})
