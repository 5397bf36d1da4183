/**
 * `module` is the slug of a module, or the id of the course for the certificate of the whole.
 * GET ?module=…: the certificate that this learner holds for it, or null.
 * POST { module, name, showsName? }: issues it, once; a second request gets the one that is there. A name that is not shown is the
 * holder's alone.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { knownLearner } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { issuer } from '#app/issuer.ts'
import { budgets } from '#lib/account/throttle.ts'
import { spend, throttleKey } from '#lib/account/throttle-store.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { type LoadedCourse, loadCourse } from '#lib/course/load-course.ts'
import type { Certificate } from '#lib/credential/schema.ts'
import { findCertificateOf, issueCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { mayBeCertified } from './may-be-certified.ts'
import { nameOfBody } from './name-of-body.ts'

export const dynamic = 'force-dynamic'

/** A slug, as in lib/course/schema.ts. */
const querySchema = z.string().regex(/^[a-z0-9-]{1,100}$/)
const bodySchema = z.strictObject({ module: z.string().min(1).max(100), name: z.string().max(10_000), showsName: z.boolean().optional() })

export const GET = answer(async (request: Request): Promise<Response> => {
  const module = querySchema.safeParse(new URL(request.url).searchParams.get('module'))
  if (!module.success) return refuse('malformed')
  const actor = await knownLearner(request)
  const certificate = actor === null ? null : await findCertificateOf(await database(), actor, module.data)
  return ok(certificate ? shown(certificate) : null)
})

export const POST = answer(async (request: Request): Promise<Response> => {
  const actor = await knownLearner(request)
  const read = await readBody(request, 20_000)
  if (!read.ok) return refuse(read.code)
  const body = bodySchema.safeParse(read.body)
  if (!body.success) return refuse('malformed')
  const { module, name, showsName } = body.data
  // Asked before the name is looked at: to find the fonts for one costs more than anybody may ask for who has no certificate to write on.
  const may = await mayBeCertified(actor, module)
  if (!may.ok) return refuse(may.code)
  if (!(await spend(await database(), throttleKey('name-change', may.actor), budgets.nameChanges, Date.now())))
    return refuse('wait_a_little')
  const named = await nameOfBody(name)
  if (!named.ok) return refuse(named.code)

  const issued = await issueCertificate(
    await database(),
    {
      actor: may.actor,
      module,
      name: named.name,
      showsName: showsName ?? true,
      achievement: may.achievement,
      contentHash: hashOf(await loadCourse(), module),
    },
    {
      now: Date.now(),
      random: randomBytes,
      course: await courseRecord(),
      issuer: await issuer(),
      ...(may.shapes ? { shapes: may.shapes } : {}),
    },
  )
  return issued.ok ? ok(shown(issued.certificate), { status: issued.outcome === 'issued' ? 201 : 200 }) : refuse(issued.code)
})

/** What the certificate is about, as it is now: the module, or all modules of the course. */
function hashOf({ modules }: LoadedCourse, module: string): string {
  return modules.get(module)?.fingerprints[module] ?? fingerprint([...modules.values()].map(({ slug, fingerprints }) => fingerprints[slug]))
}

function shown({ id, name, issuedAt }: Certificate) {
  return { id, name, issuedAt }
}
