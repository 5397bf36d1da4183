import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import messages from '#lib/message/en/verify.json' with { type: 'json' }
import { bare, type Finding, type FindingCode, type Line } from './finding.ts'
import { Says } from './says.tsx'

const criteria = 'https://evil.example/log-in'
const shown: Finding['shown'] = {
  id: null,
  holder: 'Amal Haddad',
  achievement: 'Networking',
  issuer: { id: 'did:web:ground.example', name: 'Common Ground', url: null },
  validFrom: null,
  validUntil: null,
  criteria,
}
const line = (check: Line['check'], result: Line['result'], code: Line['code']): Line => ({ check, result, code, detail: '' })
const good = [line('signature', 'passed', 'signed'), line('issuer', 'passed', 'issuer_here')]
const drawn = (code: FindingCode, lines: readonly Line[]) =>
  renderToStaticMarkup(<Says finding={{ ...bare, code, shown, lines }} messages={messages} locale="en" onWhole={() => undefined} />)

describe('Says', () => {
  it.each(['verified', 'expired', 'revoked', 'status_unknown'] as const)('links what it took where it is genuine: %s', (code) => {
    expect(drawn(code, good)).toContain(`href="${criteria}"`)
    expect(drawn(code, good)).not.toContain(messages['says-warning'])
  })
  it.each([
    ['altered', [line('signature', 'failed', 'signature_wrong'), good[1]!]],
    ['unknown_issuer', [good[0]!, line('issuer', 'unknown', 'issuer_key')]],
    ['expired', [good[0]!, line('issuer', 'unknown', 'issuer_key')]],
    ['verified', [good[0]!]],
  ] as const)('shows an address as text, and a warning, where it is not: %s %j', (code, lines) => {
    const html = drawn(code, lines)
    expect(html).toContain(criteria)
    expect(html).not.toContain('href=')
    expect(html).toContain(messages['says-warning'])
  })
})
