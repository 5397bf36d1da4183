import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/verify.json' with { type: 'json' }
import { bare, type Finding, type FindingCode, type Line } from './finding.ts'
import { dayOf, rowsOf, sayFinding, sayLine, toneOf } from './say-finding.ts'

const day = 86_400_000
const shown = {
  id: 'https://ground.example/certificates/7Q2M-K4XD-00AB-CDEF',
  holder: 'Amal Haddad',
  achievement: 'Networking',
  issuer: { id: 'did:web:ground.example', name: 'Common Ground', url: 'https://ground.example' },
  validFrom: '2026-11-22T10:00:00Z',
  validUntil: '2027-11-22T10:00:00Z',
  criteria: null,
}
const line = (check: Line['check'], result: Line['result'], code: Line['code'], detail = ''): Line => ({ check, result, code, detail })
const finding = (code: FindingCode, more: Partial<Finding> = {}): Finding => ({ ...bare, code, shown, detail: 'ground.example', ...more })

const codes: FindingCode[] = [
  'verified',
  'altered',
  'forged',
  'expired',
  'not_yet_valid',
  'revoked',
  'unknown_issuer',
  'not_a_credential',
  'unsupported',
  'status_unknown',
  'not_now',
  'engine',
  'unreachable',
  'offline',
  'absent',
  'gone',
  'no_credential_here',
  'bare_file',
  'no_code',
  'unreadable',
  'too_big',
  'nothing',
  'strange_text',
]

/** every code that a line may have */
const lineCodes: Line['code'][] = [
  ...([
    'open_badge',
    'compact',
    'compact_damaged',
    'empty',
    'not_json',
    'not_an_object',
    'no_credential',
    'no_proof',
    'no_issuer',
  ] as const),
  ...([
    'too_large',
    'too_deep',
    'jwt',
    'several_credentials',
    'other_credential',
    'open_badge_2',
    'unknown_context',
    'inline_context',
  ] as const),
  ...(['ambiguous', 'proof_type', 'signed', 'signature_wrong', 'not_covered', 'malformed_proof', 'other_key', 'key_purpose'] as const),
  ...([
    'key_revoked',
    'key_type',
    'too_complex',
    'no_key',
    'issuer_here',
    'issuer_found',
    'issuer_key',
    'issuer_site',
    'issuer_path',
    'issuer_unreachable',
  ] as const),
  ...(['issuer_mismatch', 'issuer_method', 'in_force', 'no_end', 'expired', 'not_yet_valid', 'date_unreadable', 'not_revoked'] as const),
  ...(['no_status', 'revoked', 'suspended', 'list_unreachable', 'list_signature', 'list_issuer', 'list_expired'] as const),
  ...(['list_unreadable', 'status_type', 'status_many', 'complete', 'incomplete'] as const),
]

describe('sayFinding', () => {
  it.each(codes)('%s has sentences of its own, with nothing left to fill in', (code) => {
    const said = sayFinding(finding(code), messages, 'en')
    for (const one of [said.kicker, said.title, ...said.text]) {
      expect(one).toMatch(/^[A-Z“].+[^ ]$/)
      expect(one).not.toMatch(/[{}]|^[a-z_]+-[a-z]+$/)
    }
  })
  it('tells all verdicts apart', () => {
    const said = codes.map((code) => sayFinding(finding(code), messages, 'en').title + sayFinding(finding(code), messages, 'en').text[0])
    expect(new Set(said).size).toBe(codes.length)
  })
  it('calls only one of them good', () => {
    expect(codes.filter((code) => toneOf(code) === 'good')).toEqual(['verified'])
  })
  it('says of an old list that a newer one was not within reach', () => {
    const fresh = sayFinding(finding('verified', { listAge: 3000 }), messages, 'en').text.join(' ')
    const old = sayFinding(finding('verified', { listAge: 3 * day }), messages, 'en').text.join(' ')
    expect(fresh).not.toContain(messages['verified-old'])
    expect(old).toContain(messages['verified-old'])
  })
  it('does not say “not taken back” where there is no list', () => {
    const { text } = sayFinding(finding('verified', { lines: [line('status', 'passed', 'no_status')] }), messages, 'en')
    expect(text[0]).toContain('keeps no list')
  })
  it('names another site by its address, whatever it calls itself', () => {
    const lines = [line('signature', 'passed', 'signed'), line('issuer', 'passed', 'issuer_site', 'evil.example')]
    const { text } = sayFinding(finding('verified', { lines }), messages, 'en')
    expect(text[0]).toContain('evil.example signed it')
    expect(text[0]).not.toContain('Common Ground')
  })
  it('names a place below a site with its path, and does not take it for the site', () => {
    const place = 'raw.githubusercontent.com/evil/x'
    const issuer = line('issuer', 'passed', 'issuer_path', place)
    const found = finding('verified', { lines: [line('signature', 'passed', 'signed'), issuer] })
    expect(sayFinding(found, messages, 'en').text[0]).toContain(`${place} signed it`)
    expect(sayLine(issuer, found, messages, 'en')).toContain(`published at ${place}.`)
    expect(sayLine(issuer, found, messages, 'en')).not.toContain('runs that site')
  })
  it('says of a key alone that anybody can make one', () => {
    const lines = [line('signature', 'passed', 'signed'), line('issuer', 'unknown', 'issuer_key')]
    const said = sayFinding(finding('unknown_issuer', { lines, detail: '' }), messages, 'en')
    expect([said.tone, said.title]).toEqual(['open', messages['unknown_issuer-title-key']])
  })
  it('does not blame the connection where too many lists are named', () => {
    const said = sayFinding(finding('status_unknown', { lines: [line('status', 'unknown', 'status_many', '5')] }), messages, 'en')
    expect([said.text[0], said.next].join(' ')).not.toMatch(/fetched|online/)
  })
  it('sends to the newer one where one took its place', () => {
    expect(sayFinding(finding('revoked', { replaced: true }), messages, 'en').text).toContain(messages['revoked-replaced'])
  })
  it('names the address that did not answer', () => {
    expect(sayFinding(finding('unknown_issuer'), messages, 'en').text[0]).toContain('ground.example')
    expect(sayFinding(finding('unknown_issuer', { detail: '' }), messages, 'en').text[0]).toBe(messages['unknown_issuer-text'])
  })
  it('says why it is not read', () => {
    const lines = [line('format', 'failed', 'open_badge_2')]
    expect(sayFinding(finding('unsupported', { lines }), messages, 'en').text[1]).toBe(messages['line-open_badge_2'])
  })
})

