/**
 * The keys of an issuer, and which of them may sign: `did:key` (the id is the key), `did:web` and https addresses (a document on the
 * issuer's own site). Nobody is asked but that site, and this one for keys that it called back. Never throws.
 * https://w3c-ccg.github.io/did-key-spec/ https://w3c-ccg.github.io/did-method-web/ https://www.w3.org/TR/cid-1.0/
 */
import * as Ed25519 from '@digitalbazaar/ed25519-multikey'
import { calledBackAt, calledBackIn } from './called-back.ts'
import { isObject, type JsonObject, listOf, parse } from './read-credential.ts'
import { siteAddress } from './site-address.ts'
import type { IssuerCode, Load, VerifyContext } from './verdict.ts'

/** `multibase` null: a kind of key that is not read here. `revokedAt`: ms, or null. `asserts`: may sign credentials. */
export type IssuerKey = { id: string; multibase: string | null; revokedAt: number | null; asserts: boolean }
export type ResolvedIssuer =
  | { ok: true; code: 'issuer_key' | 'issuer_site' | 'issuer_path'; detail: string; keys: IssuerKey[] }
  | { ok: false; code: IssuerCode; detail: string }

/** @param method the verification method of the proof: some issuers name their keys by address */
export async function resolveIssuer(id: string, method: string, context: Omit<VerifyContext, 'now'>): Promise<ResolvedIssuer> {
  if (id.startsWith('did:key:')) {
    const multibase = id.slice('did:key:'.length)
    const key = {
      id: `${id}#${multibase}`,
      multibase: await readMultibase({ publicKeyMultibase: multibase }),
      revokedAt: await calledBackHere(multibase, context),
      asserts: true,
    }
    return { ok: true, code: 'issuer_key', detail: '', keys: [key] }
  }
  const place = id.startsWith('did:web:') ? didWebAddress(id)?.href : id.startsWith('did:') ? undefined : id
  const address = place === undefined ? null : siteAddress(place, context.home)
  if (!address) return { ok: false, code: 'issuer_method', detail: /^(did:\w*|\w+:)/.exec(id)?.[0] ?? '' }
  const document = await fetchObject(address.href, context.load)
  if (!document) return { ok: false, code: 'issuer_unreachable', detail: address.href }
  if (document['id'] !== id) return { ok: false, code: 'issuer_mismatch', detail: address.href }
  context.used?.(address.href)
  const keys = await keysIn(document, id, method, context)
  // many may write below one site: only what is in the one place that is the site's own is the word of the site
  if (/^did:web:[^:]+$/.test(id)) return { ok: true, code: 'issuer_site', detail: address.host, keys }
  const path = id.startsWith('did:web:') ? address.pathname.replace(/\/did\.json$/, '') : address.pathname + address.search
  return { ok: true, code: 'issuer_path', detail: address.host + path, keys }
}

/** A `did:key` has no document of its own; where this site used it, this site's says whether it still counts. */
async function calledBackHere(multibase: string, { load, home, used }: Omit<VerifyContext, 'now'>): Promise<number | null> {
  if (home === undefined) return null
  const address = `${home}/.well-known/did.json`
  const at = calledBackIn(await fetchObject(address, load), multibase)
  if (at !== null) used?.(address)
  return at
}

/** Where the document of a `did:web` is, or null where the id is none. http for localhost alone, which has no certificate. */
export function didWebAddress(id: string): URL | null {
  const parts = id.slice('did:web:'.length).split(':')
  if (!id.startsWith('did:web:') || parts.some((part) => !/^[\w.%~-]+$/.test(part) || part === '.' || part === '..')) return null
  try {
    const host = decodeURIComponent(parts[0]!)
    if (!/^[\w.-]+(:\d{1,5})?$/.test(host)) return null
    const scheme = /^localhost(:|$)/.test(host) ? 'http' : 'https'
    const path = parts.length > 1 ? `${parts.slice(1).join('/')}/did.json` : '.well-known/did.json'
    return new URL(`${scheme}://${host}/${path}`)
  } catch {
    return null
  }
}

/** What is at an address, where it is a JSON object; null otherwise. */
export async function fetchObject(url: string, load: Load): Promise<JsonObject | null> {
  try {
    const read = parse((await load(url)).document)
    return read.ok && isObject(read.value) ? read.value : null
  } catch {
    return null
  }
}

async function keysIn(document: JsonObject, issuer: string, method: string, context: Omit<VerifyContext, 'now'>): Promise<IssuerKey[]> {
  const full = (id: unknown) => (typeof id !== 'string' ? '' : id.startsWith('#') ? `${issuer}${id}` : id)
  // `publicKey` is the older word, also in issuer profiles
  const listed = [...listOf(document['verificationMethod']), ...listOf(document['publicKey'])]
  // a list that is not there says that no key may, but older profiles know no such list
  const older = document['verificationMethod'] === undefined && document['assertionMethod'] === undefined
  const asserting = older ? listed : listOf(document['assertionMethod'])
  const assertingIds = new Set(asserting.map((one) => full(isObject(one) ? one['id'] : one)))

  const objects = [...listed, ...asserting].filter(isObject)
  // named, but described elsewhere: a did:key describes itself, and a page of the same site is the site's word
  if (assertingIds.has(method) && !objects.some((one) => full(one['id']) === method)) {
    const described = await describeMethod(method, issuer, context)
    if (described) objects.push(described)
  }
  return Promise.all(
    objects
      .filter((one) => one['controller'] === undefined || listOf(one['controller']).includes(issuer))
      .map(async (one) => ({
        id: full(one['id']),
        multibase: await readMultibase(one),
        revokedAt: calledBackAt(one),
        asserts: assertingIds.has(full(one['id'])),
      })),
  )
}

async function describeMethod(
  method: string,
  issuer: string,
  { load, home, used }: Omit<VerifyContext, 'now'>,
): Promise<JsonObject | null> {
  if (method.startsWith('did:key:'))
    return { id: method, controller: issuer, type: 'Multikey', publicKeyMultibase: method.split('#')[1] ?? '' }
  const address = siteAddress(method, home)
  if (!address || address.origin !== siteAddress(issuer, home)?.origin) return null
  const found = await fetchObject(address.href, load)
  if (!found || found['id'] !== method || found['controller'] !== issuer) return null
  used?.(address.href)
  return found
}

/** An Ed25519 public key in the form of Multikey, from any of the forms it is written in; null where it is no such key. */
async function readMultibase(method: JsonObject): Promise<string | null> {
  const { type, publicKeyMultibase, publicKeyBase58, publicKeyJwk } = method
  try {
    if (isObject(publicKeyJwk)) return (await Ed25519.fromJwk({ jwk: publicKeyJwk })).publicKeyMultibase
    if (typeof publicKeyBase58 === 'string') {
      const pair = await Ed25519.from({ type: 'Ed25519VerificationKey2018', publicKeyBase58 })
      return (await pair.export({ publicKey: true })).publicKeyMultibase
    }
    if (typeof publicKeyMultibase !== 'string' || (type !== undefined && type !== 'Multikey' && type !== 'Ed25519VerificationKey2020'))
      return null
    const pair = await Ed25519.from({ type: 'Multikey', publicKeyMultibase })
    // written in the one way there is, so that the same key has the same name
    return (await pair.export({ publicKey: true })).publicKeyMultibase === publicKeyMultibase ? publicKeyMultibase : null
  } catch {
    return null
  }
}
