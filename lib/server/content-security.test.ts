import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addressOfPrerendered, inlineScriptHashes, leaveOf, permissions, policy } from './content-security.ts'

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('inlineScriptHashes', () => {
  it('hashes inline scripts and leaves files alone', () => {
    const html = '<script src="/a.js" async></script><script>one()</script><script id="x">two()\n</script><script>one()</script>'
    expect(inlineScriptHashes(html)).toEqual([sha('one()'), sha('two()\n')])
  })
})

describe('policy', () => {
  it('never allows inline or evaluated scripts as such', () => {
    const scripts = policy([sha('a')], false)
      .split('; ')
      .find((part) => part.startsWith('script-src'))
    expect(scripts).toBe(`script-src 'self' ${sha('a')}`)
  })
  it('asks for https only where the site is served over it', () => {
    expect(policy([], true)).toContain('upgrade-insecure-requests')
    expect(policy([], false)).not.toContain('upgrade-insecure-requests')
  })
})

describe('leaveOf', () => {
  const connectOf = (path: string) =>
    policy([], true, leaveOf(path))
      .split('; ')
      .find((part) => part.startsWith('connect-src'))
  it.each(['/verify', '/fr/verify'])('lets %s ask other sites, and for the camera', (path) => {
    expect(connectOf(path)).toBe(`connect-src 'self' https:`)
    expect(permissions(leaveOf(path))).toBe('camera=(self), microphone=(), geolocation=()')
  })
  it.each(['/', '/verify-email', '/verify/more', '/modules/verify', '/en/modules/verify', '/certificates/verify', '/Verify'])(
    'lets %s ask nobody but the site, and for nothing',
    (path) => {
      expect(connectOf(path)).toBe(`connect-src 'self'`)
      expect(permissions(leaveOf(path))).toBe('camera=(), microphone=(), geolocation=()')
    },
  )
  it('lets no page have scripts of others', () => {
    expect(policy([], true, leaveOf('/verify'))).toContain(`script-src 'self';`)
  })
})

describe('addressOfPrerendered', () => {
  it.each([
    ['en.html', '/'],
    ['en/modules/networking.html', '/modules/networking'],
    ['fr.html', '/fr'],
    ['fr/modules/networking.html', '/fr/modules/networking'],
    ['_not-found.html', '/_not-found'],
    ['en/page.rsc', null],
  ])('%s is %s', (file, address) => {
    expect(addressOfPrerendered(file, 'en')).toBe(address)
  })
})
