/** The cookies of accounts, and what stands in addresses: signed, and nothing that another site could use. */
import { describe, expect, it } from 'vitest'
import { safeNext } from './addresses.ts'
import { knownCookie, knownDevice } from './known-device.ts'
import { maskAddress } from './mask-address.ts'
import { newId } from './new-id.ts'
import { guestCookieName, signLearner } from './session.ts'
import { isForThisVisit, renewedCookie, sessionCookieOf, signToken, tokenInCookies } from './session-cookie.ts'

const secret = 'a secret of more than thirty-two characters'
const [plain, secure] = ['http://localhost:3000', 'https://learn.example.org']

describe('the cookie of a session', () => {
  it('gives its token back where this site signed it', () => {
    const header = `other=1; cg_session=${signToken('abc', secret)}; last=2`
    expect(tokenInCookies(header, secret, plain)).toBe('abc')
    expect(tokenInCookies(header, 'another secret, also of thirty-two characters', plain)).toBeNull()
  })

  it.each([
    ['without a signature', 'cg_session=abc'],
    ['with another’s', `cg_session=${signToken('abc', secret).replace('abc', 'abd')}`],
    ['empty', 'cg_session='],
    ['with broken escapes', 'cg_session=%E0%A4%A'],
    ['endless', `cg_session=${'a'.repeat(10_000)}`],
    ['signed for a guest', `cg_session=${signLearner('a'.repeat(32), secret)}`],
    ['under another name', `xcg_session=${signToken('abc', secret)}`],
    ['of a secure site on one that is not', `__Host-cg_session=${signToken('abc', secret)}`],
  ])('is nothing %s', (_name, header) => {
    expect(tokenInCookies(header, secret, plain)).toBeNull()
  })

  it('is found beside a false one of the same name', () => {
    expect(tokenInCookies(`cg_session=false.x; cg_session=${signToken('abc', secret)}`, secret, plain)).toBe('abc')
  })

  it('is renewed with what it was set with', () => {
    expect(renewedCookie('abc', secret, secure)).toBe(
      `__Host-cg_session=${signToken('abc', secret)}; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax; Secure`,
    )
    expect(renewedCookie('abc', secret, plain, false)).toBe(`cg_session=${signToken('abc', secret)}; Path=/; HttpOnly; SameSite=Lax`)
    expect(sessionCookieOf(secure)).toBe('__Host-cg_session')
    expect([isForThisVisit('a=1; cg.dont_remember=true.x'), isForThisVisit('__Host-cg.dont_remember=true.x')]).toEqual([true, true])
    expect([isForThisVisit('a=1'), isForThisVisit('cg.dont_remember='), isForThisVisit(null)]).toEqual([false, false, false])
  })
})

describe('the cookie of a known browser', () => {
  const id = newId()
  const cookie = knownCookie(id, 'Ana@example.org', secret, plain).split(';')[0]!

  it('counts for the account that signed in there, and no other', () => {
    expect(knownDevice(cookie, 'ana@example.org', secret)).toBe(id)
    expect(knownDevice(cookie, 'bo@example.org', secret)).toBeNull()
    expect(knownDevice(cookie, 'ana@example.org', `${secret}!`)).toBeNull()
    expect(knownDevice(cookie.replace(id, newId()), 'ana@example.org', secret)).toBeNull()
    expect(knownDevice(null, 'ana@example.org', secret)).toBeNull()
  })

  it('says nothing of the address, and goes to the API only', () => {
    const set = knownCookie(id, 'ana@example.org', secret, secure)
    expect(set).not.toContain('ana')
    expect(set).toMatch(/; Path=\/api; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    expect(set).not.toContain(guestCookieName)
  })
})

describe('an address that is shown to whoever holds a link', () => {
  it.each([
    ['ana.ruiz@example.org', 'a…@example.org'],
    ['"a@b"@example.org', '"…@example.org'],
    ['żaneta@example.org', 'ż…@example.org'],
    ['@example.org', '…@example.org'],
    ['nothing', '…'],
  ])('%s is %s', (address, shown) => expect(maskAddress(address)).toBe(shown))
})

describe('where to go on after signing in', () => {
  it.each(['/', '/me', '/modules/networking?x=1#y', '/facilitate/cohorts/4gy819'])('may be %s', (path) => expect(safeNext(path)).toBe(path))
  it.each(['', 'me', '//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', '/a b', `/${'x'.repeat(600)}`, null, 7])(
    'is not %j',
    (path) => expect(safeNext(path)).toBeNull(),
  )
})