describe('sayLine', () => {
  it.each(lineCodes)('%s has a sentence', (code) => {
    const said = sayLine(line('format', 'passed', code, 'ground.example'), finding('verified'), messages, 'en')
    expect(said).toMatch(/^[A-Z].+[.a-z]$/)
    expect(said).not.toMatch(/[{}]/)
  })
  it('says how old the list is, and that it was kept', () => {
    const status = line('status', 'passed', 'not_revoked')
    expect(sayLine(status, finding('verified', { listAge: 1000 }), messages, 'en')).toContain('The list is from this minute.')
    const old = sayLine(status, finding('verified', { listAge: 3 * day }), messages, 'en')
    expect(old).toContain('The list is 3 days old.')
    expect(old).toContain(messages['list-kept'])
  })
  it('names the days', () => {
    expect(sayLine(line('dates', 'passed', 'in_force'), finding('verified'), messages, 'en')).toBe(
      'It is valid from 22 November 2026 until 22 November 2027.',
    )
  })
})

describe('rowsOf', () => {
  it('shows what will be looked at before anything was given', () => {
    expect(rowsOf(null).map(({ check, result }) => `${check} ${result}`)).toEqual([
      'format planned',
      'signature planned',
      'issuer planned',
      'dates planned',
      'status planned',
    ])
  })
  it('keeps the order, and says what was not looked at', () => {
    const lines = [line('dates', 'passed', 'no_end'), line('signature', 'passed', 'signed'), line('format', 'passed', 'open_badge')]
    expect(rowsOf(finding('verified', { lines })).map(({ check, result }) => `${check} ${result}`)).toEqual([
      'format passed',
      'signature passed',
      'issuer skipped',
      'dates passed',
      'status skipped',
    ])
  })
  it('takes nothing for good that only stands in a certificate whose signature is not', () => {
    const lines = [
      line('format', 'passed', 'open_badge'),
      line('signature', 'failed', 'other_key'),
      line('issuer', 'passed', 'issuer_site', 'ground.example'),
      line('dates', 'passed', 'no_end'),
    ]
    const rows = rowsOf(finding('forged', { lines }))
    expect(rows.map(({ check, result }) => `${check} ${result}`)).toEqual([
      'format passed',
      'signature failed',
      'issuer skipped',
      'dates skipped',
      'status skipped',
    ])
    expect(rows[2]?.line?.code).toBe('issuer_found')
  })
  it('adds a line on completeness only where something is missing', () => {
    const lines = (result: Line['result']) => [line('format', 'passed', 'open_badge'), line('schema', result, 'incomplete')]
    expect(rowsOf(finding('verified', { lines: lines('passed') }))).toHaveLength(5)
    expect(rowsOf(finding('verified', { lines: lines('failed') }))).toHaveLength(6)
  })
})

describe('dayOf', () => {
  it.each([
    ['2026-11-22', '22 November 2026'],
    ['2026-11-22T10:00:00Z', '22 November 2026'],
    ['no day', '–'],
    [null, '–'],
  ])('%s is %s', (date, day) => {
    expect(dayOf(date, 'en')).toBe(day)
  })
})
