/** The end of an attempt. */
import { randomBytes } from 'node:crypto'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { knownLearner } from '#app/api/learner.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { isSameSite } from '#app/api/same-site.ts'
import { quizRulesFor } from '#lib/cohort/assign-store.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import { finishAttempt } from '#lib/quiz/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'

export const dynamic = 'force-dynamic'

/** No body needed; value: the result, over all and by objective. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ attempt: string }> }): Promise<Response> => {
  if (!isSameSite(request.headers, config().baseUrl)) return refuse('cross_site')
  const actor = await knownLearner(request)
  if (actor === null) return refuse('attempt_not_found')
  const now = Date.now()
  const options = { now, course: await courseRecord(), rulesFor: quizRulesFor }
  const statement = { id: uuid7(now, randomBytes(10)) }
  const finished = await finishAttempt(await database(), actor, (await params).attempt, statement, await quizContent(), options)
  return finished.ok ? ok(finished.value) : refuse(finished.code)
})
