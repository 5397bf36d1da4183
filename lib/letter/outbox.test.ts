import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailtoOf, mayTryAgain, textOf } from './outbox.ts'

describe('a letter to be sent by hand', () => {
  it('opens in a mail program with its words as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }), (subject, body) => {
        const url = new URL(mailtoOf({ toAddress: 'a+b@example.org', subject, body })!)
        expect(decodeURIComponent(url.pathname)).toBe('a+b@example.org')
        // decoded by hand: `+` means itself here
        const query = Object.fromEntries(
          url.search
            .slice(1)
            .split('&')
            .map((part) => part.split('=').map(decodeURIComponent)),
        )
        expect(query).toEqual({ subject, body: body.replace(/\r?\n/g, '\r\n') })
      }),
    )
  })

  it('lets no address say more than an address', () => {
    const url = mailtoOf({ toAddress: 'a@example.org?bcc=eve@example.org&x', subject: 's', body: 'b' })!
    expect([...new URL(url).searchParams.keys()]).toEqual(['subject', 'body'])
  })

  it('is only copied where it is too long for an address', () => {
    expect(mailtoOf({ toAddress: 'a@example.org', subject: 's', body: 'x'.repeat(9000) })).toBeNull()
  })

  it('is copied whole', () => {
    expect(textOf({ toAddress: 'a@example.org', subject: 'Due', body: 'Hello' })).toBe('a@example.org\n\nDue\n\nHello')
  })

  it.each([
    ['failed', 'due-soon', 0, true],
    ['failed', 'due-soon', 25, false],
    ['failed', 'invitation', 25, true],
    ['withdrawn', 'invitation', 0, false],
    ['sent', 'invitation', 0, false],
  ])('that is %s, %s, %i hours old may be tried again: %s', (state, kind, hours, expected) => {
    expect(mayTryAgain({ state, kind, createdAt: 0 }, hours * 3_600_000)).toBe(expected)
  })
})
