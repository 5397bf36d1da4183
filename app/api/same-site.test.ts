import { describe, expect, it } from 'vitest'
import { isSameSite } from './same-site.ts'

describe('isSameSite', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['an address typed in', { 'sec-fetch-site': 'none' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false],
    [
      'another site that names our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'https://learn.example.org', host: 'learn.example.org' },
      false,
    ],
    ['our own page in an older browser', { origin: 'https://learn.example.org', host: 'learn.example.org' }, true],
    [
      'our own page behind a balancer',
      { origin: 'https://learn.example.org', host: '10.0.0.7:3000', 'x-forwarded-host': 'learn.example.org' },
      true,
    ],
    ['our own page behind a proxy that changes the host', { origin: 'https://learn.example.org', host: '10.0.0.7:3000' }, true],
    ['our own name without https', { origin: 'http://learn.example.org', host: '10.0.0.7:3000' }, false],
    ['a page that has no origin, behind such a proxy', { origin: 'null', host: '10.0.0.7:3000' }, false],
    ['another site in an older browser', { origin: 'https://evil.example', host: 'learn.example.org' }, false],
    ['another port of the same machine', { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
    ['a page without an origin', { origin: 'null', host: 'learn.example.org' }, false],
    ['a program that is no browser', { host: 'learn.example.org' }, true],
  ])('%s', (_name, headers, allowed) => {
    expect(isSameSite(new Headers(headers), 'https://learn.example.org')).toBe(allowed)
  })
})
