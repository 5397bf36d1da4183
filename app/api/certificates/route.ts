/**
 * `module` is the slug of a module, or the id of the course for the certificate of the whole.
 * GET ?module=…: the certificate that this learner holds for it, or null.
 * POST { module, name }: issues it, once; a second request gets the one that is there.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { knownLearner } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { type LoadedCourse, loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf, courseAchievementOf } from '#lib/credential/achievement-of.ts'
import type { Certificate } from '#lib/credential/schema.ts'
import { findCertificateOf, isCourseMet, isSatisfied, issueCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { progressOutline } from '#lib/progress/course-rules.ts'
import { nameOfBody } from './name-of-body.ts'

export const dynamic = 'force-dynamic'

/** A slug, as in lib/course/schema.ts. */
const querySchema = z.string().regex(/^[a-z0-9-]{1,100}$/)
const bodySchema = z.strictObject({ module: z.string().min(1).max(100), name: z.string().max(10_000) })

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
  const { module } = body.data
  const course = await loadCourse()
  const ofCourse = module === objectId.course(course.course.id)
  const achievement = ofCourse ? courseAchievementOf(course) : achievementOf(course, module)
  if (!achievement) return refuse('not_found')
  const db = await database()
  // Asked before the name is looked at: to find the fonts for one costs more than anybody may ask for who has no certificate to write on.
  const shapes = progressOutline(course)
  if (actor === null || !(await (ofCourse ? isCourseMet(db, actor, shapes) : isSatisfied(db, actor, module))))
    return refuse('not_satisfied')
  const named = await nameOfBody(body.data.name)
  if (!named.ok) return refuse(named.code)

  const issued = await issueCertificate(
    db,
    { actor, module, name: named.name, achievement, contentHash: hashOf(course, module) },
    { now: Date.now(), random: randomBytes, course: await courseRecord(), ...(ofCourse ? { shapes } : {}) },
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
