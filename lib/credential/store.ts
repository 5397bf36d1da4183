/**
 * Certificates in the database. Invariants:
 * - issued only for a module that the record says is satisfied by this learner at that moment, or for the course when it says so of every module
 *   and the learner has marked every seven-day task as done;
 * - one for a learner and module (or course), however many ask at once: the learner's row is locked;
 * - the certificate and its `awarded` statement are stored together or not at all.
 * What may be changed afterwards, and the signing: credential-store.ts.
 */
import type { Kysely, Selectable } from 'kysely'
import type { CertificateTable, Database } from '#lib/db/schema.ts'
import { courseStanding, standingVerbs } from '#lib/progress/course-standing.ts'
import type { ModuleShape } from '#lib/progress/outline.ts'
import type { Verb } from '#lib/statement/schema.ts'
import { appendServerStatements, type CourseRecord, lockLearner } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { makeCertificateId } from './certificate-id.ts'
import { toCertificate } from './certificate-row.ts'
import { signedCredential } from './credential-store.ts'
import { expectSigning, type Issuer } from './issuer-store.ts'
import { type Achievement, achievementSchema, type Certificate } from './schema.ts'

export type IssueRequest = {
  actor: string
  /** slug of the module, or id of the course */
  module: string
  /** as `cleanName` gives it */
  name: string
  /** whether others are to see the name; they are, where nothing is said */
  showsName?: boolean
  achievement: Achievement
  /** fingerprint of the module or course as it is now */
  contentHash: string
}

/** `random(n)`: n random bytes. `issuer`: signs it at once; without one, it is signed when somebody first needs it signed. */
export type IssueContext = {
  now: number
  random: (bytes: number) => Uint8Array
  course: CourseRecord
  shapes?: CourseShapes
  issuer?: Issuer
}
/** The modules whose completion makes the course, where the request is for the course. */
export type CourseShapes = readonly Pick<ModuleShape, 'slug' | 'task' | 'moved'>[]

export type Issued = { ok: true; outcome: 'issued' | 'known'; certificate: Certificate } | { ok: false; code: 'not_satisfied' }

/** Thrown, so that the row that locking made for somebody without one is not kept. */
class NotSatisfied extends Error {}

/** Whether the record says so. What is satisfied once stays so. */
export async function isSatisfied(db: Kysely<Database>, actor: string, module: string): Promise<boolean> {
  const said = await db
    .selectFrom('statement')
    .select('id')
    .where('actor', '=', actor)
    .where('object', '=', module)
    .where('verb', '=', 'satisfied')
    .executeTakeFirst()
  return said !== undefined
}

/** Whether the record and the learner's own word on the tasks say that the course is complete. */
export async function isCourseMet(db: Kysely<Database>, actor: string, shapes: CourseShapes): Promise<boolean> {
  const rows = await db
    .selectFrom('statement')
    .select(['id', 'verb', 'object', 'result'])
    .where('actor', '=', actor)
    .where('verb', 'in', standingVerbs)
    .execute()
  const statements = rows.map(({ id, verb, object, result }) => ({
    id,
    verb: verb as Verb,
    object,
    ...(result === null ? {} : { result: JSON.parse(result) }),
  }))
  return courseStanding(statements, shapes).met
}

/**
 * A second request for the same module gets the certificate that is there, with the name it has.
 * @throws NoSigningKey where there is an issuer that cannot sign: nothing is issued
 */
export async function issueCertificate(
  db: Kysely<Database>,
  { actor, module, name, showsName = true, achievement, contentHash }: IssueRequest,
  { now, random, course, shapes, issuer }: IssueContext,
): Promise<Issued> {
  if (issuer) expectSigning(issuer)
  const stored = db.transaction().execute(async (trx): Promise<Issued & { ok: true }> => {
    await lockLearner(trx, actor, now)
    const before = await findCertificateOf(trx, actor, module)
    if (before) return { ok: true, outcome: 'known', certificate: before }
    // Asked while the learner is locked: what is satisfied stays so, but a guest who signs in takes it along, with the certificate on it.
    if (!(await (shapes ? isCourseMet(trx, actor, shapes) : isSatisfied(trx, actor, module)))) throw new NotSatisfied()
    const row: Selectable<CertificateTable> = {
      id: makeCertificateId(random(10)),
      actor,
      module,
      name,
      version: 1,
      template: shapes ? 'course' : 'module',
      achievement: JSON.stringify(achievementSchema.parse(achievement)),
      issued_at: now,
      updated_at: now,
      credential: null,
      status_list: null,
      status_position: null,
      visibility: 'unlisted',
      shows_name: showsName ? 1 : 0,
      subject: null,
    }
    await trx.insertInto('certificate').values(row).execute()
    const awarded = {
      id: uuid7(now, random(10)),
      verb: 'awarded' as const,
      object: module,
      contentHash,
      result: { completion: true, success: true },
      at: now,
    }
    await appendServerStatements(trx, actor, [awarded], { now, course })
    return { ok: true, outcome: 'issued', certificate: toCertificate(row) }
  })
  const issued = await stored.catch((error: unknown): Issued => {
    if (error instanceof NotSatisfied) return { ok: false, code: 'not_satisfied' }
    throw error
  })
  // Not in the same transaction: signing takes its time, and what is lost here is made up for when it is first needed.
  if (issued.ok && issuer) await signedCredential(db, issued.certificate.id, issuer, now)
  return issued
}

export async function findCertificate(db: Kysely<Database>, id: string): Promise<Certificate | null> {
  const row = await db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toCertificate(row) : null
}

/** The certificate that this learner holds for a module. */
export async function findCertificateOf(db: Kysely<Database>, actor: string, module: string): Promise<Certificate | null> {
  const row = await db.selectFrom('certificate').selectAll().where('actor', '=', actor).where('module', '=', module).executeTakeFirst()
  return row ? toCertificate(row) : null
}
