/**
 * When an issuer called a key back, by what its document says of the key: `revoked` of a verification method. From then on the key proves
 * nothing, also of what is dated before: whoever stole it writes any date. Pure, and light: for the page as for the verifier.
 * https://www.w3.org/TR/cid-1.0/#verification-methods
 */

/** @returns Unix milliseconds, 0 where the time cannot be read, null where the key is good */
export function calledBackAt(method: Readonly<Record<string, unknown>>): number | null {
  const { revoked } = method
  if (revoked === undefined || revoked === null) return null
  return (typeof revoked === 'string' && Date.parse(revoked)) || 0
}

/**
 * The same of a key that is its own issuer (`did:key`), which cannot say so itself: the site that used it does.
 * @param document `/.well-known/did.json` of the site
 * @param key its public half
 */
export function calledBackIn(document: unknown, key: string): number | null {
  const methods = typeof document === 'object' && document !== null && 'verificationMethod' in document ? document.verificationMethod : []
  const times = (Array.isArray(methods) ? methods : []).flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('publicKeyMultibase' in one) || one.publicKeyMultibase !== key) return []
    return calledBackAt({ ...one }) ?? []
  })
  return times.length > 0 ? Math.min(...times) : null
}
