/** Who issues the certificates: what strangers are told, and the keys that sign. */
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { issuer } from '#app/issuer.ts'
import { changeIssuer } from '#lib/credential/administer-store.ts'
import { issuerBodySchema, readIssuerForm } from '#lib/credential/issuer-form.ts'
import { allKeys } from '#lib/credential/issuer-store.ts'

export const dynamic = 'force-dynamic'

/** bytes: a logo of 200 kB grows by a third as text, and one that is too large is to be told so */
const mostBytes = 800_000

/** Value `{ id, keyId, profile, keys: [{ id, createdAt, retiredAt, revokedAt }] }`; the logo as a data address. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'admin.issuer')
  if (asked instanceof Response) return asked
  const { id, keyId, profile } = await issuer()
  return ok({ id, keyId, profile, keys: await allKeys(asked.db) })
})

/** Body `{ name, url, email, description, signatoryName, signatoryTitle, logo? }`, see `issuerBodySchema`; value `{ profile }` as it was kept. */
export const PUT = answer(async (request: Request): Promise<Response> => {
  const admitted = await admit(request, 'admin.issuer', issuerBodySchema, mostBytes)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  const before = (await issuer()).profile
  const read = readIssuerForm(form, before)
  if (!read.ok) return refuse(read.code)
  await changeIssuer(asked.db, { before, after: read.profile }, asked.user, Date.now())
  return ok({ profile: read.profile })
})
