/**
 * POST { module, name }: the outlines of a name as the certificate will be drawn with them, before anything is fixed. Nothing is stored.
 * Only for who has met the rules (or holds the certificate): shaping a name opens fonts of some megabytes, and nobody else has a certificate
 * to write on. Each learner has a budget of them.
 */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { mayBeCertified } from '#app/api/certificates/may-be-certified.ts'
import { nameOfBody } from '#app/api/certificates/name-of-body.ts'
import { knownLearner } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { budgets } from '#lib/account/throttle.ts'
import { spend, throttleKey } from '#lib/account/throttle-store.ts'
import { isOfCourse } from '#lib/credential/describe-achievement.ts'
import { shapeName } from '#lib/credential/shape-name.ts'
import { templates } from '#lib/credential/templates/registry.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

const bodySchema = z.strictObject({ module: z.string().min(1).max(100), name: z.string().max(10_000) })

export const POST = answer(async (request: Request): Promise<Response> => {
  const learner = await knownLearner(request)
  const read = await readBody(request, 20_000)
  if (!read.ok) return refuse(read.code)
  const body = bodySchema.safeParse(read.body)
  if (!body.success) return refuse('malformed')
  const may = await mayBeCertified(learner, body.data.module)
  if (!may.ok) return refuse(may.code)
  if (!(await spend(await database(), throttleKey('name-preview', may.actor), budgets.namePreviews, Date.now())))
    return refuse('wait_a_little')
  const named = await nameOfBody(body.data.name)
  if (!named.ok) return refuse(named.code)
  const { nameBox } = templates[isOfCourse(may.achievement) ? 'course' : 'module']
  const { paths, width, height, direction } = await shapeName(named.name, nameBox)
  return ok({ name: named.name, paths, width, height, direction, box: { width: nameBox.width, height: nameBox.height } })
})
