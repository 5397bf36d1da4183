/** Everybody with an account: `?search=` looks in names and addresses. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok } from '#app/api/reply.ts'
import { listPeople } from '#lib/account/people-store.ts'

export const dynamic = 'force-dynamic'

/** Value `{ people: [{ id, name, email, role, since, lastSeen, twoFactor }], more }`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'admin.people')
  if (asked instanceof Response) return asked
  return ok(await listPeople(asked.db, (new URL(request.url).searchParams.get('search') ?? '').slice(0, 200)))
})
