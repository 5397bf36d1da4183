/**
 * GET: what is asked of whoever asks, in the cohorts they are in, in the order of due dates. Value `{ cohorts, assignments }`.
 * It also puts the hint right by which the home page knows whether to ask (hint-cookie.ts).
 */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { hintCookie } from '#app/api/me/hint-cookie.ts'
import { ok } from '#app/api/reply.ts'
import { assignmentsFor } from '#lib/cohort/assign-store.ts'
import { cohortsOfLearner } from '#lib/cohort/join-store.ts'

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
    },
    { setCookie: hintCookie(cohorts.length > 0) },
  )
})
