/**
 * Credentials as strangers check them, with two verifiers that are not ours, and a network in which only what this site serves can be
 * reached. Whatever happens to the site since, what was signed still verifies.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { verifyCredential as verifyElsewhere } from '@digitalcredentials/verifier-core'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasePerson } from '#lib/account/erase-store.ts'
import { openDatabase } from '#lib/db/client.ts'
import { copyDatabase } from '#lib/db/copy-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { closeNetwork } from '#lib/testing/closed-network.ts'
import { describeDatabases, newPlace } from '#lib/testing/databases.ts'
import { achievementCredentialSchema, achievementCredentialSchemaUrl } from '#lib/testing/open-badges-schema.ts'
import { certified, issuerAt, keyPlace, someAchievement } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { buildCredential } from './build-credential.ts'
import { contextAt } from './contexts.ts'
import { checkAndReissue, correctCertificate, revokeCertificate, signedCredential } from './credential-store.ts'
import { signCredential } from './issue-credential.ts'
import { didDocument } from './issuer-id.ts'
import { allKeys, type KeyPlace, revokeKey, rotateKey } from './issuer-store.ts'
import { signedStatusList } from './status-list-store.ts'
import { verifyCredential } from './verify-credential.ts'

const later = someDay + 60_000
const registry = 'https://registry.example/list.json'

/** What a site serves to everybody, and the schema as 1EdTech does. */
type Site = { db: Kysely<Database>; place: KeyPlace; baseUrl: string }
async function serve({ db, place, baseUrl }: Site, url: URL): Promise<unknown> {
  if (url.href === achievementCredentialSchemaUrl) return achievementCredentialSchema
  if (url.href === registry) return { registry: {} }
  if (url.origin !== baseUrl) return undefined
  if (url.pathname === '/.well-known/did.json') return didDocument(baseUrl, await allKeys(db))
  const list = /^\/credentials\/status\/(\d+)$/.exec(url.pathname)?.[1]
  const json = list === undefined ? null : await signedStatusList(db, Number(list), await issuerAt(db, place, baseUrl), place)
  return json === null ? undefined : JSON.parse(json)
}

let sites = 0
/** Each site has a host of its own: verifiers remember for some seconds whom they have asked. */
const newHost = () => `https://site-${process.pid}-${++sites}.example.org`

type Credential = Record<string, unknown>
/** With Digital Bazaar's library. */
async function verifyHere(site: Site, credential: Credential) {
  const documentLoader: vc.DocumentLoader = async (address) => {
    const [url = ''] = address.split('#')
    const document = contextAt(address) ?? (url.startsWith('did:web:') ? await didOf(site, address) : await keyOrServed(site, url))
    if (!document) throw new Error(`Nothing at ${address}.`)
    return { contextUrl: null, documentUrl: address, document }
  }
  const suite = new DataIntegrityProof({ cryptosuite })
  const told = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus, now: new Date(later) })
  // a status list that verifies is one thing, what it says another
  const revoked = told.statusResult?.results?.some(({ status }) => status)
  return { verified: told.verified, revoked, problems: told.error?.errors?.map(String) ?? told.statusResult?.error }
}

async function didOf(site: Site, address: string): Promise<unknown> {
  const document = (await serve(site, new URL('/.well-known/did.json', site.baseUrl))) as {
    id: string
    verificationMethod: { id: string }[]
  }
  if (address === document.id) return document
  const method = document.verificationMethod.find(({ id }) => id === address)
  return method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }
}

async function keyOrServed(site: Site, url: string): Promise<unknown> {
  return url.startsWith('did:key:') ? undefined : serve(site, new URL(url))
}

type Step = { id: string; valid?: boolean; error?: unknown }
type Elsewhere = {
  errors?: { name: string }[]
  log?: Step[]
  additionalInformation?: { id: string; results: { result: { valid: boolean; errors?: unknown } }[] }[]
}
/** With the verifier of the Digital Credentials Consortium. */
async function verifyThere(site: Site, credential: Credential) {
  const network = closeNetwork((url) => serve(site, url))
  try {
    const knownDIDRegistries = [{ name: 'A registry', type: 'dcc-legacy', url: registry }]
    const told = (await verifyElsewhere({ credential, knownDIDRegistries } as never)) as Elsewhere
    return {
      errors: told.errors?.map(({ name }) => name) ?? [],
      steps: Object.fromEntries((told.log ?? []).map(({ id, valid, error }) => [id, error ?? valid])),
      schema: told.additionalInformation?.flatMap(({ results }) => results.map(({ result }) => result)) ?? [],
      refused: network.refused,
    }
  } finally {
    network.open()
  }
}

/** The site is in no registry of issuers: that step says so, and says nothing about the credential. */
const accepted = {
  errors: [],
  steps: { valid_signature: true, expiration: true, revocation_status: true, registered_issuer: false },
  schema: [{ valid: true }],
  refused: [],
}

