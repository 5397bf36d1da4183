/** Certificates, for an administrator to find one: `?search=` looks in numbers and names, `?revoked=1` at revoked ones alone. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { listCertificates, listPlace } from '#lib/credential/listing-store.ts'

export const dynamic = 'force-dynamic'

/** Value `{ certificates: [{ id, name, issuedAt, revoked }], next }`, newest first; ask again with `&before=` that `next`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'admin.certificates')
  if (asked instanceof Response) return asked
  const given = new URL(request.url).searchParams
  const before = listPlace(given.get('before'))
  if (given.has('before') && before === null) return refuse('malformed')
  const search = (given.get('search') ?? '').slice(0, 200)
  return ok(await listCertificates(asked.db, { search, revoked: given.get('revoked') === '1', before }))
})
