/** Whether an account keeps copies of what is private on its devices, and which there are. The choice is the holder's alone. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { learnerOf } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { isSameSite } from '#app/api/same-site.ts'
import { eraseCopies, listCopies, switchCopiesOn } from '#lib/account/private-copy-store.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

/** Value `{ since, copies: [{ key, version, updatedAt }] }`; `since` null where nothing is kept. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.private')
  if (asked instanceof Response) return asked
  const { learner } = asked.who
  return ok(learner === null ? { since: null, copies: [] } : await listCopies(asked.db, learner))
})

/** Body `{ keep: true }`; value `{ since }`. */
export const PUT = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.private')
  if (asked instanceof Response) return asked
  const read = await readBody(request, 1_000)
  if (!read.ok) return refuse(read.code)
  if (Object(read.body).keep !== true) return refuse('malformed')
  const { actor, setCookie } = await learnerOf(request)
  return ok({ since: await switchCopiesOn(asked.db, actor, Date.now()) }, { setCookie })
})

/** Erases every copy, and keeps none from now on. What is on the devices stays there. */
export const DELETE = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.private')
  if (asked instanceof Response) return asked
  if (!isSameSite(request.headers, config().baseUrl)) return refuse('cross_site')
  if (asked.who.learner !== null) await eraseCopies(asked.db, asked.who.learner)
  return ok({ since: null })
})
