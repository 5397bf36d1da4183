/**
 * Whether a credential was signed by its issuer: with a key that the issuer says is its own and may sign (else `forged`), over exactly
 * what it says (else `altered`). Never throws.
 *
 * The suite's own check of one proof is used, not the whole `verifyCredential` of the library: that gives one answer for signature,
 * dates and shape, and goes on looking for keys where this file has already settled whose they are. The tests compare the two.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { contextAt } from './contexts.ts'
import { type Credential, isObject, issuerId, type JsonObject, listOf } from './read-credential.ts'
import { resolveIssuer } from './resolve-issuer.ts'
import type { Check, SignatureCode, VerifyContext } from './verdict.ts'

export type ProofChecks = { issuer: Check | null; signature: Check }

/** Words that take something away from a credential: each has to be where it is looked for, and nowhere else. */
const limits = ['credentialStatus', 'validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'issuer', 'credentialSubject']
const vocabulary = 'https://www.w3.org/2018/credentials#'

/** The type or suite of a proof that is not read here, or null where all can be. */
export function unreadableProof(credential: JsonObject): string | null {
  for (const proof of listOf(credential['proof'])) {
    if (!isObject(proof)) continue
    const { type, cryptosuite: suite } = proof
    if (type === undefined) continue
    if (type !== 'DataIntegrityProof') return String(type)
    if (suite !== cryptosuite.name) return String(suite)
    if (proof['previousProof'] !== undefined) return 'previousProof'
  }
  return null
}

/** Every proof has to be good. */
export async function checkProof(credential: Credential, context: VerifyContext): Promise<ProofChecks> {
  let last: ProofChecks = { issuer: null, signature: signature('malformed_proof') }
  for (const proof of listOf(credential['proof'])) {
    last = await checkOne(credential, proof, context)
    if (last.signature.result !== 'passed') return last
  }
  return last
}

async function checkOne(credential: Credential, proof: unknown, context: VerifyContext): Promise<ProofChecks> {
  const method = isObject(proof) ? proof['verificationMethod'] : null
  if (!isObject(proof) || typeof method !== 'string') return { issuer: null, signature: signature('malformed_proof') }
  const issuer = await resolveIssuer(issuerId(credential)!, method, context)
  if (!issuer.ok) {
    const result = issuer.code === 'issuer_mismatch' ? 'failed' : 'unknown'
    return { issuer: { check: 'issuer', result, code: issuer.code, detail: issuer.detail }, signature: signature('no_key') }
  }
  const resolved: Check = { check: 'issuer', result: 'passed', code: issuer.code, detail: issuer.detail }
  const said = (code: SignatureCode, detail = ''): ProofChecks => ({ issuer: resolved, signature: signature(code, detail) })

  const named = issuer.keys.filter(({ id }) => id === method)
  if (named.length === 0) return said('other_key', method)
  // said first: a key that was called back is usually listed for nothing any more
  if (named.some(({ revokedAt }) => revokedAt !== null && revokedAt <= context.now)) return said('key_revoked', method)
  const key = named.find(({ asserts }) => asserts)
  if (!key || proof['proofPurpose'] !== 'assertionMethod') return said('key_purpose', method)
  if (key.multibase === null) return said('key_type', method)
  return said(await checkSignature(credential, proof, key.id, key.multibase))
}

async function checkSignature(credential: Credential, proof: JsonObject, id: string, publicKeyMultibase: string): Promise<SignatureCode> {
  // the library reads more than one form of these 64 bytes, and of base64 with unused bits
  if (typeof proof['proofValue'] !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/.test(proof['proofValue'])) return 'malformed_proof'
  const { proof: _, ...document } = credential
  const seen = { quads: '' }
  const suite = new DataIntegrityProof({
    cryptosuite: {
      ...cryptosuite,
      canonize: async (input: object, options: object) => {
        const quads = await cryptosuite.canonize(input, options)
        if (input === document) seen.quads = quads
        return quads
      },
    },
  })
  const { verified, error } = await suite.verifyProof({
    proof: { ...proof },
    document,
    documentLoader: async (url: string) => {
      const found = url === id ? { '@context': multikeyContext, type: 'Multikey', id, publicKeyMultibase } : contextAt(url)
      if (!found) throw new Error(`Not known: ${url}`)
      return { contextUrl: null, documentUrl: url, document: found }
    },
  })
  if (!verified) return codeOf(error)
  return isWhole(seen.quads, document) ? 'signed' : 'not_covered'
}

const multikeyContext = 'https://w3id.org/security/multikey/v1'

/** Safe mode of JSON-LD throws where a part of the credential would be left out of what is signed. */
function codeOf(error: (Error & { details?: unknown }) | undefined): SignatureCode {
  if (/deep iterations/i.test(error?.message ?? '')) return 'too_complex'
  return error?.name?.startsWith('jsonld.') ? 'not_covered' : 'signature_wrong'
}

/** How often it is said of the credential itself. Without an id nothing else in it can speak of it. */
function isWhole(quads: string, document: JsonObject): boolean {
  if (typeof document['id'] !== 'string') return true
  const start = `<${document['id']}> <${vocabulary}`
  const said = quads.split('\n').filter((line) => line.startsWith(start))
  return limits.every((term) => said.filter((line) => line.startsWith(`${start}${term}> `)).length === listOf(document[term]).length)
}

function signature(code: SignatureCode, detail = ''): Check {
  const unknown = code === 'key_type' || code === 'no_key' || code === 'too_complex'
  return { check: 'signature', result: code === 'signed' ? 'passed' : unknown ? 'unknown' : 'failed', code, detail }
}
