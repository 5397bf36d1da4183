/** Signed credentials for tests: an issuer with a key of its own, by `did:key` or `did:web`, its status list, and a `load` that knows both. */

import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519 from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { contextAt, credentialsContext, openBadgesContext, openBadgesExtensions } from '#lib/credential/contexts.ts'
import type { Load, SignedCredential } from '#lib/credential/verdict.ts'

export const testNow = Date.UTC(2026, 10, 22, 12)

export type TestIssuer = {
  id: string
  verificationMethod: string
  publicKeyMultibase: string
  /** as `/.well-known/did.json` gives it; null for a did:key */
  document: Record<string, unknown> | null
  signBytes(data: Uint8Array): Promise<Uint8Array>
  sign(credential: object): Promise<SignedCredential>
}

/** @param id of the issuer, for example `did:web:badges.example`; without it, the did:key of a new key. @param seed of the key, for one that is the same each time */
export async function testIssuer(id?: string, seed?: Uint8Array): Promise<TestIssuer> {
  const key = await Ed25519.generate(seed ? { seed } : {})
  const { publicKeyMultibase } = key
  const issuer = id ?? `did:key:${publicKeyMultibase}`
  const verificationMethod = `${issuer}#${publicKeyMultibase}`
  const signer = { ...key.signer(), id: verificationMethod }
  return {
    id: issuer,
    verificationMethod,
    publicKeyMultibase,
    document: id === undefined ? null : issuerDocument(issuer, [publicKeyMultibase]),
    signBytes: (data) => key.signer().sign({ data }),
    sign: (credential) => signWith(signer, credential),
  }
}

/** A document with these keys, all of which may sign. */
export function issuerDocument(id: string, keys: readonly string[]): Record<string, unknown> {
  const methods = keys.map((publicKeyMultibase) => ({
    id: `${id}#${publicKeyMultibase}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase,
  }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  }
}

/** An Open Badge with all its parts, not signed. @param parts replace those of the first level */
export function testCredential(issuer: string, parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': [credentialsContext, openBadgesContext, openBadgesExtensions],
    id: 'https://badges.example/certificates/0123-4567-89AB-CDEF',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Networking',
    validFrom: '2026-11-20T10:00:00Z',
    issuer: { id: issuer, type: ['Profile'], name: 'Common Ground', url: 'https://badges.example' },
    credentialSubject: {
      id: 'urn:uuid:7f0b3c1e-52a8-4f43-9e0d-1f9a3c6f8a11',
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: true, identityHash: `sha256$${'ab'.repeat(32)}`, identityType: 'emailAddress', salt: 'x1' },
        { type: 'IdentityObject', hashed: false, identityHash: 'Amina Diallo', identityType: 'name' },
      ],
      achievement: {
        id: 'https://badges.example/achievements/networking',
        type: ['Achievement'],
        name: 'Networking',
        description: 'Meets people, and keeps in touch.',
        criteria: { narrative: 'Reached 80% in the quiz and finished the scenario.' },
        achievementType: 'CertificateOfCompletion',
        creditsAvailable: 1.5,
      },
    },
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
    ...parts,
  }
}

export const testListUrl = 'https://badges.example/credentials/status/1'

export function testStatus(position: number, purpose = 'revocation'): Record<string, unknown> {
  return {
    id: `${testListUrl}#${position}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(position),
    statusListCredential: testListUrl,
  }
}

/** A signed status list. @param revoked positions. @param parts replace those of the first level */
export async function testStatusList(
  issuer: TestIssuer,
  revoked: readonly number[],
  parts: Record<string, unknown> = {},
): Promise<SignedCredential> {
  const list = await createList({ length: 131_072 })
  for (const position of revoked) list.setStatus(position, true)
  const credential = await createCredential({ id: testListUrl, list, statusPurpose: 'revocation' })
  return issuer.sign({ ...credential, issuer: issuer.id, validFrom: '2026-11-20T00:00:00Z', ...parts })
}

/** Knows these addresses and no other. */
export function testLoad(documents: Record<string, unknown>, fetchedAt = testNow): Load {
  return async (url) => {
    if (!Object.hasOwn(documents, url)) throw new Error(`Not reachable: ${url}`)
    return { document: structuredClone(documents[url]), fetchedAt, fresh: true }
  }
}

/** Contexts from packages alone, for the library. */
export const testContexts: vc.DocumentLoader = async (url) => {
  const document = contextAt(url)
  if (!document) throw new Error(`Not a known context: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

async function signWith(signer: object, credential: object): Promise<SignedCredential> {
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: new Date(testNow) })
  return vc.issue({
    credential,
    suite,
    documentLoader: testContexts,
    // also one that is not in force can be signed
    now: new Date(String((credential as Record<string, unknown>)['validFrom'] ?? testNow)),
  })
}
