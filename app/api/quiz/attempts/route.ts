/** Attempts at module checks. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { learnerOf } from '#app/api/learner.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { database } from '#lib/db/client.ts'
import { startAttempt } from '#lib/quiz/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export const dynamic = 'force-dynamic'

const mostBytes = 1000
const bodySchema = z.strictObject({ module: z.string().max(80) })

/** Body `{ module }`; value: the attempt, the open one or a new one. Refused with `review_first`, details `{ lessons }`. */
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
  const started = await startAttempt(await database(), actor, content, fresh, { now, course: await courseRecord() })
  return started.ok ? ok(started.value, { setCookie }) : refuse(started.code, { setCookie, details: { lessons: started.lessons } })
})
