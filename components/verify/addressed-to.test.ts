import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { identitiesIn, isAddressedTo } from './addressed-to.ts'

const salt = 'mrfqx2'
const hash = `sha256$${createHash('sha256').update(`amal@relief.example${salt}`).digest('hex')}`
const identity = { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: hash, salt }
const credential = (identifier: unknown) => ({ credentialSubject: { identifier } })

describe('identitiesIn', () => {
  const name = { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Amal' }
  it.each([
    ['one alone', credential(identity), 1],
    ['one among others', credential([name, identity]), 1],
    ['several subjects', { credentialSubject: [{ identifier: identity }, { identifier: [identity] }] }, 2],
    ['only a name', credential([name]), 0],
    ['an address in the open', credential([{ ...identity, hashed: false }]), 0],
    ['none', { credentialSubject: {} }, 0],
    ['no credential', null, 0],
    ['text', 'amal', 0],
  ])('%s', (_, given, count) => {
    expect(identitiesIn(given)).toHaveLength(count)
  })
})

describe('isAddressedTo', () => {
  const identities = identitiesIn(credential(identity))
  it.each([
    ['amal@relief.example', true],
    ['  Amal@Relief.example ', true],
    ['amal@relief.example.org', false],
    ['', false],
  ])('%j: %s', async (typed, is) => {
    expect(await isAddressedTo(identities, typed)).toBe(is)
  })
  it('needs the salt of the certificate', async () => {
    expect(await isAddressedTo([{ ...identities[0]!, salt: '' }], 'amal@relief.example')).toBe(false)
  })
  it('says nothing about a fingerprint of another kind', async () => {
    expect(await isAddressedTo([{ ...identities[0]!, hash: `md5$${'0'.repeat(32)}` }], 'amal@relief.example')).toBeNull()
  })
})
