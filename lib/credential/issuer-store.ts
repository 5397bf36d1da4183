/**
 * Who issues: the profile that administrators write, and the keys. Invariants:
 * - every key that ever signed is in the table `issuer_key`, its public half alone; none is ever taken out;
 * - a key that was called back never signs again, whatever is in the environment or on the disk, and nothing takes that back;
 * - a private half is kept before its public half is written down, so nothing is promised that cannot be signed;
 * - keys of the environment come first. Without one, a server signs with the newest key that is not retired and that it keeps; where
 *   it keeps none it makes one. Where keys are in the environment and all are called back, nothing is signed: a key that one of several
 *   servers makes for itself would be another issuer than theirs.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { loadCourse } from '#lib/course/load-course.ts'
import type { Database } from '#lib/db/schema.ts'
import { issuerIdOf, verificationMethodOf } from './issuer-id.ts'
import { dropKey, keepKey, keptKey, keyOfSecret, makeKey, type SecretKey, signerOf } from './key-store.ts'
import { NoSigningKey } from './no-signing-key.ts'

const largestLogo = 200_000
export const issuerProfileSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(500),
  email: z.email().max(320).nullable(),
  description: z.string().trim().max(2000),
  logo: z
    .string()
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/)
    .max(Math.ceil((largestLogo * 4) / 3) + 30)
    .nullable()
    .describe('PNG of at most 200 kB'),
  signatory: z.strictObject({ name: z.string().trim().min(1).max(200), title: z.string().trim().max(200) }).nullable(),
})
export type IssuerProfile = {
  name: string
  url: string
  email: string | null
  description: string
  /** data:image/png;base64,… */
  logo: string | null
  signatory: { name: string; title: string } | null
}

/**
 * Who signs now. `sign` gives 64 bytes, Ed25519. Where nobody can sign, `signs` is false, the key is the one that was called back, and
 * `sign` throws `NoSigningKey`: who issues is known all the same, and what was signed with other keys is served.
 */
export type Issuer = {
  /** did:web:… or did:key:… */
  id: string
  profile: IssuerProfile
  baseUrl: string
  /** public half of the key, as Multikey writes it */
  keyId: string
  verificationMethod: string
  signs: boolean
  sign(data: Uint8Array): Promise<Uint8Array>
}

/**
 * `issuerKey`: private halves from the environment, the newest first, with spaces or commas between; null: none.
 * `site`: name of the site, for a profile that nobody has written yet; without it, the course is asked.
 */
export type KeyPlace = { dataDir: string; issuerKey: string | null; now: number }
export type IssuerOptions = KeyPlace & { baseUrl: string; site?: string }

const profileKey = 'issuer'

/** What administrators wrote, or what is known without them. */
export async function readIssuerProfile(db: Kysely<Database>, site: string, baseUrl: string): Promise<IssuerProfile> {
  return (await savedProfile(db)) ?? { name: site, url: baseUrl, email: null, description: '', logo: null, signatory: null }
}

async function savedProfile(db: Kysely<Database>): Promise<IssuerProfile | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', profileKey).executeTakeFirst()
  if (!row) return null
  // with a logo there is much to read, and it is asked for at every request
  if (lastRead?.value !== row.value) lastRead = { value: row.value, profile: issuerProfileSchema.parse(JSON.parse(row.value)) }
  return lastRead.profile
}
let lastRead: { value: string; profile: IssuerProfile } | undefined

