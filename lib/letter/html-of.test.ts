import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOf } from './html-of.ts'

const html = (body: string, given: Partial<Parameters<typeof htmlOf>[1]> = {}) =>
  htmlOf(body, { subject: 'Due soon', locale: 'en', ...given })

describe('htmlOf', () => {
  it('sets paragraphs, lists, links and the small print apart', () => {
    const made = html(
      'Hello Zoë,\n\nDue soon:\n\n- Networking: by Friday\n- Plans: https://a.example/b?c=1&d=2\n\nGo on:\n\nhttps://a.example\n\n-- \nWhy:\nhttps://a.example/stop\n',
    )
    expect(made).toContain('<p>Hello Zoë,</p>')
    expect(made).toContain(
      '<ul><li>Networking: by Friday</li><li>Plans: <a href="https://a.example/b?c=1&amp;d=2">https://a.example/b?c=1&amp;d=2</a></li></ul>',
    )
    expect(made).toContain('<p><a href="https://a.example">https://a.example</a></p>')
    expect(made).toMatch(/<p style="[^"]+">Why:<br>\n<a href="https:\/\/a\.example\/stop">[^<]+<\/a><\/p>/)
    expect(made).toContain('lang="en" dir="ltr"')
  })

  it('takes names and titles for text, and fetches nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, title, subject) => {
        const made = html(`Hello ${name},\n\n- ${title}: by Friday\n\n- ${title}: was due`, { subject })
        const tags = new Set([...made.matchAll(/<\/?([^\s>]*)/g)].map(([, tag]) => tag))
        for (const tag of tags)
          expect(['!doctype', 'html', 'head', 'meta', 'title', 'body', 'div', 'p', 'ul', 'li', 'br', 'a']).toContain(tag)
        expect(made).not.toMatch(/<[^>]*\s(?:src|on\w+)=/i)
      }),
      { numRuns: 300 },
    )
  })

  it('makes no link of what is not an address of the web', () => {
    expect(html('javascript:alert(1)\n\nsee data:text/html,x\n\nhttp://"onclick=')).not.toContain('<a ')
  })

  it('says in which language and direction it is', () => {
    expect(html('x', { locale: 'ar' })).toContain('lang="ar" dir="rtl"')
  })
})
