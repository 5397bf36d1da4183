/** For tests of signed certificates: a learner who has satisfied a module, an issuer with keys in a folder of its own, and certificates. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { inject } from 'vitest'
import { currentIssuer, type Issuer, type KeyPlace } from '#lib/credential/issuer-store.ts'
import type { Certificate, ModuleAchievement } from '#lib/credential/schema.ts'
import { issueCertificate } from '#lib/credential/store.ts'
import type { Database } from '#lib/db/schema.ts'
import { appendServerStatements } from '#lib/statement/store.ts'
import { smallCourse, someDay, statement } from './small-course.ts'

export const someAchievement: ModuleAchievement = {
  site: 'Common Ground',
  course: 'People',
  courseVersion: '1.0.0',
  module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
  lessons: 2,
  scenario: true,
  passMark: 0.75,
  minutes: 50,
  objectives: ['join people'],
  framework: 'A framework',
  indicators: [{ id: 'C-TW-L1-1', competency: 'Teamwork', text: 'Gets on with people.' }],
}

export const issueContext = { now: someDay, random: (count: number) => randomBytes(count), course: smallCourse }

export const requestOf = (actor: string, name = 'Amal Haddad') => ({
  actor,
  module: 'networking',
  name,
  achievement: someAchievement,
  contentHash: 'abcdefabcdef',
})

export async function satisfy(db: Kysely<Database>, actor: string): Promise<void> {
  const satisfied = statement({ verb: 'satisfied', object: 'networking', result: { completion: true, success: true } })
  await db.transaction().execute((trx) => appendServerStatements(trx, actor, [satisfied], { now: someDay, course: smallCourse }))
}

/** A data folder of one's own, as a server has it. */
export function keyPlace(now = someDay): KeyPlace {
  return { dataDir: mkdtempSync(join(inject('temporaryFolder'), 'keys-')), issuerKey: null, now }
}

export const site = 'https://learn.example.org'

export function issuerAt(db: Kysely<Database>, place: KeyPlace, baseUrl = site): Promise<Issuer> {
  return currentIssuer(db, { ...place, baseUrl, site: 'Common Ground' })
}

/** A certificate, signed where an issuer is given. */
export async function certified(db: Kysely<Database>, actor: string, issuer?: Issuer, name?: string): Promise<Certificate> {
  await satisfy(db, actor)
  const issued = await issueCertificate(db, requestOf(actor, name), { ...issueContext, ...(issuer ? { issuer } : {}) })
  if (!issued.ok) throw new Error(issued.code)
  return issued.certificate
}
