import { describe, expect, it } from 'vitest'
import { siteAddress } from './site-address.ts'

describe('siteAddress', () => {
  it.each(['https://school.example/a?b', 'https://school.example:8443/', 'http://localhost:3500/', 'https://localhost/'])(
    'asks %s',
    (url) => {
      expect(siteAddress(url)?.href).toBe(url)
    },
  )
  it.each([
    'http://school.example/',
    'https://me:secret@school.example/',
    'https://192.168.1.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.0.0.1./',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://printer.local/',
    'https://printer.local./',
    'https://wiki.internal/',
    'https://app.localhost/',
    'https://router.lan/',
    'https://nas.home.arpa/',
    'https://intranet/',
    'file:///etc/passwd',
    'data:text/plain,a',
    'school',
  ])('does not ask %s', (url) => {
    expect(siteAddress(url)).toBeNull()
  })
  it('asks the site that this page is of, wherever that is', () => {
    expect(siteAddress('http://192.168.1.5:3000/a', 'http://192.168.1.5:3000')).not.toBeNull()
    expect(siteAddress('http://192.168.1.5:3001/a', 'http://192.168.1.5:3000')).toBeNull()
  })
})
