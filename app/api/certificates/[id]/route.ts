/** PUT { name }: the holder changes the name. The picture changes with it. */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { nameOfBody } from '#app/api/certificates/name-of-body.ts'
import { knownLearner } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { findCertificate, renameCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

const bodySchema = z.strictObject({ name: z.string().max(10_000) })

export const PUT = answer(async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const actor = await knownLearner(request)
  const read = await readBody(request, 20_000)
  if (!read.ok) return refuse(read.code)
  const body = bodySchema.safeParse(read.body)
  if (!body.success) return refuse('malformed')
  const id = readCertificateId((await params).id)
  const db = await database()
  const before = id === null ? null : await findCertificate(db, id)
  if (before === null || actor === null || before.actor !== actor) return refuse('certificate_not_found')
  const named = await nameOfBody(body.data.name)
  if (!named.ok) return refuse(named.code)
  const renamed = await renameCertificate(db, { id: before.id, actor, name: named.name, now: Date.now() })
  if (!renamed.ok) return refuse(renamed.code)
  const { id: kept, name, version } = renamed.certificate
  return ok({ id: kept, name, version })
})
