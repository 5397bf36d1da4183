/**
 * What the page of a certificate says of it: checked at that moment or a few seconds before, if nothing has changed since; with the same
 * code that strangers check with, and with the documents that they are given: the site’s own keys and its own list of what is revoked. The
 * network is not asked.
 */
import type { State } from '#components/certificate/state-line.tsx'
import { config } from '#lib/config/read-config.ts'
import { statusListUrl } from '#lib/credential/credential-addresses.ts'
import type { Signed } from '#lib/credential/credential-store.ts'
import { didDocument } from '#lib/credential/issuer-id.ts'
import { allKeys, type Issuer } from '#lib/credential/issuer-store.ts'
import { signedStatusList } from '#lib/credential/status-list-store.ts'
import type { Load } from '#lib/credential/verdict.ts'
import { database } from '#lib/db/client.ts'
import { keepVerdicts } from './kept-verdicts.ts'

const verdicts = keepVerdicts()

export async function checkHere({ json, standing }: Signed, issuer: Issuer, now: number): Promise<State> {
  if (standing.revokedAt !== null) return { kind: 'revoked', on: standing.revokedAt, reason: standing.reason }
  const { code, at } = await verdicts(json, { load: ownDocuments(issuer, now), now, home: issuer.baseUrl })
  if (code === 'verified') return { kind: 'verified', at }
  return { kind: code === 'unknown_issuer' || code === 'status_unknown' ? 'unsure' : 'wrong', at }
}

/** The documents of this site, as it serves them. */
function ownDocuments(issuer: Issuer, now: number): Load {
  const { baseUrl } = issuer
  const lists = statusListUrl(baseUrl, 0).slice(0, -1)
  const fresh = (document: unknown) => ({ document, fetchedAt: now, fresh: true })
  return async (url) => {
    const db = await database()
    if (url === `${baseUrl}/.well-known/did.json`) return fresh(didDocument(baseUrl, await allKeys(db)))
    const list = url.startsWith(lists) ? Number(url.slice(lists.length)) : Number.NaN
    const { dataDir, issuerKey } = config()
    const json = Number.isSafeInteger(list) ? await signedStatusList(db, list, issuer, { dataDir, issuerKey, now }) : null
    if (json === null) throw new Error(`Not a document of this site: ${url}`)
    return fresh(json)
  }
}