/** With the verifier of this site: there, with its address as `home`, or elsewhere. */
async function verifyOurselves(site: Site, credential: Credential, home?: string) {
  const load = async (address: string) => {
    const document = await serve(site, new URL(address))
    if (document === undefined) throw new Error(`Nothing at ${address}.`)
    return { document, fetchedAt: later, fresh: true }
  }
  return (await verifyCredential(JSON.stringify(credential), { load, now: later, ...(home ? { home } : {}) })).code
}

async function expectValid(site: Site, credential: Credential) {
  expect(await verifyOurselves(site, credential)).toBe('verified')
  expect(await verifyHere(site, credential)).toEqual({ verified: true, revoked: false, problems: undefined })
  expect(await verifyThere(site, structuredClone(credential))).toEqual(accepted)
}

const parse = (signed: { json: string } | null): Credential & { credentialSubject: { identifier: { identityHash: string }[] } } =>
  JSON.parse(signed!.json)

describe('the schema that is compared with', () => {
  let db: Kysely<Database>
  beforeAll(async () => {
    db = await openDatabase(await newPlace('sqlite'))
  })
  afterAll(() => db.destroy())
  const schemaSays = async (change: (credential: Shaped) => void) => {
    const site: Site = { db, place: keyPlace(), baseUrl: newHost() }
    const issuer = await issuerAt(site.db, site.place, site.baseUrl)
    const unsigned = buildCredential({
      certificate: { id: '0123-4567-89AB-CDEF', module: 'networking', name: 'Amal', showsName: true, issuedAt: someDay },
      achievement: someAchievement,
      subject: '7f8e5b64-5d3c-4a0e-9a55-3c1f2b6d9e10',
      email: { identityHash: `sha256$${'ab'.repeat(32)}`, salt: 'abcd' },
      status: { list: 1, position: 5 },
      issuer,
    }) as unknown as Shaped
    change(unsigned)
    const { schema } = await verifyThere(site, await signCredential(unsigned, issuer, later))
    return (schema as { valid: boolean }[]).map(({ valid }) => valid)
  }
  it.each<[string, (credential: Shaped) => void]>([
    ['a module', () => undefined],
    ['nobody by name', ({ credentialSubject }) => delete credentialSubject.identifier],
    ['an achievement without indicators', ({ credentialSubject }) => delete credentialSubject.achievement.alignment],
  ])('takes a credential of %s', async (_, change) => {
    expect(await schemaSays(change)).toEqual([true])
  })
  // that it can say no
  it.each<[string, (credential: Shaped) => void]>([
    ['without criteria', ({ credentialSubject }) => delete credentialSubject.achievement.criteria],
    ['of a type nobody knows', ({ credentialSubject }) => Object.assign(credentialSubject.achievement, { achievementType: 'Medal' })],
    ['with hours in words', ({ credentialSubject }) => Object.assign(credentialSubject.achievement, { creditsAvailable: 'two' })],
    [
      'with an address that is called hashed and is not',
      ({ credentialSubject }) => Object.assign(credentialSubject.identifier![0]!, { identityHash: 'amal@relief.example' }),
    ],
  ])('refuses one %s', async (_, change) => {
    expect(await schemaSays(change)).toEqual([false])
  })
})
type Shaped = { credentialSubject: { identifier?: object[]; achievement: Record<string, unknown> } }

