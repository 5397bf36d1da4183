/**
 * Who issues: the profile that administrators write, and the keys. Invariants:
 * - every key that ever signed is in the table `issuer_key`, its public half alone; none is ever taken out;
 * - a private half is kept before its public half is written down, so nothing is promised that cannot be signed;
 * - keys of the environment come first. Without one, a server signs with the newest key that is not retired and that it keeps; where
 *   it keeps none it makes one.
 */
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { loadCourse } from '#lib/course/load-course.ts'
import type { Database } from '#lib/db/schema.ts'
import { issuerIdOf, verificationMethodOf } from './issuer-id.ts'
import { dropKey, keepKey, keptKey, keyOfSecret, makeKey, type SecretKey, signerOf } from './key-store.ts'

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

/** Who signs now. `sign` gives 64 bytes, Ed25519. */
export type Issuer = {
  /** did:web:… or did:key:… */
  id: string
  profile: IssuerProfile
  baseUrl: string
  /** public half of the key, as Multikey writes it */
  keyId: string
  verificationMethod: string
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

/**
 * The issuer with this id, where its private half is at hand: a status list is signed by whoever signed what it is about.
 * @returns null for a `did:key` whose private half is gone
 */
export async function issuerOf(id: string, issuer: Issuer, { dataDir, issuerKey }: KeyPlace): Promise<Issuer | null> {
  if (id === issuer.id) return issuer
  const keyId = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(id)?.[1]
  if (keyId === undefined) return null
  const given = await Promise.all(secretsOf(issuerKey).map(keyOfSecret))
  const key = given.find(({ publicKeyMultibase }) => publicKeyMultibase === keyId) ?? keptKey(dataDir, keyId)
  return key && { ...(await issuerWith(key, issuer)), id, verificationMethod: verificationMethodOf(id, keyId) }
}

export async function allKeys(db: Kysely<Database>): Promise<{ id: string; createdAt: number; retiredAt: number | null }[]> {
  const rows = await db.selectFrom('issuer_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map(({ id, created_at, retired_at }) => ({ id, createdAt: created_at, retiredAt: retired_at }))
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

async function issuerWith(key: SecretKey, { profile, baseUrl }: Pick<Issuer, 'profile' | 'baseUrl'>): Promise<Issuer> {
  const keyId = key.publicKeyMultibase
  const id = issuerIdOf(baseUrl, keyId)
  return { id, profile, baseUrl, keyId, verificationMethod: verificationMethodOf(id, keyId), sign: await signerOf(key) }
}

async function signingKey(db: Kysely<Database>, { dataDir, issuerKey, now }: KeyPlace): Promise<SecretKey> {
  const [secret] = secretsOf(issuerKey)
  if (secret !== undefined) {
    const key = await keyOfSecret(secret)
    await noteKey(db, key.publicKeyMultibase, now)
    return key
  }
  return (await keptOne(db, dataDir)) ?? addKey(db, { dataDir, now }, false)
}

/** The newest key that is not retired and that is kept here. */
async function keptOne(db: Kysely<Database>, dataDir: string): Promise<SecretKey | null> {
  for (const { id, retiredAt } of await allKeys(db)) {
    const key = retiredAt === null ? keptKey(dataDir, id) : null
    if (key) return key
  }
  return null
}

/** Makes a key. @param anyway also where another process has just made one; then that one is retired */
async function addKey(db: Kysely<Database>, { dataDir, now }: Pick<KeyPlace, 'dataDir' | 'now'>, anyway: boolean): Promise<SecretKey> {
  const fresh = await makeKey()
  keepKey(dataDir, fresh)
  const kept = await db.transaction().execute(async (trx) => {
    // whoever makes a key waits here for whoever is making one
    await trx
      .insertInto('meta')
      .values({ key: 'issuer_key_lock', value: '' })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
      .execute()
    const other = anyway ? null : await keptOne(trx, dataDir)
    // the one just kept is not in the table yet
    if (other) return other
    if (anyway) await trx.updateTable('issuer_key').set({ retired_at: now }).where('retired_at', 'is', null).execute()
    await trx.insertInto('issuer_key').values({ id: fresh.publicKeyMultibase, created_at: now, retired_at: null }).execute()
    return fresh
  })
  if (kept !== fresh) dropKey(dataDir, fresh.publicKeyMultibase)
  return kept
}

/** Writes down a key of the environment: the first time it is seen, it takes over from those before. */
async function noteKey(db: Kysely<Database>, id: string, now: number): Promise<void> {
  const known = await db.selectFrom('issuer_key').select('retired_at').where('id', '=', id).executeTakeFirst()
  if (known?.retired_at === null) return
  await db.transaction().execute(async (trx) => {
    if (known === undefined)
      await trx.updateTable('issuer_key').set({ retired_at: now }).where('retired_at', 'is', null).where('id', '!=', id).execute()
    await trx
      .insertInto('issuer_key')
      .values({ id, created_at: now, retired_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ retired_at: sql`null` }))
      .execute()
  })
}

function secretsOf(issuerKey: string | null): string[] {
  return (issuerKey ?? '').split(/[\s,]+/).filter((secret) => secret !== '')
}
