/**
 * Certificates as signed credentials. Invariants:
 * - a certificate has one credential at a time, the same bytes for everybody: whoever signs holds the row of the certificate;
 * - one entry in a status list for each credential that was ever signed. The credential that a correction takes the place of is revoked
 *   as `replaced`, in the same transaction;
 * - what an administrator revoked stays revoked: it is not corrected and not signed anew;
 * - what a key signed that was called back is nobody's: it is signed anew before it is served, and what was there is revoked as replaced;
 * - only its holder corrects a certificate or says who may see it.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { loadCourse } from '#lib/course/load-course.ts'
import type { CertificateTable, Database } from '#lib/db/schema.ts'
import { withIndicators } from './achievement-of.ts'
import { buildCredential, type HashedEmail } from './build-credential.ts'
import { toCertificate } from './certificate-row.ts'
import { encodeCompact, keyMark } from './compact.ts'
import { isCurrent } from './credential-check.ts'
import { signCredential } from './issue-credential.ts'
import { expectSigning, type Issuer, revokedKeys } from './issuer-store.ts'
import type { Certificate, Visibility } from './schema.ts'
import { type Place, revokePlace, takePlace } from './status-store.ts'

/** `revokedAt`: when an administrator revoked it, in Unix milliseconds; `reason`: in the administrator's words. */
export type Standing = { revokedAt: number | null; reason: string }
export type Signed = { json: string; certificate: Certificate; standing: Standing }
type NotFound = { ok: false; code: 'certificate_not_found' }
type Row = Selectable<CertificateTable>

const asIssued: Standing = { revokedAt: null, reason: '' }

/**
 * The credential as it is served. What has none yet, or one of a key that was called back, is signed now.
 * @returns null where there is no such certificate
 * @throws NoSigningKey where it would have to be signed and cannot be
 */
export async function signedCredential(db: Kysely<Database>, certificateId: string, issuer: Issuer, now: number): Promise<Signed | null> {
  const row = await rowOf(db, certificateId)
  if (!row) return null
  const standing = await standingOfRow(db, row)
  if (row.credential !== null && (standing.revokedAt !== null || !(await isCalledBack(db, row.credential))))
    return { json: row.credential, certificate: toCertificate(row), standing }
  return db.transaction().execute(async (trx) => {
    const held = await holdRow(trx, certificateId)
    if (!held) return null
    const standingNow = await standingOfRow(trx, held)
    const keeps = held.credential !== null && (standingNow.revokedAt !== null || !(await isCalledBack(trx, held.credential)))
    const json = keeps ? held.credential! : await sign(trx, held, issuer, now)
    return { json, certificate: toCertificate(held), standing: standingNow }
  })
}

export async function standingOf(db: Kysely<Database>, certificateId: string): Promise<Standing> {
  const row = await rowOf(db, certificateId)
  return row ? standingOfRow(db, row) : asIssued
}

export type Correction = { id: string; actor: string; name?: string; showsName?: boolean; now: number }
export type Corrected = { ok: true; certificate: Certificate } | NotFound | { ok: false; code: 'certificate_revoked' | 'changes_used_up' }

/** Versions of one certificate: each takes a place in a status list for good. */
export const mostVersions = 100

/**
 * The holder changes the name, or whether it is shown. The same again changes nothing. After the last version the name may still be
 * hidden, and only that: nobody stays shown against their will.
 * @param correction `name` as `cleanName` gives it
 */
export async function correctCertificate(
  db: Kysely<Database>,
  { id, actor, now, ...change }: Correction,
  issuer: Issuer,
): Promise<Corrected> {
  return db.transaction().execute(async (trx): Promise<Corrected> => {
    const row = await holdRow(trx, id)
    if (row?.actor !== actor) return { ok: false, code: 'certificate_not_found' }
    const name = change.name ?? row.name
    const shows_name = change.showsName === undefined ? row.shows_name : Number(change.showsName)
    if (name === row.name && shows_name === row.shows_name) return { ok: true, certificate: toCertificate(row) }
    if ((await standingOfRow(trx, row)).revokedAt !== null) return { ok: false, code: 'certificate_revoked' }
    const hides = name === row.name && shows_name === 0
    if (row.version >= mostVersions && !hides) return { ok: false, code: 'changes_used_up' }
    const corrected: Row = { ...row, name, shows_name, version: row.version + 1, updated_at: now }
    await trx
      .updateTable('certificate')
      .set({ name, shows_name, version: corrected.version, updated_at: now })
      .where('id', '=', id)
      .execute()
    await sign(trx, corrected, issuer, now)
    return { ok: true, certificate: toCertificate(corrected) }
  })
}

