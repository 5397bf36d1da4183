/** What came of looking at something: a verdict on a certificate, or why there is none. Codes only; the sentences are in the messages. */
import type { Check, CheckCode, CheckName, Shown, VerdictCode } from '#lib/credential/verdict.ts'

/**
 * - not_now: the issuer's keys are not within reach, without a connection
 * - engine: the part of the page that verifies is not within reach
 * - unreachable, offline, absent, gone, no_credential_here: of a link
 * - bare_file, no_code, unreadable, too_big: of a file
 * - nothing, strange_text: of what was typed
 */
export type Obstacle =
  | 'not_now'
  | 'engine'
  | 'unreachable'
  | 'offline'
  | 'absent'
  | 'gone'
  | 'no_credential_here'
  | 'bare_file'
  | 'no_code'
  | 'unreadable'
  | 'too_big'
  | 'nothing'
  | 'strange_text'

export type FindingCode = VerdictCode | Obstacle

/** One line of the list. Some are said on this side: of the short form, and of this site's own keys. */
export type Line = Omit<Check, 'code'> & { code: CheckCode | 'compact' | 'compact_damaged' | 'issuer_here' | 'issuer_found' }

/** Whom a certificate was made out to, as a fingerprint. */
export type Identity = { kind: string; hash: string; salt: string }

export type Finding = {
  code: FindingCode
  lines: readonly Line[]
  shown: (Shown & { longName?: true }) | null
  /** milliseconds since the list of what was taken back was fetched */
  listAge: number | null
  /** an address, a type or a path; plain text */
  detail: string
  /** page of the certificate for people, where it is known */
  page: string | null
  /** verified from a QR code alone: the link under which the whole certificate is */
  whole: string | null
  identities: readonly Identity[]
  /** took another's place; the holder has it */
  replaced: boolean
}

export const bare: Omit<Finding, 'code'> = {
  lines: [],
  shown: null,
  listAge: null,
  detail: '',
  page: null,
  whole: null,
  identities: [],
  replaced: false,
}

export const obstacle = (code: Obstacle, detail = ''): Finding => ({ ...bare, code, detail })

/** the order in which they are shown; completeness says little to a reader, so it has a line only where something is missing */
export const planned: readonly CheckName[] = ['format', 'signature', 'issuer', 'dates', 'status']
