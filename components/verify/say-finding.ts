/** What is said of a finding: which sentences, in which tone. Pure. */
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { ageWords, isKept } from './age-words.ts'
import { largest } from './fetch-bytes.ts'
import { type Finding, type FindingCode, type Line, planned } from './finding.ts'

/** good: genuine and in force; bad: not to be relied on; open: nobody can say now; stop: nothing was verified */
export type Tone = 'good' | 'bad' | 'open' | 'stop'

const tones: Record<FindingCode, Tone> = {
  verified: 'good',
  altered: 'bad',
  forged: 'bad',
  expired: 'bad',
  not_yet_valid: 'bad',
  revoked: 'bad',
  unknown_issuer: 'open',
  status_unknown: 'open',
  not_now: 'open',
  not_a_credential: 'stop',
  unsupported: 'stop',
  engine: 'stop',
  unreachable: 'stop',
  offline: 'stop',
  absent: 'stop',
  gone: 'stop',
  no_credential_here: 'stop',
  bare_file: 'stop',
  no_code: 'stop',
  unreadable: 'stop',
  too_big: 'stop',
  nothing: 'stop',
  strange_text: 'stop',
}

export const toneOf = (code: FindingCode): Tone => tones[code]

const signedByIssuer: ReadonlySet<FindingCode> = new Set(['verified', 'expired', 'not_yet_valid', 'revoked', 'status_unknown'])

/** Whether what the certificate says is the word of an issuer who is known: signed, and the key is theirs. In force or not. */
export function isGenuine({ code, lines }: Finding): boolean {
  const passed = (check: Line['check']) => lines.some((line) => line.check === check && line.result === 'passed')
  return signedByIssuer.has(code) && passed('signature') && passed('issuer')
}

export type Words = { tone: Tone; kicker: string; title: string; text: readonly string[]; next: string }

export function sayFinding(finding: Finding, messages: Messages, locale: string): Words {
  const { code, detail } = finding
  const tone = tones[code]
  const values = {
    ...datesIn(finding, locale),
    issuer: code === 'forged' ? claimedIssuer(finding) : issuerOf(finding),
    host: detail,
    detail,
    size: Math.floor(largest / 1_000_000),
  }
  const word = (key: string) => say(messages, key, values, locale)
  const has = (line: Line['code']) => finding.lines.some((one) => one.code === line)
  const text = [word(`${code}-text`)]
  if (code === 'verified' && has('no_status')) text[0] = word('verified-text-no-list')
  if (code === 'altered' && has('compact')) text[0] = word('altered-text-code')
  // it may be genuine: what the issuer had signed before somebody else had the key
  const calledBack = code === 'forged' && has('key_revoked')
  if (calledBack) text[0] = word('forged-text-called-back')
  const keyAlone = code === 'unknown_issuer' && has('issuer_key')
  if (keyAlone) text[0] = word('unknown_issuer-text-key')
  else if (code === 'unknown_issuer' && detail) text[0] = word('unknown_issuer-text-silent')
  const many = code === 'status_unknown' && has('status_many')
  if (many) text[0] = word('status_unknown-text-many')
  if (code === 'revoked' && has('suspended')) text[0] = word('revoked-text-suspended')
  if (code === 'revoked' && finding.replaced) text.push(word('revoked-replaced'))
  if (code === 'unsupported' || code === 'not_a_credential') {
    const failed = finding.lines.find(({ result }) => result !== 'passed')
    if (failed) text.push(sayLine(failed, finding, messages, locale))
    else if (detail) text.push(word('unsupported-detail'))
  }
  if (code === 'verified' && finding.listAge !== null && isKept(finding.listAge)) text.push(word('verified-old'))
  return {
    tone,
    kicker: word(code === 'expired' || code === 'not_yet_valid' ? 'kicker-not-in-force' : `kicker-${tone}`),
    title: word(keyAlone ? 'unknown_issuer-title-key' : calledBack ? 'forged-title-called-back' : `${code}-title`),
    text,
    next: word(
      keyAlone ? 'unknown_issuer-next-key' : calledBack ? 'forged-next-called-back' : many ? 'status_unknown-next-many' : `${code}-next`,
    ),
  }
}

/** One line as it is shown, a sentence, and how old the list is where that matters. */
export function sayLine(line: Line, finding: Finding, messages: Messages, locale: string): string {
  const key = line.code === 'no_end' && finding.shown?.validFrom == null ? 'no_dates' : line.code
  const sentence = say(messages, `line-${key}`, { ...datesIn(finding, locale), detail: line.detail, issuer: issuerOf(finding) }, locale)
  if (line.check !== 'status' || finding.listAge === null) return sentence
  const age = say(messages, 'list-age', { age: ageWords(finding.listAge, messages, locale) })
  return [sentence, age, ...(isKept(finding.listAge) ? [say(messages, 'list-kept')] : [])].join(' ')
}

export type Row = { check: string; result: Line['result'] | 'planned' | 'skipped'; line: Line | null }

/** The list as it is shown: before anything was given, what will be looked at; afterwards what came of it, in the same order. */
export function rowsOf(finding: Finding | null): Row[] {
  if (!finding || finding.lines.length === 0) return planned.map((check) => ({ check, result: 'planned', line: null }))
  const signed = finding.lines.some(({ code }) => code === 'signed')
  const rows: Row[] = planned.map((check) => {
    const line = finding.lines.find((one) => one.check === check) ?? null
    if (!line) return { check, result: 'skipped', line }
    // without a good signature, what stands in it says nothing: neither its dates, nor that the issuer it names exists
    if (!signed && check === 'dates') return { check, result: 'skipped', line: null }
    if (!signed && check === 'issuer' && line.result === 'passed')
      return { check, result: 'skipped', line: { ...line, code: 'issuer_found', detail: '' } }
    return { check, result: line.result, line }
  })
  const incomplete = finding.lines.find(({ check, result }) => check === 'schema' && result !== 'passed')
  return incomplete ? [...rows, { check: 'schema', result: incomplete.result, line: incomplete }] : rows
}

/** An ISO date as a day; where there is none, or it cannot be read, a dash. */
export function dayOf(date: string | null, locale: string): string {
  const time = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(time)) return '–'
  // a day alone is the same day everywhere
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? { timeZone: 'UTC' } : {}
  return new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', ...zone }).format(time)
}

/** Who signed, as far as that is proven: this site by its name, another by the address of its keys. Else what the certificate claims. */
export function issuerOf(finding: Finding): string {
  const proven = finding.lines.find(({ code }) => code === 'issuer_site' || code === 'issuer_path')
  return proven && finding.lines.some(({ code }) => code === 'signed') ? proven.detail : claimedIssuer(finding)
}

/** What the issuer is called in the certificate. */
export function claimedIssuer({ shown, detail }: Finding): string {
  return shown?.issuer.name || shown?.issuer.url || shown?.issuer.id || detail || '–'
}

function datesIn({ shown }: Finding, locale: string) {
  return { from: dayOf(shown?.validFrom ?? null, locale), until: dayOf(shown?.validUntil ?? null, locale) }
}
