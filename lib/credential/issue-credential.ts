/**
 * Signing what was built: Data Integrity, `eddsa-rdfc-2022`, with contexts from packages alone. Nothing here asks the network. Ed25519
 * signs the same bytes the same way each time, so two servers with one key and one time make the same credential.
 * https://www.w3.org/TR/vc-di-eddsa/
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { contextAt } from './contexts.ts'
import type { Issuer } from './issuer-store.ts'

export const localContexts: vc.DocumentLoader = async (url) => {
  const document = contextAt(url)
  if (!document) throw new Error(`No package here has the context ${url}.`)
  return { contextUrl: null, documentUrl: url, document }
}

/** @param at Unix milliseconds, the time that the proof gives as its own */
export async function signCredential(
  credential: object,
  { sign, verificationMethod }: Issuer,
  at: number,
): Promise<Record<string, unknown>> {
  const signer = {
    id: verificationMethod,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => sign(data),
  }
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: new Date(at) })
  return vc.issue({ credential, suite, documentLoader: localContexts, now: new Date(at) })
}
