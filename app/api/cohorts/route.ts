/**
 * GET: the cohorts that this facilitator guides; all of them for an administrator.
 * POST, body as `cohortFormSchema`: a new cohort, open, with its code.
 */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { cohortFormSchema } from '#lib/cohort/schema.ts'
import { cohortsOf, createCohort } from '#lib/cohort/store.ts'
import { fieldsOf, send } from './cohort-route.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'cohort.list')
  return asked instanceof Response ? asked : ok(await cohortsOf(asked.db, asked.user))
})

export const POST = answer(async (request: Request): Promise<Response> => {
  const body = await readBody(request, 50_000)
  if (!body.ok && body.code === 'cross_site') return refuse('cross_site')
  const asked = await guard(request, 'cohort.create')
  if (asked instanceof Response) return asked
  if (!body.ok) return refuse(body.code)
  const form = cohortFormSchema.safeParse(body.body)
  if (!form.success) return refuse('malformed', { details: { fields: fieldsOf(form.error) } })
  return send(await createCohort(asked.db, asked.user, form.data, Date.now()), 201)
})
