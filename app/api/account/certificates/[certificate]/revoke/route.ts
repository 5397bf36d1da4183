/** Revokes a certificate, for good. Whoever checks it from then on is told so, and why. */
import { z } from 'zod'
import { admit } from '#app/api/account/admit.ts'
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { issuer } from '#app/issuer.ts'
import { revokeByAdministrator } from '#lib/credential/administer-store.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { readReason } from '#lib/credential/clean-line.ts'

export const dynamic = 'force-dynamic'

const body = z.strictObject({ reason: z.string().max(2000) })

/** Body `{ reason }`; value `{ id, at, reason }`. Refused as `certificate_revoked` where it was revoked before. */
export const POST = answer(async (request: Request, { params }: { params: Promise<{ certificate: string }> }): Promise<Response> => {
  const admitted = await admit(request, 'admin.certificates', body)
  if (admitted instanceof Response) return admitted
  const { asked, form } = admitted
  const id = readCertificateId((await params).certificate)
  if (id === null) return refuse('certificate_not_found')
  const read = readReason(form.reason)
  if (!read.ok) return refuse(read.code)
  const now = Date.now()
  const outcome = await revokeByAdministrator(asked.db, { id, reason: read.reason }, { by: asked.user, issuer: await issuer(), now })
  return outcome.ok ? ok({ id, at: now, reason: read.reason }) : refuse(outcome.code)
})