export async function setVisibility(
  db: Kysely<Database>,
  { id, actor, visibility }: { id: string; actor: string; visibility: Visibility },
): Promise<{ ok: true; certificate: Certificate } | NotFound> {
  await db.updateTable('certificate').set({ visibility }).where('id', '=', id).where('actor', '=', actor).execute()
  const row = await rowOf(db, id)
  return row?.actor === actor ? { ok: true, certificate: toCertificate(row) } : { ok: false, code: 'certificate_not_found' }
}

export type Revoked = { ok: true; outcome: 'revoked' | 'known'; certificate: Certificate; standing: Standing } | NotFound

/**
 * @param issuer signs it first where it was not signed yet: only what has an entry in a status list can be revoked
 * @param note writes down what was done, in the same transaction; not called where it was revoked before
 */
export async function revokeCertificate(
  db: Kysely<Database>,
  { id, reason, now }: { id: string; reason: string; now: number },
  issuer: Issuer,
  note?: (trx: Transaction<Database>) => Promise<void>,
): Promise<Revoked> {
  return db.transaction().execute(async (trx): Promise<Revoked> => {
    const row = await holdRow(trx, id)
    if (!row) return { ok: false, code: 'certificate_not_found' }
    if (row.credential === null) await sign(trx, row, issuer, now)
    const { status_list, status_position } = (await rowOf(trx, id))!
    const place = { list: status_list!, position: status_position! }
    const changed = await revokePlace(trx, place, { as: 'revoked', reason, now })
    if (changed) await note?.(trx)
    return {
      ok: true,
      outcome: changed ? 'revoked' : 'known',
      certificate: toCertificate(row),
      standing: await standingAt(trx, place),
    }
  })
}

/** The short form for a QR code: decimal digits, which stand after `#` behind the address of the page. */
export async function compactOf(db: Kysely<Database>, certificateId: string, issuer: Issuer): Promise<string> {
  const row = await rowOf(db, certificateId)
  if (row?.credential == null) throw new Error(`The certificate ${certificateId} is not signed yet.`)
  const { module, name, showsName, issuedAt } = toCertificate(row)
  const compact = {
    achievement: module,
    name: showsName ? name : null,
    day: new Date(issuedAt).toISOString().slice(0, 10),
    list: row.status_list!,
    position: row.status_position!,
    certificate: row.id,
    key: await keyMark(issuer.keyId),
  }
  return encodeCompact(compact, issuer.baseUrl, (data) => issuer.sign(data))
}

/**
 * Every certificate again: what is not signed is signed; what does not verify, does not say what the record says, or has the signature of a
 * key that was called back, is signed anew, and what was there is revoked as replaced.
 * @throws NoSigningKey where something would have to be signed and cannot be
 */
export async function checkAndReissue(
  db: Kysely<Database>,
  issuer: Issuer,
  now: number,
): Promise<{ checked: number; signed: number; repaired: number }> {
  const counted = { checked: 0, signed: 0, repaired: 0 }
  const keys = (await db.selectFrom('issuer_key').select('id').where('revoked_at', 'is', null).execute()).map(({ id }) => id)
  let last = ''
  for (;;) {
    const rows = await db.selectFrom('certificate').select('id').where('id', '>', last).orderBy('id').limit(200).execute()
    for (const { id } of rows) {
      counted.checked++
      const done = await db.transaction().execute(async (trx) => {
        const row = await holdRow(trx, id)
        if (!row || (row.credential !== null && (await isSound(trx, row, keys, issuer.baseUrl)))) return null
        if ((await standingOfRow(trx, row)).revokedAt !== null) return null
        await sign(trx, row, issuer, now)
        return row.credential === null ? 'signed' : 'repaired'
      })
      if (done) counted[done]++
    }
    if (rows.length < 200) break
    last = rows.at(-1)!.id
  }
  await revokeErased(db, now)
  return counted
}

/**
 * What holders may still have whose certificates were erased, signed by a key that was called back and is its own issuer (`did:key`):
 * strangers are told by the list alone. Other lists do not say which key signed what is in them, and there strangers are told by the key.
 */
