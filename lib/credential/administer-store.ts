/**
 * What administrators do about certificates and about who issues them, in the browser or on the command line. Each act is in the audit log;
 * what changed nothing is not.
 */
import type { Kysely } from 'kysely'
import { type Actor, auditAccount } from '#lib/account/audit-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { checkAndReissue, revokeCertificate, type Standing } from './credential-store.ts'
import {
  findKeys,
  type Issuer,
  type IssuerProfile,
  type KeyPlace,
  type RevokedKey,
  revokeKey,
  rotateKey,
  saveIssuerProfile,
} from './issuer-store.ts'
import { type Place, revokePlace } from './status-store.ts'

/** @returns whether there was something to change */
export async function changeIssuer(
  db: Kysely<Database>,
  { before, after }: { before: IssuerProfile; after: IssuerProfile },
  by: Actor,
  now: number,
): Promise<boolean> {
  const changed = (Object.keys(after) as (keyof IssuerProfile)[]).filter(
    (key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]),
  )
  if (changed.length === 0) return false
  await db.transaction().execute(async (trx) => {
    await saveIssuerProfile(trx, after)
    await auditAccount(trx, by, 'issuer.change', 'site', { name: after.name, changed }, now)
  })
  return true
}

export type RevokeOutcome =
  | { ok: true }
  | { ok: false; code: 'certificate_not_found' }
  | { ok: false; code: 'certificate_revoked'; standing: Standing }

/** @param reason as `readReason` gives it */
export async function revokeByAdministrator(
  db: Kysely<Database>,
  { id, reason }: { id: string; reason: string },
  { by, issuer, now }: { by: Actor; issuer: Issuer; now: number },
): Promise<RevokeOutcome> {
  const note = (trx: Kysely<Database>) => auditAccount(trx, by, 'certificate.revoke', `certificate:${id}`, { certificate: id, reason }, now)
  const done = await revokeCertificate(db, { id, reason, now }, issuer, note)
  if (!done.ok) return done
  return done.outcome === 'revoked' ? { ok: true } : { ok: false, code: 'certificate_revoked', standing: done.standing }
}

export type RevokePlaceOutcome =
  | { ok: true }
  | { ok: false; code: 'place_not_found' }
  | { ok: false; code: 'place_revoked'; standing: Standing; replaced: boolean }

/**
 * Revokes a credential by its place in a status list: both numbers stand in the credential itself, so this can be done as well when its
 * holder was erased and the site knows no more of it. Where the certificate is still there, the log names it.
 * @param reason as `readReason` gives it
 */
export async function revokePlaceByAdministrator(
  db: Kysely<Database>,
  { place, reason }: { place: Place; reason: string },
  { by, now }: { by: Actor; now: number },
): Promise<RevokePlaceOutcome> {
  return db.transaction().execute(async (trx): Promise<RevokePlaceOutcome> => {
    const changed = await revokePlace(trx, place, { as: 'revoked', reason, now })
    const entry = await trx
      .selectFrom('status_entry')
      .select(['certificate', 'revoked_at', 'revoked_as', 'reason'])
      .where('list', '=', place.list)
      .where('position', '=', place.position)
      .executeTakeFirst()
    if (!entry) return { ok: false, code: 'place_not_found' }
    if (!changed) {
      const standing = { revokedAt: entry.revoked_at, reason: entry.reason }
      return { ok: false, code: 'place_revoked', standing, replaced: entry.revoked_as === 'replaced' }
    }
    const named = `${place.list}/${place.position}`
    const object = entry.certificate === null ? `place:${named}` : `certificate:${entry.certificate}`
    await auditAccount(trx, by, 'certificate.revoke', object, { certificate: entry.certificate ?? named, place: named, reason }, now)
    return { ok: true }
  })
}

export async function rotateByAdministrator(db: Kysely<Database>, place: KeyPlace, by: Actor): ReturnType<typeof rotateKey> {
  const done = await rotateKey(db, place)
  if (done.ok) await auditAccount(db, by, 'issuer.key', 'site', { key: done.id }, place.now)
  return done
}

/** @param written what names the key, see `findKeys` */
export async function revokeKeyByAdministrator(
  db: Kysely<Database>,
  written: string,
  place: KeyPlace,
  by: Actor,
): Promise<RevokedKey | { ok: false; code: 'keys_many'; keys: readonly string[] }> {
  const keys = await findKeys(db, written, place.issuerKey)
  const [id] = keys
  if (id === undefined) return { ok: false, code: 'key_not_found' }
  if (keys.length > 1) return { ok: false, code: 'keys_many', keys }
  return revokeKey(db, id, place, (trx) => auditAccount(trx, by, 'issuer.key-revoke', 'site', { key: id }, place.now))
}

export async function reissueByAdministrator(
  db: Kysely<Database>,
  issuer: Issuer,
  by: Actor,
  now: number,
): ReturnType<typeof checkAndReissue> {
  const counted = await checkAndReissue(db, issuer, now)
  if (counted.signed + counted.repaired > 0) await auditAccount(db, by, 'certificate.reissue', 'site', counted, now)
  return counted
}
