/**
 * A line that somebody typed for strangers to read: in Unicode normal form C, with single spaces, without signs that nobody sees or
 * that turn the text around them. Joiners stay, because scripts need them. Pure.
 */
export function cleanLine(given: string): string {
  return given
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu, '')
    .trim()
}

/** characters */
export const longestReason = 300

/** Why a certificate is revoked. It stands on the page of the certificate for everybody. */
export function readReason(given: string): { ok: true; reason: string } | { ok: false; code: 'reason_empty' | 'reason_too_long' } {
  const reason = cleanLine(given)
  if (!/[\p{L}\p{N}]/u.test(reason)) return { ok: false, code: 'reason_empty' }
  return Array.from(reason).length > longestReason ? { ok: false, code: 'reason_too_long' } : { ok: true, reason }
}
