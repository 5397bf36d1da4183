/** One attempt. */
import { answer } from '#app/api/answer.ts'
import { knownLearner } from '#app/api/learner.ts'
import { quizContent } from '#app/api/quiz/quiz-content.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { database } from '#lib/db/client.ts'
import { readAttempt } from '#lib/quiz/store.ts'

export const dynamic = 'force-dynamic'

/** Value: the attempt, with key and feedback of those items only that have a response. */
export const GET = answer(async (request: Request, { params }: { params: Promise<{ attempt: string }> }): Promise<Response> => {
  const actor = await knownLearner(request)
  if (actor === null) return refuse('attempt_not_found')
  const found = await readAttempt(await database(), actor, (await params).attempt, await quizContent())
  return found.ok ? ok(found.value) : refuse(found.code)
})
