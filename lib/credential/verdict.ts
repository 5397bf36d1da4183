/**
 * What `verifyCredential` says. Codes, not sentences: the page has the words. Invariants: `verified` only where every check that could
 * fail was made and passed; nothing is ever thrown at the caller.
 */

export type SignedCredential = Record<string, unknown>

/**
 * - verified: signed by its issuer, unchanged, in force
 * - altered: the signature does not fit what is written
 * - forged: signed with a key that is not the issuer's
 * - expired, not_yet_valid, revoked: genuine, but not in force (any more, yet)
 * - unknown_issuer: the issuer's keys cannot be found, so nothing is said about the signature
 * - not_a_credential: no credential, or one without a signature
 * - unsupported: a kind of credential or signature that is not read here
 * - status_unknown: genuine, but whether it was revoked could not be found out
 */
export type VerdictCode =
  | 'verified'
  | 'altered'
  | 'forged'
  | 'expired'
  | 'not_yet_valid'
  | 'revoked'
  | 'unknown_issuer'
  | 'not_a_credential'
  | 'unsupported'
  | 'status_unknown'

export type CheckName = 'format' | 'signature' | 'issuer' | 'dates' | 'status' | 'schema'
/** `unknown`: could not be made. A check that was never reached is not in the list. */
export type CheckResult = 'passed' | 'failed' | 'unknown'

export type FormatCode =
  | 'open_badge' // passed
  | 'empty' // failed, not a credential:
  | 'not_json'
  | 'not_an_object'
  | 'no_credential'
  | 'no_proof'
  | 'no_issuer'
  | 'too_large' // failed, not supported:
  | 'too_deep'
  | 'jwt'
  | 'several_credentials'
  | 'other_credential' // a Verifiable Credential, but no Open Badge; detail: its types
  | 'open_badge_2' // an assertion of Open Badges 1 or 2
  | 'unknown_context' // detail: its address
  | 'inline_context'
  | 'ambiguous' // could be read in more than one way; detail: where
  | 'proof_type' // detail: its type or cryptosuite
export type SignatureCode =
  | 'signed' // passed
  | 'signature_wrong' // failed: altered
  | 'not_covered' // failed, altered: holds something that no signature can cover
  | 'malformed_proof' // failed: altered
  | 'other_key' // failed, forged: a key of somebody else
  | 'key_purpose' // failed, forged: a key of the issuer that is not meant for this
  | 'key_revoked' // failed, forged: a key that the issuer has called back
  | 'key_type' // unknown: a kind of key that is not read here
  | 'too_complex' // unknown: takes too long to check
  | 'no_key' // unknown: the issuer's keys could not be found
export type IssuerCode =
  | 'issuer_key' // passed, did:key: a key, and no more is known about who holds it
  | 'issuer_site' // passed, did:web of a whole site: whoever has that site; detail: host
  | 'issuer_path' // passed, a did:web or an https address below a site: whoever may write there; detail: host and path
  | 'issuer_unreachable' // unknown; detail: address
  | 'issuer_mismatch' // failed: the document at its address is another's
  | 'issuer_method' // unknown: a kind of identifier that is not read here; detail: method
export type DatesCode = 'in_force' | 'no_end' | 'expired' | 'not_yet_valid' | 'date_unreadable'
export type StatusCode =
  | 'not_revoked' // passed
  | 'no_status' // passed: its issuer keeps no list for it
  | 'revoked' // failed
  | 'suspended' // failed
  | 'list_unreachable' // unknown; detail: address. So are all that follow:
  | 'list_signature'
  | 'list_issuer'
  | 'list_expired'
  | 'list_unreadable'
  | 'status_type' // detail: the type
  | 'status_many' // more entries than are looked at; detail: how many
export type SchemaCode = 'complete' | 'incomplete' // detail: what is missing, for example `credentialSubject.achievement.criteria`

export type CheckCode = FormatCode | SignatureCode | IssuerCode | DatesCode | StatusCode | SchemaCode
/** `detail`: an address, a type or a path, empty where there is none. Of the credential's own making: to be shown as plain text only. */
export type Check = { check: CheckName; result: CheckResult; code: CheckCode; detail: string }

/** What the credential says of itself. True only where the verdict says that it is genuine. */
export type Shown = {
  id: string | null
  /** the name, where the credential has one in the open */
  holder: string | null
  achievement: string
  /** `name` and `url` are the issuer's own word; `id` is what the signature is bound to */
  issuer: { id: string; name: string | null; url: string | null }
  /** ISO 8601 as written */
  validFrom: string | null
  validUntil: string | null
  /** in words, or the address of them */
  criteria: string | null
}

export type Verdict = {
  code: VerdictCode
  checks: Check[]
  /** null where there is nothing to show */
  shown: Shown | null
  /** milliseconds since the status list was fetched, null where none was read */
  listAge: number | null
}

/** `document`: parsed JSON, or its text. `fetchedAt`: ms. `fresh`: not from a store. */
export type Loaded = { document: unknown; fetchedAt: number; fresh: boolean }
/** Gets a document by its https address (http for localhost). Throws where it cannot be reached. */
export type Load = (url: string) => Promise<Loaded>
/**
 * `now`: ms since 1970. `home`: origin of this site, which may be asked wherever it is. `used` hears of each document that was loaded and
 * found good, by its address: an issuer's that is by its own word that issuer's, a list with a good signature.
 */
export type VerifyContext = { load: Load; now: number; home?: string; used?(url: string): void }
