/**
 * Whether a stored credential still is what the record says: one of the site's own keys signed these bytes, and name, place in the status
 * list, achievement and id are the record's; where the name is hidden, nothing says whose it is. What else is in it stays as it stood. For the repair of certificates; what strangers check
 * with is verify-credential.ts.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { z } from 'zod'
import { achievementUrl, shareUrl, statusListUrl } from './credential-addresses.ts'
import { localContexts } from './issue-credential.ts'
import { didWebOf } from './issuer-id.ts'
import type { Certificate } from './schema.ts'
import type { Place } from './status-store.ts'

const shape = z.looseObject({
  id: z.string(),
  issuer: z.looseObject({ id: z.string() }),
  credentialSubject: z.looseObject({
    identifier: z.array(z.looseObject({ identityType: z.string(), identityHash: z.string() })).default([]),
    achievement: z.looseObject({ id: z.string() }),
  }),
  credentialStatus: z.looseObject({ statusListIndex: z.string(), statusListCredential: z.string() }),
  proof: z.looseObject({ verificationMethod: z.string() }),
})

type Record = { certificate: Pick<Certificate, 'id' | 'module' | 'name' | 'showsName'>; status: Place }

/** @param keys public halves of all keys of the site */
export async function isCurrent(
  json: string,
  { certificate, status }: Record,
  { keys, baseUrl }: { keys: readonly string[]; baseUrl: string },
): Promise<boolean> {
  const credential = readJson(json)
  const read = shape.safeParse(credential)
  if (!read.success) return false
  const { id, issuer, credentialSubject, credentialStatus, proof } = read.data
  const names = credentialSubject.identifier.flatMap((one) => (one.identityType === 'name' ? [one.identityHash] : []))
  const identified = certificate.showsName ? names.length === 1 && names[0] === certificate.name : credentialSubject.identifier.length === 0
  const agrees =
    id === shareUrl(baseUrl, certificate.id) &&
    credentialSubject.achievement.id === achievementUrl(baseUrl, certificate.module) &&
    credentialStatus.statusListCredential === statusListUrl(baseUrl, status.list) &&
    credentialStatus.statusListIndex === String(status.position) &&
    identified
  const key = keys.find((one) => proof.verificationMethod === `${issuer.id}#${one}`)
  if (!agrees || key === undefined || (issuer.id !== `did:key:${key}` && issuer.id !== didWebOf(baseUrl))) return false
  const { verified } = await vc.verifyCredential({
    credential: credential as object,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(issuer.id, key),
    // its entry was looked up in the database
    checkStatus: async () => ({ verified: true }),
  })
  return verified
}

/** Contexts, and this one issuer with this one key. */
export function loaderFor(issuer: string, key: string): vc.DocumentLoader {
  const method = `${issuer}#${key}`
  const multikey = { '@context': 'https://w3id.org/security/multikey/v1', id: method, type: 'Multikey', controller: issuer }
  const documents = new Map<string, object>([
    [method, { ...multikey, publicKeyMultibase: key }],
    [issuer, { '@context': 'https://www.w3.org/ns/did/v1', id: issuer, assertionMethod: [method] }],
  ])
  return async (url) => {
    const document = documents.get(url)
    return document ? { contextUrl: null, documentUrl: url, document } : localContexts(url)
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
