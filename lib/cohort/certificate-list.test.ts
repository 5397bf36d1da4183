import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certificatesInView,
  countCertificates,
  isToFetch,
  type ListedCertificate,
  readCertificateView,
  writeCertificateView,
} from './certificate-list.ts'

const known = ['networking', 'listening', 'course']
const usual = readCertificateView({}, known)
let made = 0
function certificate(given: Partial<ListedCertificate> & { learner: string }): ListedCertificate {
  return {
    id: `ID-${++made}`,
    name: given.learner,
    written: given.learner,
    of: 'networking',
    number: 3,
    title: 'Networking',
    issuedAt: 0,
    state: 'valid',
    shared: true,
    ...given,
  }
}
const told = (all: readonly ListedCertificate[], given: Record<string, string>) =>
  certificatesInView(all, readCertificateView(given, known), 'en').map(({ learner, of }) => `${learner} ${of}`)

describe('the certificates in view', () => {
  const all = [
    certificate({ learner: 'Zoë', issuedAt: 3 }),
    certificate({ learner: 'Zoë', of: 'course', number: null, issuedAt: 5 }),
    certificate({ learner: 'Ágnes', of: 'listening', number: 2, issuedAt: 4 }),
    certificate({ learner: 'Ágnes', issuedAt: 1 }),
    certificate({ learner: 'Ben', issuedAt: 2, written: 'Benedikt Mayer' }),
  ]
  it('are in the order of names, each person’s by module, the course last', () => {
    expect(told(all, {})).toEqual(['Ágnes listening', 'Ágnes networking', 'Ben networking', 'Zoë networking', 'Zoë course'])
  })
  it('are those of one module, and not of one that there is not', () => {
    expect(told(all, { module: 'listening' })).toEqual(['Ágnes listening'])
    expect(told(all, { module: 'nothing' })).toHaveLength(5)
  })
  it('can be ordered by module and by day, from both ends', () => {
    expect(told(all, { sort: 'module' })).toEqual(['Ágnes listening', 'Ágnes networking', 'Ben networking', 'Zoë networking', 'Zoë course'])
    expect(told(all, { sort: '-day' })).toEqual(['Zoë course', 'Ágnes listening', 'Zoë networking', 'Ben networking', 'Ágnes networking'])
    expect(told(all, { sort: '-name' }).slice(0, 2)).toEqual(['Zoë networking', 'Zoë course'])
  })
  it('are found by the name in the cohort and by the one on the certificate', () => {
    for (const name of ['agnes', 'ÁGNES']) expect(told(all, { name })).toHaveLength(2)
    expect(told(all, { name: 'mayer' })).toEqual(['Ben networking'])
    expect(told(all, { name: 'nobody' })).toEqual([])
  })
  it('keep their order whatever order they came in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.constantFrom('name', '-name', 'module', 'day', '-day'),
        (mixed, sort) => {
          expect(told(mixed, { sort })).toEqual(told(all, { sort }))
        },
      ),
    )
  })
  it('have an address that brings the same view back', () => {
    for (const given of [{}, { module: 'course', name: 'Ágnes & Co', sort: '-day', page: '3' }, { sort: 'module' }]) {
      const view = readCertificateView(given, known)
      expect(readCertificateView(Object.fromEntries(new URLSearchParams(writeCertificateView(view))), known)).toEqual(view)
    }
    expect(writeCertificateView(usual)).toBe('')
    expect(readCertificateView({ sort: 'nothing', page: '0', module: ['networking'] as unknown as string }, known)).toEqual(usual)
  })
})

describe('the counts', () => {
  const all = [
    certificate({ learner: 'a' }),
    certificate({ learner: 'a', shared: false, written: null }),
    certificate({ learner: 'b', state: 'revoked' }),
    certificate({ learner: 'b', state: 'revoked', shared: false }),
  ]
  it('tell what is left out and why, each once', () => {
    expect(countCertificates(all)).toEqual({ all: 4, people: 2, toFetch: 1, hidden: 2, revoked: 1 })
  })
  it('let nothing be fetched that is revoked or not shared', () => {
    expect(all.filter(isToFetch)).toEqual([all[0]])
  })
})
