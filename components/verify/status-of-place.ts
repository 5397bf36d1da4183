/** Whether a place in a status list is marked, for the short form, which names list and place but has no `credentialStatus` of its own. */
import { checkStatus } from '#lib/credential/check-status.ts'
import { issuerId } from '#lib/credential/read-credential.ts'
import { fetchObject } from '#lib/credential/resolve-issuer.ts'
import type { Check, VerifyContext } from '#lib/credential/verdict.ts'

/** @param place `keys`: those that the site publishes; the list must be signed by one of them, or by the site itself */
export async function statusOfPlace(
  place: { base: string; url: string; position: number; keys: readonly string[] },
  context: VerifyContext,
): Promise<{ check: Check; age: number | null }> {
  const unknown = (code: Check['code']) => ({ check: { check: 'status', result: 'unknown', code, detail: place.url } as const, age: null })
  const list = await fetchObject(place.url, context.load)
  if (!list) return unknown('list_unreachable')
  const issuer = issuerId(list)
  const site = await fetchObject(`${place.base}/.well-known/did.json`, context.load)
  const own = [site?.['id'], ...place.keys.map((key) => `did:key:${key}`)]
  if (issuer === null || !own.includes(issuer)) return unknown('list_issuer')
  const entry = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place.position),
    statusListCredential: place.url,
  }
  const { status, listAge } = await checkStatus({ issuer, credentialStatus: entry }, context)
  return { check: status, age: listAge }
}
