/**
 * The check of an Open Badges 3.0 credential, anybody's: what it is, who signed it, whether it was changed, whether it is in force. The
 * same code in the browser and on the server. What it needs from the network comes through `load` alone, and only from the issuer: its
 * keys and its status list. Contexts come from packages. Never throws, whatever it is given.
 *
 * `verified` means: every statement in it was signed with a key that the issuer says is its own, and its issuer's list does not call it
 * revoked. Who the issuer is, the reader decides: `shown.issuer.id` is what the signature is bound to, its name is its own word.
 */
import { datesOf } from './check-dates.ts'
import { checkProof, unreadableProof } from './check-proof.ts'
import { checkShape } from './check-shape.ts'
import { checkStatus } from './check-status.ts'
import { describeShown } from './describe-shown.ts'
import { isOpenBadge, readCredential, textsIn } from './read-credential.ts'
import type { Check, FormatCode, SignatureCode, Verdict, VerdictCode, VerifyContext } from './verdict.ts'

export type { Check, Load, Loaded, Shown, Verdict, VerdictCode, VerifyContext } from './verdict.ts'

const none: ReadonlySet<FormatCode> = new Set<FormatCode>(['empty', 'not_json', 'not_an_object', 'no_credential', 'no_proof', 'no_issuer'])
const forged: ReadonlySet<SignatureCode> = new Set<SignatureCode>(['other_key', 'key_purpose', 'key_revoked'])

/** @param input text of a credential, or the object; also an array or a presentation with one */
export async function verifyCredential(input: unknown, context: VerifyContext): Promise<Verdict> {
  const read = readCredential(input)
  const shown = read.credential && describeShown(read.credential)
  const refuse = (code: FormatCode, detail: string): Verdict => ({
    code: none.has(code) ? 'not_a_credential' : 'unsupported',
    checks: [{ check: 'format', result: 'failed', code, detail }],
    shown,
    listAge: null,
  })
  if (!read.ok) return refuse(read.code, read.detail)
  const { credential } = read
  if (!isOpenBadge(credential)) return refuse('other_credential', textsIn(credential['type']).join(' '))
  const proof = unreadableProof(credential)
  if (proof !== null) return refuse('proof_type', proof)

  const format: Check = { check: 'format', result: 'passed', code: 'open_badge', detail: '' }
  const { issuer, signature } = await checkProof(credential, context)
  const before = [format, signature, ...(issuer ? [issuer] : [])]
  const dates = datesOf(credential, context.now)
  const schema = checkShape(credential)
  // the list of an issuer that did not sign this says nothing about it
  if (signature.result !== 'passed')
    return { code: codeOfSignature(signature.code as SignatureCode), checks: [...before, dates, schema], shown, listAge: null }
  const { status, listAge } = await checkStatus(credential, context)
  return { code: codeOf(dates, status), checks: [...before, dates, status, schema], shown, listAge }
}

function codeOfSignature(code: SignatureCode): VerdictCode {
  if (code === 'no_key') return 'unknown_issuer'
  if (code === 'key_type' || code === 'too_complex') return 'unsupported'
  return forged.has(code) ? 'forged' : 'altered'
}

/** Of a good signature. */
function codeOf(dates: Check, status: Check): VerdictCode {
  if (status.result === 'failed') return 'revoked'
  if (dates.code === 'expired' || dates.code === 'not_yet_valid') return dates.code
  // signed, but nobody can say whether it is in force
  if (dates.result === 'unknown') return 'unsupported'
  return status.result === 'unknown' ? 'status_unknown' : 'verified'
}
