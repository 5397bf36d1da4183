/** Attempts at module checks. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { learnerOf } from '#app/api/learner.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { quizRulesFor } from '#lib/cohort/assign-store.ts'
import { database } from '#lib/db/client.ts'
import { startAttempt } from '#lib/quiz/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export const dynamic = 'force-dynamic'

const mostBytes = 1000
const bodySchema = z.strictObject({ module: z.string().max(80) })

/** Body `{ module }`; value: the attempt, the open one or a new one. Refused with `review_first`, details `{ lessons }`, or `no_attempts_left`. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request, mostBytes)
  if (!read.ok) return refuse(read.code)
  const body = bodySchema.safeParse(read.body)
  if (!body.success) return refuse('malformed')
  const content = (await quizContent())(body.data.module)
  if (!content) return refuse('quiz_not_found')
  const { actor, setCookie } = await learnerOf(request)
  const now = Date.now()
  const fresh = { id: uuid7(now, randomBytes(10)), seed: randomBytes(12).toString('hex') }
  const options = { now, course: await courseRecord(), rulesFor: quizRulesFor }
  const started = await startAttempt(await database(), actor, content, fresh, options)
  if (started.ok) return ok(started.value, { setCookie })
  return refuse(started.code, { setCookie, ...(started.code === 'review_first' ? { details: { lessons: started.lessons } } : {}) })
})
