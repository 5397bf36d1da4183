import { describe, expect, it } from 'vitest'
import { embedded, letter, linkedInPost, linkedInProfile, whatsApp } from './share-links.ts'

const shared = {
  url: 'https://learn.example.org/certificates/AAAA-BBBB-CCCC-DDDD',
  title: 'أمل حداد: Power & politics',
  text: 'أمل حداد completed “Power & politics”?',
}
const fieldsOf = (address: string) => Object.fromEntries(new URL(address).searchParams)

describe('a link to share a certificate', () => {
  it('fills in every field of a LinkedIn profile, with the month of UTC', () => {
    const given = { name: 'Power & politics', organisation: 'Common Ground', id: 'AAAA-BBBB-CCCC-DDDD', url: shared.url }
    const issuedAt = Date.UTC(2026, 11, 31, 23, 59)
    expect(fieldsOf(linkedInProfile({ ...given, issuedAt }))).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Power & politics',
      organizationName: 'Common Ground',
      issueYear: '2026',
      issueMonth: '12',
      certUrl: shared.url,
      certId: 'AAAA-BBBB-CCCC-DDDD',
    })
  })
  it('gives a post the address and nothing else', () => {
    expect(fieldsOf(linkedInPost(shared))).toEqual({ url: shared.url })
  })
  it('keeps every sign of the words, in a message and in a letter', () => {
    expect(fieldsOf(whatsApp(shared))).toEqual({ text: `${shared.text} ${shared.url}` })
    expect(letter(shared)).not.toContain('+')
    expect(fieldsOf(letter(shared))).toEqual({ subject: shared.title, body: `${shared.text}\r\n\r\n${shared.url}\r\n` })
  })
})

describe('what is put into another page', () => {
  it('is a picture with its words that leads to the certificate, and lets nothing out of its attributes', () => {
    const html = embedded({ url: shared.url, image: `${shared.url}/image.png?v=1&w=2`, alt: 'The "Ground" <b>certificate</b>' })
    expect(html).toMatch(/^<a href="[^"<>]+"><img src="[^"<>]+" alt="[^"<>]+" width="600" height="315" style="[^"<>]+"><\/a>$/)
    expect(html).toContain('?v=1&amp;w=2')
    expect(html).toContain('alt="The &quot;Ground&quot; &lt;b&gt;certificate&lt;/b&gt;"')
  })
})
