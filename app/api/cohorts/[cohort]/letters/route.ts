/**
 * PUT `{ ids, state }`: `handed`: a facilitator sent these letters by hand; `waiting`: those that were given up shall be tried
 * again. Value `{ changed }`: how many were. What cannot be changed any more is left as it is.
 */
import { z } from 'zod'
import { changesCohortBy } from '#app/api/cohorts/cohort-route.ts'
import { markHanded, tryAgain } from '#lib/letter/outbox-store.ts'

export const dynamic = 'force-dynamic'

const formSchema = z.strictObject({
  ids: z
    .array(z.string().regex(/^[0-9a-z]{20,40}$/))
    .min(1)
    .max(100),
  state: z.enum(['handed', 'waiting']),
})

export const PUT = changesCohortBy('cohort.letters', formSchema, async ({ asked, form, now }) => {
  const { db, cohort, user } = asked
  const changed = await (form.state === 'handed' ? markHanded(db, cohort.id, form.ids, now) : tryAgain(db, user, cohort.id, form.ids, now))
  return { ok: true, value: { changed } }
})
