/**
 * Who signs, as an address of the trust: `did:web` where the site has a public address, so that keys can change behind it; else
 * `did:key`, which is the key itself. Pure. https://w3c-ccg.github.io/did-method-web/ https://w3c-ccg.github.io/did-key-spec/
 */
import { isoTime } from './iso-time.ts'
import { isPublicHost } from './site-address.ts'

/** The name that `/.well-known/did.json` at this address gives itself. @param baseUrl an origin */
export function didWebOf(baseUrl: string): string {
  return `did:web:${new URL(baseUrl).host.replace(':', '%3A')}`
}

/** Whether strangers can ask at this address: over https, and with a name that everybody resolves alike. */
export function isPublicOrigin(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  return protocol === 'https:' && isPublicHost(hostname)
}

/** @param keyId public half of the key, as Multikey writes it */
export function issuerIdOf(baseUrl: string, keyId: string): string {
  return isPublicOrigin(baseUrl) ? didWebOf(baseUrl) : `did:key:${keyId}`
}

export function verificationMethodOf(issuerId: string, keyId: string): string {
  return `${issuerId}#${keyId}`
}

/**
 * The DID document of the site. Keys that no longer sign stay in it: what they signed is as true as before. One that was called back stays
 * as well, so that whoever checks is told so, but it speaks for the site no more.
 * https://www.w3.org/TR/cid-1.0/#verification-methods
 * @param keys `id`: public half, as Multikey writes it; `revokedAt`: Unix milliseconds
 */
export function didDocument(baseUrl: string, keys: readonly Readonly<{ id: string; revokedAt: number | null }>[]): Record<string, unknown> {
  const id = didWebOf(baseUrl)
  const good = keys.filter(({ revokedAt }) => revokedAt === null).map((key) => key.id)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    alsoKnownAs: good.map((key) => `did:key:${key}`),
    verificationMethod: keys.map((key) => ({
      id: verificationMethodOf(id, key.id),
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: key.id,
      ...(key.revokedAt === null ? {} : { revoked: isoTime(key.revokedAt) }),
    })),
    assertionMethod: good.map((key) => verificationMethodOf(id, key)),
  }
}