describeDatabases('a credential', (open, kind, openAgain) => {
  const start = async (baseUrl = newHost()) => {
    const site: Site = { db: await open(), place: keyPlace(), baseUrl }
    const issuer = await issuerAt(site.db, site.place, site.baseUrl)
    const { id } = await certified(site.db, 'amal', issuer)
    return { site, issuer, id, credential: parse(await signedCredential(site.db, id, issuer, later)) }
  }

  it('is accepted by both verifiers at every step, and a changed name is an invalid signature', async () => {
    const { site, credential } = await start()
    await expectValid(site, credential)

    const changed = structuredClone(credential)
    changed.credentialSubject.identifier[0]!.identityHash = 'Amal Hadad'
    expect((await verifyHere(site, changed)).verified).toBe(false)
    expect(await verifyOurselves(site, changed)).toBe('altered')
    expect(await verifyThere(site, changed)).toMatchObject({ errors: ['invalid_signature'], steps: {} })
  })

  it('that was revoked, or replaced by a correction, is told from one that holds', async () => {
    const { site, issuer, id, credential } = await start()
    await correctCertificate(site.db, { id, actor: 'amal', name: 'Amal Okoye', now: later }, issuer)
    const corrected = parse(await signedCredential(site.db, id, issuer, later))
    await expectValid(site, corrected)
    expect(await verifyHere(site, credential)).toMatchObject({ verified: true, revoked: true })
    expect(await verifyOurselves(site, credential)).toBe('revoked')
    expect((await verifyThere(site, credential)).steps).toMatchObject({ valid_signature: true, revocation_status: false })
    await revokeCertificate(site.db, { id, reason: 'An error', now: later }, issuer)
    expect(await verifyHere(site, corrected)).toMatchObject({ verified: true, revoked: true })
    expect((await verifyThere(site, corrected)).steps).toMatchObject({ valid_signature: true, revocation_status: false })
  })

  it('verifies after the key was rotated, and so does the next one', async () => {
    const { site, issuer, credential } = await start()
    expect(await rotateKey(site.db, { ...site.place, now: later })).toMatchObject({ ok: true })
    const next = await issuerAt(site.db, site.place, site.baseUrl)
    expect(next.keyId).not.toBe(issuer.keyId)
    expect(next.id).toBe(issuer.id)
    await expectValid(site, credential)
    const { id } = await certified(site.db, 'sam', next)
    await expectValid(site, parse(await signedCredential(site.db, id, next, later)))
  })

  it('of a site without a public address verifies by the key itself, also after a rotation', async () => {
    const { site, issuer, credential } = await start('http://localhost:3000')
    expect(issuer.id).toBe(`did:key:${issuer.keyId}`)
    expect(await verifyThere(site, credential)).toEqual(accepted)
    expect(await verifyOurselves(site, credential)).toBe('verified')
    await rotateKey(site.db, { ...site.place, now: later })
    const next = await issuerAt(site.db, site.place, site.baseUrl)
    expect(next.id).not.toBe(issuer.id)
    expect(await verifyThere(site, credential)).toEqual(accepted)
    expect(await verifyOurselves(site, credential)).toBe('verified')
    const { id } = await certified(site.db, 'sam', next)
    expect(await verifyThere(site, parse(await signedCredential(site.db, id, next, later)))).toEqual(accepted)
  })

  it('of a key that was called back is refused by both verifiers, and the one that was signed anew is accepted', async () => {
    const { site, issuer, id, credential } = await start()
    expect(await revokeKey(site.db, issuer.keyId, { ...site.place, now: later })).toMatchObject({ ok: true })
    expect((await verifyHere(site, credential)).verified).toBe(false)
    expect((await verifyThere(site, credential)).steps).not.toMatchObject({ valid_signature: true })
    expect(await verifyOurselves(site, credential)).toBe('forged')
    const next = await issuerAt(site.db, site.place, site.baseUrl)
    await checkAndReissue(site.db, next, later)
    await expectValid(site, parse(await signedCredential(site.db, id, next, later)))
  })

  it('of a site without a public address, whose key was called back, is refused by the site, and by strangers once it was signed anew', async () => {
    const { site, issuer, id, credential } = await start('http://localhost:3000')
    await revokeKey(site.db, issuer.keyId, { ...site.place, now: later })
    const next = await issuerAt(site.db, site.place, site.baseUrl)
    // a did:key cannot be called back where strangers look: until it is signed anew, they see nothing
    expect((await verifyThere(site, credential)).steps).toMatchObject({ valid_signature: true, revocation_status: true })
    await checkAndReissue(site.db, next, later)
    expect(await verifyOurselves(site, credential, site.baseUrl)).toBe('forged')
    expect(await verifyOurselves(site, credential)).toBe('status_unknown')
    expect((await verifyThere(site, credential)).steps).toMatchObject({ valid_signature: true, revocation_status: false })
    const anew = parse(await signedCredential(site.db, id, next, later))
    expect(await verifyOurselves(site, anew, site.baseUrl)).toBe('verified')
    expect(await verifyThere(site, anew)).toEqual(accepted)
  })

  it('verifies after a restart: another process signs with the same key', async () => {
    const { site, issuer, id, credential } = await start()
    const again: Site = { ...site, db: await openAgain() }
    const restarted = await issuerAt(again.db, again.place, again.baseUrl)
    expect([restarted.id, restarted.keyId]).toEqual([issuer.id, issuer.keyId])
    expect(parse(await signedCredential(again.db, id, restarted, later))).toEqual(credential)
    await expectValid(again, credential)
  })

  it('verifies after a move to another database', async () => {
    const { site, issuer, id, credential } = await start()
    const moved: Site = { ...site, db: await openDatabase(await newPlace(kind === 'sqlite' ? 'postgresql' : 'sqlite')) }
    try {
      await moved.db.deleteFrom('meta').execute()
      expect(await copyDatabase(site.db, moved.db)).toMatchObject({ ok: true })
      expect((await issuerAt(moved.db, moved.place, moved.baseUrl)).keyId).toBe(issuer.keyId)
      expect(parse(await signedCredential(moved.db, id, issuer, later))).toEqual(credential)
      await expectValid(moved, credential)
    } finally {
      await moved.db.destroy()
    }
  })

  it('verifies after its holder was erased: nothing of theirs is left here but the position', async () => {
    const { site, issuer, id, credential } = await start()
    expect(await erasePerson(site.db, { learner: 'amal', user: null }, later)).toMatchObject({ ok: true })
    expect(await signedCredential(site.db, id, issuer, later)).toBeNull()
    await expectValid(site, credential)
  })
})
