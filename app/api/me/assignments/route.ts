/**
 * GET: what is asked of whoever asks, in the cohorts they are in, in the order of due dates. Value `{ cohorts, assignments }`;
 * with ?words=1 also `messages`: the words of the interface come along, so that the first page does not carry them for everybody.
 * It also puts the hint right by which the home page knows whether to ask (hint-cookie.ts).
 */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { hintCookie } from '#app/api/me/hint-cookie.ts'
import { ok } from '#app/api/reply.ts'
import { dueWords } from '#components/assignments/due-words.ts'
import { assignmentsFor } from '#lib/cohort/assign-store.ts'
import { cohortsOfLearner } from '#lib/cohort/join-store.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.cohorts')
  if (asked instanceof Response) return asked
  const { learner } = asked.who
  const cohorts = learner === null ? [] : await cohortsOfLearner(asked.db, learner)
  const assignments = learner === null || cohorts.length === 0 ? [] : await assignmentsFor(asked.db, learner, Date.now())
  return ok(
    {
      cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null).map(({ id, name, timeZone }) => ({ id, name, timeZone })),
      assignments,
      ...(new URL(request.url).searchParams.has('words') ? { messages: dueWords(messagesFor(defaultLocale).me) } : {}),
    },
    { setCookie: hintCookie(cohorts.length > 0) },
  )
})
