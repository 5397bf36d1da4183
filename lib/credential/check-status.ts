/**
 * Whether a credential was revoked: the status list of its issuer, with the signature of the list, its issuer and its dates checked.
 * `not_revoked` only where a list says so that is the issuer's; what cannot be found out is `unknown`. Never throws.
 * https://www.w3.org/TR/vc-bitstring-status-list/
 */
import { datesOf } from './check-dates.ts'
import { checkProof, unreadableProof } from './check-proof.ts'
import { bitAt, readBits } from './read-bits.ts'
import { isObject, issuerId, type Json, type JsonObject, listOf, parse, readCredential, textsIn } from './read-credential.ts'
import { siteAddress } from './site-address.ts'
import type { Check, Loaded, StatusCode, VerifyContext } from './verdict.ts'

/** `listAge`: ms since the oldest list was fetched */
export type StatusCheck = { status: Check; listAge: number | null }

/** what takes a credential out of force; other purposes (`message`, `refresh`) do not */
const purposes: Record<string, StatusCode> = { revocation: 'revoked', suspension: 'suspended' }

/** an issuer needs one or two; each is a question to a site that the certificate names */
const mostEntries = 4

/** Every entry counts; the worst is said. Of too many, none is looked up. */
export async function checkStatus(credential: JsonObject, context: VerifyContext): Promise<StatusCheck> {
  const entries = listOf(credential['credentialStatus'])
  if (entries.length > mostEntries) return { status: said('status_many', String(entries.length)), listAge: null }
  const checks: StatusCheck[] = []
  for (const entry of entries) checks.push(await checkEntry(entry, issuerId(credential), context))
  const worst =
    checks.find(({ status }) => status.result === 'failed') ?? checks.find(({ status }) => status.result === 'unknown') ?? checks[0]
  const ages = checks.flatMap(({ listAge }) => listAge ?? [])
  return { status: worst?.status ?? said('no_status'), listAge: ages.length > 0 ? Math.max(...ages) : null }
}

async function checkEntry(entry: Json, issuer: string | null, context: VerifyContext): Promise<StatusCheck> {
  const { load, now, home } = context
  const none = (code: StatusCode, detail = ''): StatusCheck => ({ status: said(code, detail), listAge: null })
  if (!isObject(entry) || !textsIn(entry['type']).includes('BitstringStatusListEntry'))
    return none('status_type', isObject(entry) ? textsIn(entry['type']).join(' ') : '')
  const { statusListCredential: url, statusPurpose: purpose, statusListIndex: index, statusSize: size } = entry
  const position = /^\d{1,9}$/.test(String(index)) ? Number(index) : -1
  if (typeof purpose !== 'string' || typeof url !== 'string' || position < 0 || (size !== undefined && size !== 1))
    return none('status_type', String(purpose))
  if (!purposes[purpose]) return none('not_revoked')

  const address = siteAddress(url, home)
  let loaded: Loaded
  try {
    if (!address) throw new TypeError('No address')
    loaded = await load(url)
  } catch {
    return none('list_unreachable', url)
  }
  const with_ = (code: StatusCode): StatusCheck => ({
    status: said(code, url),
    listAge: Number.isFinite(loaded.fetchedAt) ? Math.max(0, now - loaded.fetchedAt) : null,
  })
  const read = readCredential(loaded.document)
  if (!read.ok || unreadableProof(read.credential) !== null) return with_(parse(loaded.document).ok ? 'list_signature' : 'list_unreadable')
  const list = read.credential
  const subject = list['credentialSubject']
  if (issuerId(list) !== issuer) return with_('list_issuer')
  if (!textsIn(list['type']).includes('BitstringStatusListCredential') || !isObject(subject)) return with_('list_unreadable')
  // else an older or another list of the same issuer would do
  if (list['id'] !== undefined && list['id'] !== url) return with_('list_unreadable')
  if (!textsIn(subject['statusPurpose']).includes(purpose) || typeof subject['encodedList'] !== 'string') return with_('list_unreadable')
  const { signature } = await checkProof(list, context)
  if (signature.result !== 'passed') return with_('list_signature')
  context.used?.(url)
  const dates = datesOf(list, now)
  if (dates.result !== 'passed') return with_('list_expired')
  const bits = await readBits(subject['encodedList'])
  const set = bits && bitAt(bits, position)
  return with_(set === null ? 'list_unreadable' : set ? purposes[purpose] : 'not_revoked')
}

function said(code: StatusCode, detail = ''): Check {
  const failed = code === 'revoked' || code === 'suspended'
  const passed = code === 'not_revoked' || code === 'no_status'
  return { check: 'status', result: failed ? 'failed' : passed ? 'passed' : 'unknown', code, detail }
}
