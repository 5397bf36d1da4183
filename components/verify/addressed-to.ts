/** Whether a certificate was made out to an e-mail address, by its fingerprint. Open Badges 3.0, IdentityObject. Pure. */
import type { Identity } from './finding.ts'

/** The fingerprints of e-mail addresses in a credential. @param credential anything */
export function identitiesIn(credential: unknown): Identity[] {
  return listOf(fieldOf(credential, 'credentialSubject')).flatMap((subject) =>
    listOf(fieldOf(subject, 'identifier')).flatMap((one) => {
      const hash = fieldOf(one, 'identityHash')
      const salt = fieldOf(one, 'salt')
      const kind = fieldOf(one, 'identityType')
      const hashed = fieldOf(one, 'hashed') === true
      return hashed && kind === 'emailAddress' && typeof hash === 'string'
        ? [{ kind, hash, salt: typeof salt === 'string' ? salt : '' }]
        : []
    }),
  )
}

/** @returns null where no fingerprint is of a kind that is known: `sha256$` and hexadecimal digits */
export async function isAddressedTo(identities: readonly Identity[], typed: string): Promise<boolean | null> {
  const known = identities.filter(({ hash }) => /^sha256\$[\da-f]{64}$/i.test(hash))
  if (known.length === 0) return null
  const address = typed.trim()
  for (const { hash, salt } of known)
    for (const one of new Set([address, address.toLowerCase()])) if (hash.toLowerCase() === (await fingerprint(one, salt))) return true
  return false
}

async function fingerprint(address: string, salt: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address + salt)))
  return `sha256$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}