async function revokeErased(db: Kysely<Database>, now: number): Promise<void> {
  const issuers = [...(await revokedKeys(db))].map((key) => `did:key:${key}`)
  if (issuers.length === 0) return
  await db
    .updateTable('status_entry')
    .set({ revoked_at: now, revoked_as: 'replaced', reason: '' })
    .where('list', 'in', (eb) => eb.selectFrom('status_list').select('id').where('issuer', 'in', issuers))
    .where('certificate', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Whether the credential is what would be signed now, and its entry is there. */
async function isSound(trx: Transaction<Database>, row: Row, keys: readonly string[], baseUrl: string): Promise<boolean> {
  const { status_list: list, status_position: position } = row
  if (list === null || position === null || row.subject === null) return false
  const entry = await trx
    .selectFrom('status_entry')
    .select('certificate')
    .where('list', '=', list)
    .where('position', '=', position)
    .executeTakeFirst()
  if (entry?.certificate !== row.id) return false
  return isCurrent(row.credential!, { certificate: toCertificate(row), status: { list, position } }, { keys, baseUrl })
}

/** Whether the key that signed it was called back. What names no key is left to the repair. */
async function isCalledBack(db: Kysely<Database>, json: string): Promise<boolean> {
  const revoked = await revokedKeys(db)
  // nearly always there is none, and nothing has to be read
  return revoked.size > 0 && revoked.has(keyIn(json))
}

/** Public half of the key that a credential names as its own, or nothing. */
function keyIn(json: string): string {
  try {
    const { proof } = JSON.parse(json) as { proof?: { verificationMethod?: unknown } }
    return String(proof?.verificationMethod ?? '').replace(/^.*#/, '')
  } catch {
    return ''
  }
}

/**
 * The row must be held. What was signed for it before is revoked as replaced.
 * @throws NoSigningKey
 */
async function sign(trx: Transaction<Database>, row: Row, issuer: Issuer, now: number): Promise<string> {
  expectSigning(issuer)
  // between asking who signs and holding the row, somebody else may have called the key back
  if ((await revokedKeys(trx)).has(issuer.keyId)) throw new Error('The key was called back at this very moment. Try again.')
  const certificate = toCertificate(row)
  const status = await takePlace(trx, { certificate: row.id, issuer: issuer.id, now })
  const { achievement: kept } = certificate
  const subject = row.subject ?? randomUUID()
  const unsigned = buildCredential({
    certificate,
    achievement: kept.indicators ? kept : withIndicators(kept, await loadCourse(), row.module),
    subject,
    email: certificate.showsName ? await emailOf(trx, row.actor) : null,
    status,
    issuer,
  })
  const json = JSON.stringify(await signCredential(unsigned, issuer, now))
  await trx
    .updateTable('certificate')
    .set({ credential: json, subject, status_list: status.list, status_position: status.position })
    .where('id', '=', row.id)
    .execute()
  const before = placeOf(row)
  if (before) await revokePlace(trx, before, { as: 'replaced', reason: '', now })
  return json
}

/** The address of the holder's account where it is proven to be theirs, as a hash nobody can turn back without knowing the address. */
async function emailOf(trx: Transaction<Database>, actor: string): Promise<HashedEmail | null> {
  const user = await trx
    .selectFrom('account_learner')
    .innerJoin('auth_user', 'auth_user.id', 'account_learner.user_id')
    .select('auth_user.email')
    .where('account_learner.learner_id', '=', actor)
    .where('auth_user.emailVerified', '=', 1)
    .executeTakeFirst()
  if (!user) return null
  const salt = randomBytes(16).toString('hex')
  const hash = createHash('sha256').update(`${user.email.toLowerCase()}${salt}`).digest('hex')
  return { identityHash: `sha256$${hash}`, salt }
}

function rowOf(db: Kysely<Database>, id: string): Promise<Row | undefined> {
  return db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row, kept until the end of the transaction: a write that changes nothing locks on both databases. */
async function holdRow(trx: Transaction<Database>, id: string): Promise<Row | undefined> {
  return trx
    .updateTable('certificate')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

const placeOf = ({ status_list, status_position }: Row): Place | null =>
  status_list === null || status_position === null ? null : { list: status_list, position: status_position }

async function standingOfRow(db: Kysely<Database>, row: Row): Promise<Standing> {
  const place = placeOf(row)
  return place ? standingAt(db, place) : asIssued
}

async function standingAt(db: Kysely<Database>, { list, position }: Place): Promise<Standing> {
  const entry = await db
    .selectFrom('status_entry')
    .select(['revoked_at', 'reason'])
    .where('list', '=', list)
    .where('position', '=', position)
    .where('revoked_as', '=', 'revoked')
    .executeTakeFirst()
  return entry ? { revokedAt: entry.revoked_at, reason: entry.reason } : asIssued
}
