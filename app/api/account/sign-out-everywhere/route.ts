/** Ends all sessions of the account; with `keep`, all but this one. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok } from '#app/api/reply.ts'
import { sessionOf } from '#app/api/who.ts'
import { endSessions } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

const body = z.object({ keep: z.boolean().optional() })

/** Body `{ keep?: boolean }`; value `{ ended }`: how many. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'self.devices', body)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  const keep = form.keep ? ((await sessionOf(request.headers))?.session.id ?? null) : null
  return ok({ ended: await endSessions(asked.db, asked.user.id, keep) })
})