/** @throws where the profile does not fit `issuerProfileSchema` */
export async function saveIssuerProfile(db: Kysely<Database>, profile: IssuerProfile): Promise<void> {
  const value = JSON.stringify(issuerProfileSchema.parse(profile))
  await db
    .insertInto('meta')
    .values({ key: profileKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Not to be kept: after a rotation another key signs. */
export async function currentIssuer(db: Kysely<Database>, { baseUrl, site, ...place }: IssuerOptions): Promise<Issuer> {
  const profile = (await savedProfile(db)) ?? (await readIssuerProfile(db, site ?? (await loadCourse()).course.site, baseUrl))
  return issuerWith(await signingKey(db, place), { profile, baseUrl })
}

/** @throws NoSigningKey */
export function expectSigning({ signs }: Pick<Issuer, 'signs'>): void {
  if (!signs) throw new NoSigningKey()
}

/**
 * The issuer with this id, where its private half is at hand: a status list is signed by whoever signed what it is about.
 * @returns null for a `did:key` whose private half is gone, or that was called back
 */
export async function issuerOf(db: Kysely<Database>, id: string, issuer: Issuer, { dataDir, issuerKey }: KeyPlace): Promise<Issuer | null> {
  if (id === issuer.id) return issuer
  const keyId = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(id)?.[1]
  if (keyId === undefined || (await revokedKeys(db)).has(keyId)) return null
  const given = await Promise.all(secretsOf(issuerKey).map(keyOfSecret))
  const key = given.find(({ publicKeyMultibase }) => publicKeyMultibase === keyId) ?? keptKey(dataDir, keyId)
  return key && { ...(await issuerWith({ key, signs: true }, issuer)), id, verificationMethod: verificationMethodOf(id, keyId) }
}

/** `retiredAt`: since when it signs no more. `revokedAt`: since when nothing it signed counts any more. */
export type KnownKey = { id: string; createdAt: number; retiredAt: number | null; revokedAt: number | null }

export async function allKeys(db: Kysely<Database>): Promise<KnownKey[]> {
  const rows = await db.selectFrom('issuer_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map(({ id, created_at, retired_at, revoked_at }) => ({
    id,
    createdAt: created_at,
    retiredAt: retired_at,
    revokedAt: revoked_at,
  }))
}

/** Public halves of the keys that were called back. */
export async function revokedKeys(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('issuer_key').select('id').where('revoked_at', 'is not', null).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Another key signs from now on. What the ones before signed stays valid. A key of the environment is changed there. */
export async function rotateKey(
  db: Kysely<Database>,
  { dataDir, issuerKey, now }: KeyPlace,
): Promise<{ ok: true; id: string } | { ok: false; code: 'key_from_environment' }> {
  if (secretsOf(issuerKey).length > 0) return { ok: false, code: 'key_from_environment' }
  const { publicKeyMultibase: id } = await addKey(db, { dataDir, now }, true)
  return { ok: true, id }
}

/**
 * Calls a key back: nothing it signed counts any more, from the first signature on, because whoever has it writes any date. Where it is the
 * one that signs and is kept here, a new one signs, from the same moment. A key of the environment is called back all the same.
 * @param id its public half
 * @param note writes down what was done, in the same transaction
 */
export async function revokeKey(
  db: Kysely<Database>,
  id: string,
  { dataDir, issuerKey, now }: KeyPlace,
  note?: (trx: Transaction<Database>) => Promise<void>,
): Promise<RevokedKey> {
  const secrets = secretsOf(issuerKey)
  const isGiven = (await givenKeys(issuerKey)).includes(id)
  const signer = (trx: Transaction<Database>) => (secrets.length > 0 ? firstGood(trx, secrets) : keptOne(trx, dataDir))
  // kept before it is written down; where it is not needed, it goes again
  const fresh = secrets.length === 0 ? await makeKey() : null
  if (fresh) keepKey(dataDir, fresh)
  const revoked = await db.transaction().execute(async (trx): Promise<RevokedKey> => {
    await holdKeys(trx)
    const before = (await allKeys(trx)).find((key) => key.id === id)
    if (!before && !isGiven) return { ok: false, code: 'key_not_found' }
    if (before && before.revokedAt !== null) return { ok: false, code: 'key_revoked', revokedAt: before.revokedAt }
    const wasSigning = (await signer(trx))?.publicKeyMultibase === id
    await trx
      .insertInto('issuer_key')
      // one that stands in the environment may never have signed yet
      .values({ id, created_at: now, retired_at: now, revoked_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ retired_at: before?.retiredAt ?? now, revoked_at: now }))
      .execute()
    if (wasSigning && fresh) await insertKey(trx, fresh, now)
    await note?.(trx)
    return { ok: true, id, isGiven, wasSigning, signs: (await signer(trx))?.publicKeyMultibase ?? null }
  })
  if (fresh && !(revoked.ok && revoked.wasSigning)) dropKey(dataDir, fresh.publicKeyMultibase)
  return revoked
}

/**
 * `isGiven`: it stands in ISSUER_KEY. `wasSigning`: it signed here until now. `signs`: public half of the key that signs here from now on;
 * null: none here, one is made when it is needed, or, with ISSUER_KEY, nothing is signed.
 */
export type RevokedKey =
  | { ok: true; id: string; isGiven: boolean; wasSigning: boolean; signs: string | null }
  | { ok: false; code: 'key_not_found' }
  | { ok: false; code: 'key_revoked'; revokedAt: number }

/**
 * The keys that are meant: by the public half, a did:key, a verification method, or a beginning of the public half of at least twelve signs.
 * Keys of the environment that have not signed yet count as well.
 */
export async function findKeys(db: Kysely<Database>, written: string, issuerKey: string | null): Promise<string[]> {
  const start = written.trim().replace(/^did:key:(?=\w+$)|^did:\S+#/, '')
  if (!/^z[1-9A-HJ-NP-Za-km-z]{11,}$/.test(start)) return []
  const known = [...(await allKeys(db)).map(({ id }) => id), ...(await givenKeys(issuerKey))]
  return [...new Set(known)].filter((id) => id.startsWith(start))
}

async function issuerWith(
  { key, signs }: { key: SecretKey; signs: boolean },
  { profile, baseUrl }: Pick<Issuer, 'profile' | 'baseUrl'>,
): Promise<Issuer> {
  const keyId = key.publicKeyMultibase
  const id = issuerIdOf(baseUrl, keyId)
  const sign = signs ? await signerOf(key) : () => Promise.reject(new NoSigningKey())
  return { id, profile, baseUrl, keyId, verificationMethod: verificationMethodOf(id, keyId), signs, sign }
}

async function signingKey(db: Kysely<Database>, { dataDir, issuerKey, now }: KeyPlace): Promise<{ key: SecretKey; signs: boolean }> {
  const secrets = secretsOf(issuerKey)
  const [first] = secrets
  if (first !== undefined) {
    const good = await firstGood(db, secrets)
    if (good) await noteKey(db, good.publicKeyMultibase, now)
    return { key: good ?? (await keyOfSecret(first)), signs: good !== null }
  }
  return { key: (await keptOne(db, dataDir)) ?? (await addKey(db, { dataDir, now }, false)), signs: true }
}

/** The first one that was not called back. */
async function firstGood(db: Kysely<Database>, secrets: readonly string[]): Promise<SecretKey | null> {
  const revoked = await revokedKeys(db)
  for (const secret of secrets) {
    const key = await keyOfSecret(secret)
    if (!revoked.has(key.publicKeyMultibase)) return key
  }
  return null
}

/** The newest key that is not retired and that is kept here. */
async function keptOne(db: Kysely<Database>, dataDir: string): Promise<SecretKey | null> {
  for (const { id, retiredAt, revokedAt } of await allKeys(db)) {
    const key = retiredAt === null && revokedAt === null ? keptKey(dataDir, id) : null
    if (key) return key
  }
  return null
}

/** Makes a key. @param anyway also where another process has just made one; then that one is retired */
async function addKey(db: Kysely<Database>, { dataDir, now }: Pick<KeyPlace, 'dataDir' | 'now'>, anyway: boolean): Promise<SecretKey> {
  const fresh = await makeKey()
  keepKey(dataDir, fresh)
  const kept = await db.transaction().execute(async (trx) => {
    await holdKeys(trx)
    const other = anyway ? null : await keptOne(trx, dataDir)
    // the one just kept is not in the table yet
    if (other) return other
    if (anyway) await trx.updateTable('issuer_key').set({ retired_at: now }).where('retired_at', 'is', null).execute()
    await insertKey(trx, fresh, now)
    return fresh
  })
  if (kept !== fresh) dropKey(dataDir, fresh.publicKeyMultibase)
  return kept
}

/** Whoever makes a key or calls one back waits here for whoever is doing so. */
async function holdKeys(trx: Transaction<Database>): Promise<void> {
  await trx
    .insertInto('meta')
    .values({ key: 'issuer_key_lock', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute()
}

async function insertKey(trx: Transaction<Database>, { publicKeyMultibase: id }: SecretKey, now: number): Promise<void> {
  await trx.insertInto('issuer_key').values({ id, created_at: now, retired_at: null, revoked_at: null }).execute()
}

/** Writes down a key of the environment: the first time it is seen, it takes over from those before. One that was called back stays so. */
async function noteKey(db: Kysely<Database>, id: string, now: number): Promise<void> {
  const known = await db.selectFrom('issuer_key').select('retired_at').where('id', '=', id).executeTakeFirst()
  if (known?.retired_at === null) return
  await db.transaction().execute(async (trx) => {
    if (known === undefined)
      await trx.updateTable('issuer_key').set({ retired_at: now }).where('retired_at', 'is', null).where('id', '!=', id).execute()
    await trx
      .insertInto('issuer_key')
      .values({ id, created_at: now, retired_at: null, revoked_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ retired_at: sql`null` }).where('issuer_key.revoked_at', 'is', null))
      .execute()
  })
}

function secretsOf(issuerKey: string | null): string[] {
  return (issuerKey ?? '').split(/[\s,]+/).filter((secret) => secret !== '')
}

/** Public halves of the keys of the environment. */
async function givenKeys(issuerKey: string | null): Promise<string[]> {
  return (await Promise.all(secretsOf(issuerKey).map(keyOfSecret))).map(({ publicKeyMultibase }) => publicKeyMultibase)
}
