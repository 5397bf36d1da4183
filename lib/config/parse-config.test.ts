import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config.ts'

describe('parseConfig', () => {
  it('needs nothing', () => {
    expect(parseConfig({})).toEqual({
      ok: true,
      config: {
        port: 3000,
        baseUrl: 'http://localhost:3000',
        dataDir: '.data',
        databaseUrl: null,
        secret: null,
        smtpUrl: null,
        mailFrom: null,
        bounceKey: null,
        issuerKey: null,
        proxies: 0,
      },
    })
  })

  it('takes everything', () => {
    const environment = {
      PORT: '8080',
      BASE_URL: 'https://learn.example.org/',
      DATA_DIR: '/var/lib/common-ground',
      DATABASE_URL: 'postgres://amal:secret@db:5432/common_ground',
      SECRET: 'x'.repeat(32),
      SMTP_URL: 'smtps://amal:secret@mail.example.org:465',
      MAIL_FROM: 'Common Ground <learning@example.org>',
      BOUNCE_KEY: 'k'.repeat(32),
      PROXIES: '2',
      ISSUER_KEY: `z3u2${'a'.repeat(44)}, z3u2${'b'.repeat(44)}`,
    }
    expect(parseConfig(environment)).toEqual({
      ok: true,
      config: {
        port: 8080,
        baseUrl: 'https://learn.example.org',
        dataDir: '/var/lib/common-ground',
        databaseUrl: environment.DATABASE_URL,
        secret: environment.SECRET,
        smtpUrl: environment.SMTP_URL,
        mailFrom: environment.MAIL_FROM,
        bounceKey: environment.BOUNCE_KEY,
        issuerKey: environment.ISSUER_KEY,
        proxies: 2,
      },
    })
  })

  it('lets the address follow the port, and takes an empty value for none', () => {
    expect(parseConfig({ PORT: '4000', BASE_URL: '', DATABASE_URL: ' ' })).toMatchObject({
      config: { baseUrl: 'http://localhost:4000', databaseUrl: null },
    })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['BASE_URL', 'learn.example.org'],
    ['BASE_URL', 'ftp://example.org'],
    ['BASE_URL', 'https://example.org/learn'],
    ['BASE_URL', 'https://example.org/?a=b'],
    ['BASE_URL', 'https://amal:secret@example.org'],
    ['DATA_DIR', 'a\0b'],
    ['DATABASE_URL', 'mysql://db/learn'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'file.sqlite'],
    ['SECRET', 'x'.repeat(31)],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['BOUNCE_KEY', 'x'.repeat(31)],
    ['ISSUER_KEY', 'a secret of more than thirty-two characters'],
    ['ISSUER_KEY', `z6Mk${'a'.repeat(44)}`],
    ['ISSUER_KEY', `z3u2${'0'.repeat(44)}`],
    ['MAIL_FROM', 'Common Ground'],
    ['MAIL_FROM', 'a@example.org\r\nBcc: b@example.org'],
    ['MAIL_FROM', 'Two <a@example.org>, <b@example.org>'],
  ])('says which variable is wrong: %s=%j', (variable, value) => {
    const parsed = parseConfig({ [variable]: value })
    expect(parsed).toMatchObject({ ok: false, variable })
    expect(parsed).toHaveProperty('sentence', expect.stringMatching(new RegExp(`^${variable} [^!]+\\.$`)))
  })

  it('accepts both spellings of the PostgreSQL scheme', () => {
    for (const url of ['postgres://db/x', 'postgresql://db/x']) expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ ok: true })
  })
})
