/** Responses in an attempt. */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { knownLearner } from '#app/api/learner.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { database } from '#lib/db/client.ts'
import { respond } from '#lib/quiz/store.ts'
import { statementIdSchema } from '#lib/statement/schema.ts'

export const dynamic = 'force-dynamic'

const mostBytes = 10_000
/** `response` stays unread here: its kind says what it has to be. */
const bodySchema = z.strictObject({ id: statementIdSchema, item: z.string().max(80), response: z.unknown().optional() })

/** Body `{ id, item, response }`, `id` a UUIDv7 made by the browser; value: score, key and feedback of this item. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ attempt: string }> }): Promise<Response> => {
  const read = await readBody(request, mostBytes)
  if (!read.ok) return refuse(read.code)
  const body = bodySchema.safeParse(read.body)
  if (!body.success) return refuse('malformed')
  const actor = await knownLearner(request)
  if (actor === null) return refuse('attempt_not_found')
  const { id, item, response } = body.data
  const options = { now: Date.now(), course: await courseRecord() }
  const reply = await respond(await database(), actor, (await params).attempt, { id, item, response }, await quizContent(), options)
  return reply.ok ? ok(reply.value) : refuse(reply.code)
})
