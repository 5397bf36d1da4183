import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guestCookie, learnerInCookies, newLearnerId, signLearner, verifyLearner } from './session.ts'

const secret = 'a secret of more than thirty-two characters'
const anyLearner = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(newLearnerId)

describe('a guest cookie', () => {
  it('names the learner it was signed for', () => {
    fc.assert(fc.property(anyLearner, (learner) => verifyLearner(signLearner(learner, secret), secret) === learner))
  })

  it('is worth nothing under another secret', () => {
    fc.assert(fc.property(anyLearner, (learner) => verifyLearner(signLearner(learner, secret), `${secret}.`) === null))
  })

  it('is worth nothing with any character changed', () => {
    const signed = signLearner(newLearnerId(new Uint8Array(16).fill(7)), secret)
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.constantFrom(...'0aAzZ9-_.'), (at, character) => {
        fc.pre(signed[at] !== character)
        // The last of 43 base64url characters carries two unused bits, which are compared as text all the same.
        expect(verifyLearner(signed.slice(0, at) + character + signed.slice(at + 1), secret)).toBeNull()
      }),
    )
  })

  it('cannot be made from the signature of another learner', () => {
    const [amal, jonas] = [newLearnerId(new Uint8Array(16).fill(1)), newLearnerId(new Uint8Array(16).fill(2))]
    expect(verifyLearner(`${amal}.${signLearner(jonas, secret).split('.')[1]}`, secret)).toBeNull()
  })

  it.each(['', '.', 'x', 'a.b.c', `${'0'.repeat(32)}.`, `${'0'.repeat(32)}.${'é'.repeat(43)}`])('does not read %j', (value) => {
    expect(verifyLearner(value, secret)).toBeNull()
  })

  it('that a neighbour under the same domain planted does not come before the guarded one, whatever their order', () => {
    const [own, planted] = [newLearnerId(new Uint8Array(16).fill(4)), newLearnerId(new Uint8Array(16).fill(5))]
    const guarded = `__Host-cg_guest=${signLearner(own, secret)}`
    const plain = `cg_guest=${signLearner(planted, secret)}`
    expect([learnerInCookies(`${plain}; ${guarded}`, secret), learnerInCookies(`${guarded}; ${plain}`, secret)]).toEqual([own, own])
  })

  it('from before the site moved to https is still known', () => {
    const own = newLearnerId(new Uint8Array(16).fill(6))
    expect(learnerInCookies(guestCookie(own, secret, 'http://learn.example.org').split(';')[0]!, secret)).toBe(own)
    expect(guestCookie(own, secret, 'https://learn.example.org')).toMatch(/^__Host-cg_guest=.*; Path=\/;.*; Secure$/)
    expect(guestCookie(own, secret, 'https://learn.example.org')).not.toMatch(/Domain/i)
  })

  it('is found among other cookies, also behind a forged one', () => {
    const learner = newLearnerId(new Uint8Array(16).fill(3))
    const header = `theme=dark; cg_guest=${'0'.repeat(32)}.forged; cg_guest=${signLearner(learner, secret)}; a=b=c`
    expect(learnerInCookies(header, secret)).toBe(learner)
    expect(learnerInCookies('theme=dark', secret)).toBeNull()
    expect(learnerInCookies(null, secret)).toBeNull()
  })

  it('is kept from scripts and other sites, and from plain lines where the site is secure', () => {
    const learner = newLearnerId(new Uint8Array(16).fill(4))
    const plain = guestCookie(learner, secret, 'http://localhost:3000')
    expect(plain).toBe(`cg_guest=${signLearner(learner, secret)}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax`)
    expect(guestCookie(learner, secret, 'https://learn.example.org')).toBe(`__Host-${plain}; Secure`)
  })
})
