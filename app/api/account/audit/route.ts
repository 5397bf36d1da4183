/** What was done, by whom, when: newest first. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { auditPlace, readAudit } from '#lib/account/audit-store.ts'

export const dynamic = 'force-dynamic'

/** Value `{ entries: [{ id, at, by, action, object, detail }], next }`; ask again with `?before=` that `next`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'admin.audit')
  if (asked instanceof Response) return asked
  const given = new URL(request.url).searchParams.get('before')
  const before = auditPlace(given)
  if (given !== null && before === null) return refuse('malformed')
  return ok(await readAudit(asked.db, { before }))
})
