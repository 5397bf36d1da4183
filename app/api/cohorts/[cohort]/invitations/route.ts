/**
 * GET: who was invited, each with the personal link (`path`) while it is good.
 * POST `{ text, keep }`: a list of addresses as it was pasted or read from a file. With `keep` false nothing is stored: it shows what would
 * come of it. Value `{ people, bad, repeated, invited, already }`, see lib/cohort/read-addresses.ts and invite-store.ts.
 */
import { z } from 'zod'
import { changesCohortBy, readsCohort } from '#app/api/cohorts/cohort-route.ts'
import { type Invitation, invitationsOf, invite, invitePath } from '#lib/cohort/invite-store.ts'
import { readAddresses } from '#lib/cohort/read-addresses.ts'
import { config } from '#lib/config/read-config.ts'
import { hastenLetters } from '#lib/letter/hasten.ts'

export const dynamic = 'force-dynamic'

const mostPeople = 2000
const formSchema = z.strictObject({ text: z.string().max(500_000), keep: z.boolean().default(true) })

export const GET = readsCohort('cohort.invite', async ({ asked }) => {
  const all = await invitationsOf(asked.db, asked.cohort.id)
  return { ok: true, value: all.map((one) => withPath(one, asked.cohort.code)) }
})

export const POST = changesCohortBy(
  'cohort.invite',
  formSchema,
  async ({ asked, form, now }) => {
    const read = readAddresses(form.text)
    if (read.people.length > mostPeople) return { ok: false, code: 'too_many_addresses' }
    if (!form.keep) return { ok: true, value: { ...read, invited: [], already: [] } }
    const kept = await invite(asked.db, asked.user, asked.cohort.id, read.people, { now, secret: config().secret })
    if (!kept.ok) return kept
    hastenLetters()
    const invited = kept.value.invited.map((one) => withPath(one, asked.cohort.code))
    return { ok: true, value: { ...read, invited, already: kept.value.already } }
  },
  1_000_000,
)

function withPath(one: Invitation, code: string) {
  return { ...one, path: one.joinedAt === null && one.withdrawnAt === null ? invitePath(code, one.id, config().secret) : null }
}
