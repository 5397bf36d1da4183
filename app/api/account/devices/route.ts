/** Where the account is signed in. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok } from '#app/api/reply.ts'
import { sessionOf } from '#app/api/who.ts'
import { listDevices } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

/** Value `[{ id, device: { browser, system }, since, lastSeen, current }]`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.devices')
  if (asked instanceof Response) return asked
  const signedIn = await sessionOf(request.headers)
  return ok(await listDevices(asked.db, asked.user.id, signedIn?.session.id ?? '', Date.now()))
})
