/**
 * PUT { name?, showsName?, visibility? }: what the holder may change. A name that is corrected, shown or hidden makes a new credential; the
 * one before it is revoked as replaced. Each learner has a budget of those, and each certificate a most of them. Who may see the page
 * changes no credential and costs nothing of it. A refusal changes nothing of what was asked for.
 */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { nameOfBody } from '#app/api/certificates/name-of-body.ts'
import { knownLearner } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { issuer } from '#app/issuer.ts'
import { budgets } from '#lib/account/throttle.ts'
import { spend, throttleKey } from '#lib/account/throttle-store.ts'
import { config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { correctCertificate, setVisibility } from '#lib/credential/credential-store.ts'
import { forgetDrawn } from '#lib/credential/drawn-store.ts'
import { visibilitySchema } from '#lib/credential/schema.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

const bodySchema = z
  .strictObject({ name: z.string().max(10_000).optional(), showsName: z.boolean().optional(), visibility: visibilitySchema.optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined))

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

  const { name, showsName, visibility } = body.data
  const corrects = name !== undefined || showsName !== undefined
  if (corrects && !(await spend(db, throttleKey('name-change', actor), budgets.nameChanges, Date.now()))) return refuse('wait_a_little')
  const named = name === undefined ? null : await nameOfBody(name)
  if (named && !named.ok) return refuse(named.code)
  if (corrects) {
    const change = {
      id: before.id,
      actor,
      now: Date.now(),
      ...(named ? { name: named.name } : {}),
      ...(showsName === undefined ? {} : { showsName }),
    }
    const corrected = await correctCertificate(db, change, await issuer())
    if (!corrected.ok) return refuse(corrected.code)
    // what was drawn bears the name of before; on another server’s disk, that one’s sweep finds it
    if (corrected.certificate.version !== before.version)
      await forgetDrawn(config().dataDir, [before.id]).catch((error) =>
        console.error('Older pictures of a certificate could not be removed. It is tried again within the hour.', error),
      )
  }
  if (visibility !== undefined) {
    const set = await setVisibility(db, { id: before.id, actor, visibility })
    if (!set.ok) return refuse(set.code)
  }
  const after = await findCertificate(db, before.id)
  if (after === null || after.actor !== actor) return refuse('certificate_not_found')
  return ok({ id: after.id, name: after.name, showsName: after.showsName, visibility: after.visibility, version: after.version })
})
