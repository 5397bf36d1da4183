import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import messages from '#lib/message/en/issuer.json' with { type: 'json' }
import { IssuerKeys } from './issuer-keys.tsx'

const day = (date: number) => Date.UTC(2026, 10, date, 12)
const good = { id: 'z6MkGood', createdAt: day(22), retiredAt: null, revokedAt: null }
const retired = { id: 'z6MkRetired', createdAt: day(10), retiredAt: day(12), revokedAt: null }
const stolen = { id: 'z6MkStolen', createdAt: day(12), retiredAt: day(20), revokedAt: day(21) }

/** What is shown, without the marks around it. */
function shown(keyId: string, keys: Parameters<typeof IssuerKeys>[0]['keys']): string {
  const page = (
    <IssuerKeys id="did:web:a.example" keyId={keyId} keys={keys} document="https://a.example/did" messages={messages} locale="en" />
  )
  return renderToStaticMarkup(page)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ')
}

it('says of each key whether it signs, what it signed can still be checked, or it was called back, and when', () => {
  const text = shown('z6MkGood', [good, stolen, retired])
  expect(text).toMatch(/Key that signs z6MkGood Since 22 Nov\w* 2026/)
  expect(text).toMatch(/z6MkStolen 12 Nov\w* 2026 to 20 Nov\w* 2026 Called back on 21 Nov\w* 2026/)
  expect(text).not.toMatch(/z6MkRetired[^z]*Called back on/)
  expect(text).toContain(messages['keys-before-why'])
  expect(text).toContain(messages['keys-called-back-why'])
})

it('does not speak of what nothing is there for', () => {
  expect(shown('z6MkGood', [good, retired])).not.toContain(messages['keys-called-back-why'])
  expect(shown('z6MkGood', [good, stolen])).not.toContain(messages['keys-before-why'])
})

it('names the command for a stolen key', () => {
  expect(shown('z6MkGood', [good])).toContain('call it back on the server with npm run admin -- revoke-key <key> .')
})

it('calls no key the one that signs where that was called back', () => {
  const text = shown('z6MkStolen', [stolen])
  expect(text).toContain(`Key that signs ${messages['key-none']}`)
  expect(text).toMatch(/Earlier keys z6MkStolen .*Called back on 21 Nov/)
})
