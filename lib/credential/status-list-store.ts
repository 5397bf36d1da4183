/**
 * The signed form of a status list. It is made again only when something in it changes, or the key: until then everybody gets the same
 * bytes, from every server that has the key. Its positions are read only then, and few lists are kept: anybody may ask for any of them.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { expectSigning, type Issuer, issuerOf, type KeyPlace } from './issuer-store.ts'
import { signStatusList } from './status-list.ts'
import { markOfStatusList, readStatusList } from './status-store.ts'

const mostKept = 6
/** by what they depend on, the newest last */
const kept = new Map<string, Promise<string | null>>()

/**
 * @returns null where there is no such list
 * @throws NoSigningKey also where the key that was called back signed it before
 */
export async function signedStatusList(db: Kysely<Database>, list: number, issuer: Issuer, place: KeyPlace): Promise<string | null> {
  const mark = await markOfStatusList(db, list)
  if (!mark) return null
  // Whoever signed the credentials signs their list. Where that key is gone, or was called back, the site as it is now does.
  const signer = (await issuerOf(db, mark.issuer, issuer, place)) ?? issuer
  expectSigning(signer)
  const key = [signer.baseUrl, signer.verificationMethod, list, mark.changedAt, mark.count].join(' ')
  const known = kept.get(key) ?? makeList(db, list, signer)
  known.catch(() => kept.delete(key))
  kept.delete(key)
  kept.set(key, known)
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(old)
  }
  return known
}

/** What is revoked between the mark and this is in it already; the next request has another mark. */
async function makeList(db: Kysely<Database>, list: number, signer: Issuer): Promise<string | null> {
  const state = await readStatusList(db, list)
  return state && signStatusList(state, signer)
}
