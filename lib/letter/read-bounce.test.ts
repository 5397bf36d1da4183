import { describe, expect, it } from 'vitest'
import { isAboutAddress, readBounce } from './read-bounce.ts'

const notification = (recipients: string) =>
  `From: MAILER-DAEMON@mx.example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

This is the mail system at host mx.example.org.

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Tue, 24 Nov 2026 10:00:00 +0000

${recipients}

--x
Content-Type: text/rfc822-headers

To: somebody.else@example.org
--x--
`.replaceAll('\n', '\r\n')

describe('readBounce', () => {
  it('reads which address failed, and what was said', () => {
    const text = notification(`Final-Recipient: rfc822; Amal@example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <amal@example.org>: Recipient address
    rejected: User unknown`)
    expect(readBounce(text)).toEqual([
      { address: 'amal@example.org', detail: '550 5.1.1 <amal@example.org>: Recipient address rejected: User unknown' },
    ])
  })

  it('takes the address that the letter was written to', () => {
    const text = notification(
      'Original-Recipient: rfc822;amal@example.org\nFinal-Recipient: rfc822; box-77@inner.example.org\nAction: Failed\nStatus: 5.2.1',
    )
    expect(readBounce(text)).toEqual([{ address: 'amal@example.org', detail: '5.2.1' }])
  })

  it('reads each address of several', () => {
    const one = (name: string, action: string) => `Final-Recipient: rfc822; ${name}@example.org\nAction: ${action}\nStatus: 5.1.1`
    expect(
      readBounce(notification([one('a', 'failed'), one('b', 'delivered'), one('c', 'failed')].join('\n\n')))!.map(({ address }) => address),
    ).toEqual(['a@example.org', 'c@example.org'])
  })

  it.each([
    ['what is only late', 'delayed', '4.4.1'],
    ['what failed for now', 'failed', '4.2.2'],
    ['a full mailbox', 'failed', '5.2.2'],
    ['a letter that looked like spam', 'failed', '5.7.1'],
  ])('marks no address for %s', (_name, action, status) => {
    expect(readBounce(notification(`Final-Recipient: rfc822; amal@example.org\nAction: ${action}\nStatus: ${status}`))).toEqual([])
  })

  it.each(['', 'Dear sir', '{', '{"address":"amal@example.org","also":1}', '[]', 'Subject: Hello\n\nBody'])(
    'reads nothing in %j',
    (text) => {
      expect(readBounce(text)).toBeNull()
    },
  )

  it('knows which states are about the address', () => {
    expect(['5.1.1', '5.1.10', '5.2.1', '5.2.2', '5.21.0', '5.7.1', '4.1.1', '550'].filter(isAboutAddress)).toEqual([
      '5.1.1',
      '5.1.10',
      '5.2.1',
    ])
  })
})
