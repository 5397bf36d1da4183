import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  issuerDocument,
  type TestIssuer,
  testContexts,
  testCredential,
  testIssuer,
  testListUrl,
  testLoad,
  testNow,
  testStatus,
  testStatusList,
} from '#lib/testing/signed-credential.ts'
import { bake, unbake } from './bake.ts'
import type { SignedCredential } from './verdict.ts'
import { verifyCredential } from './verify-credential.ts'

const site = 'did:web:badges.example'
const didAddress = 'https://badges.example/.well-known/did.json'
const day = 86_400_000

let issuer: TestIssuer
let stranger: TestIssuer
/** revokes 5 */
let list: SignedCredential
let signed: SignedCredential

beforeAll(async () => {
  issuer = await testIssuer(site)
  stranger = await testIssuer()
  list = await testStatusList(issuer, [5])
  signed = await issuer.sign(testCredential(site, { credentialStatus: testStatus(77_777) }))
})

const documents = (): Record<string, unknown> => ({ [didAddress]: issuer.document, [testListUrl]: list })
const verify = (input: unknown, known: Record<string, unknown> = documents(), now = testNow) =>
  verifyCredential(input, { load: testLoad(known), now })
/** verdict and the code of one check */
async function verdictOf(input: unknown, check: string, known?: Record<string, unknown>, now?: number) {
  const { code, checks } = await verify(input, known, now)
  return [code, checks.find((one) => one.check === check)?.code]
}

describe('a genuine credential', () => {
  it('is verified, with each check said and what it says shown', async () => {
    const verdict = await verify(signed)
    expect(verdict.code).toBe('verified')
    expect(verdict.checks.map(({ check, result, code }) => [check, result, code])).toEqual([
      ['format', 'passed', 'open_badge'],
      ['signature', 'passed', 'signed'],
      ['issuer', 'passed', 'issuer_site'],
      ['dates', 'passed', 'no_end'],
      ['status', 'passed', 'not_revoked'],
      ['schema', 'passed', 'complete'],
    ])
    expect(verdict.listAge).toBe(0)
    expect(verdict.shown).toEqual({
      id: 'https://badges.example/certificates/0123-4567-89AB-CDEF',
      holder: 'Amina Diallo',
      achievement: 'Networking',
      issuer: { id: site, name: 'Common Ground', url: 'https://badges.example' },
      validFrom: '2026-11-20T10:00:00Z',
      validUntil: null,
      criteria: 'Reached 80% in the quiz and finished the scenario.',
    })
  })

  it.each([
    ['text', () => JSON.stringify(signed)],
    ['text with white space', () => `\n${JSON.stringify(signed, null, 2)}\n`],
    ['an array with it', () => [signed]],
    ['a presentation with it', () => ({ '@context': [], type: ['VerifiablePresentation'], verifiableCredential: [signed] })],
    ['a presentation with it alone', () => JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: signed })],
  ])('is read from %s', async (_, input) => {
    expect((await verify(input())).code).toBe('verified')
  })

  it('is verified with the network cut, where its issuer is a did:key and keeps no list', async () => {
    const alone = await stranger.sign(testCredential(stranger.id))
    expect(await verdictOf(alone, 'issuer', {})).toEqual(['verified', 'issuer_key'])
    expect(await verdictOf(alone, 'status', {})).toEqual(['verified', 'no_status'])
  })

  it('stays verified when its key is retired and another one signs', async () => {
    const next = await testIssuer(site)
    const both = issuerDocument(site, [next.publicKeyMultibase, issuer.publicKeyMultibase])
    const newer = await testStatusList(next, [5])
    expect((await verify(signed, { [didAddress]: both, [testListUrl]: newer })).code).toBe('verified')
  })

  it('of another form of did:web is looked for at its path, and on localhost without encryption', async () => {
    for (const [id, address, said] of [
      [
        'did:web:schools.example:north:badges',
        'https://schools.example/north/badges/did.json',
        { code: 'issuer_path', detail: 'schools.example/north/badges' },
      ],
      ['did:web:localhost%3A3500', 'http://localhost:3500/.well-known/did.json', { code: 'issuer_site', detail: 'localhost:3500' }],
    ] as const) {
      const other = await testIssuer(id)
      const credential = await other.sign(testCredential(id))
      expect((await verify(credential, { [address]: other.document })).code).toBe('verified')
      expect((await verify(credential, { [address]: other.document })).checks.find(({ check }) => check === 'issuer')).toMatchObject(said)
    }
  })

  it('of an issuer with a profile at an https address is verified by the key in the profile', async () => {
    const id = 'https://school.example/issuer'
    const school = await testIssuer(id)
    const credential = await school.sign(testCredential(id))
    const key = { id: school.verificationMethod, type: 'Multikey', controller: id, publicKeyMultibase: school.publicKeyMultibase }
    expect((await verify(credential, { [id]: { id, type: 'Profile', publicKey: [key] } })).code).toBe('verified')
    expect((await verify(credential, { [id]: { id, type: 'Profile', verificationMethod: [key], assertionMethod: [key.id] } })).code).toBe(
      'verified',
    )
    expect(
      (await verify(credential, { [id]: { id, assertionMethod: [`#${school.publicKeyMultibase}`], verificationMethod: [key] } })).code,
    ).toBe('verified')
  })

  it('in the form of Verifiable Credentials 1.1 is verified too', async () => {
    const { validFrom, credentialSchema: _, ...rest } = testCredential(stranger.id)
    const old = await stranger.sign({
      ...rest,
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
        'https://w3id.org/security/data-integrity/v2',
      ],
      issuanceDate: validFrom,
    })
    expect(await verdictOf(old, 'dates', {})).toEqual(['verified', 'no_end'])
  })

  it('that lacks what Open Badges asks for is genuine all the same, and the lack is said', async () => {
    const bare = testCredential(stranger.id)
    const subject = bare['credentialSubject'] as Record<string, Record<string, unknown>>
    const { criteria: _, ...achievement } = subject['achievement']!
    const verdict = await verify(await stranger.sign({ ...bare, credentialSubject: { ...subject, achievement } }))
    expect(verdict.code).toBe('verified')
    expect(verdict.checks.at(-1)).toEqual({
      check: 'schema',
      result: 'failed',
      code: 'incomplete',
      detail: 'credentialSubject.achievement.criteria',
    })
  })
})

describe('the signature', () => {
  const change = (path: string, value: unknown): SignedCredential => {
    const copy = structuredClone(signed)
    const keys = path.split('.')
    const last = keys.pop()!
    const holder = keys.reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, copy)
    if (value === undefined) delete holder[last]
    else holder[last] = value
    return copy
  }

  it.each([
    ['name', 'Leadership', 'signature_wrong'],
    ['credentialSubject.identifier.1.identityHash', 'Bmina Diallo', 'signature_wrong'],
    ['credentialSubject.achievement.creditsAvailable', 2, 'signature_wrong'],
    ['credentialSubject.achievement.creditsAvailable', '1.5', 'signature_wrong'],
    ['validUntil', '2030-01-01T00:00:00Z', 'signature_wrong'],
    ['credentialStatus.statusListIndex', '4', 'signature_wrong'],
    ['credentialStatus', undefined, 'signature_wrong'],
    ['proof.created', '2026-11-21T12:00:00Z', 'signature_wrong'],
    ['proof.proofValue', 'z', 'malformed_proof'],
    ['proof.proofValue', undefined, 'malformed_proof'],
    ['proof.verificationMethod', undefined, 'malformed_proof'],
    ['proof', 'signed', 'malformed_proof'],
    ['rank', 'first', 'not_covered'],
    ['credentialSubject.rank', 'first', 'not_covered'],
    ['proof.rank', 'first', 'not_covered'],
    ['credentialSubject.achievement.type', ['Achievement', 'Prize'], 'not_covered'],
  ])('calls a changed %s altered (%s)', async (path, value, code) => {
    expect(await verdictOf(change(path, value), 'signature')).toEqual(['altered', code])
  })

  it.each([
    ['null', 'image', null],
    ['a keyword', 'credentialSubject.@index', 'first'],
    ['a context inside', 'credentialSubject.@context', { rank: 'https://schema.org/name' }],
    ['a prototype', 'credentialSubject', JSON.parse('{"__proto__":{"type":["AchievementSubject"]}}')],
    ['a blank node name', 'credentialSubject.id', '_:b7'],
    ['more digits than are signed', 'credentialSubject.achievement.creditsAvailable', 1.5000000000000002],
    ['a kind in the place of a property', 'credentialSubject.achievement.Criteria', { narrative: 'Nothing' }],
    ['a property in the place of a kind', 'credentialSubject.achievement.type', ['Achievement', 'criteria']],
    ['half of a character', 'name', 'Networking \ud83d'],
    ['half of a character in a key', 'credentialSubject.\ud83d', 'x'],
  ])('does not answer for what a signature cannot cover: %s', async (_, path, value) => {
    expect(await verdictOf(change(path, value), 'format')).toEqual(['unsupported', 'ambiguous'])
  })

  it('does not take two halves of characters for the same one', async () => {
    const named = await issuer.sign(testCredential(site, { name: 'Networking \ufffd' }))
    expect((await verify(named)).code).toBe('verified')
    const text = JSON.stringify(named).replace('\ufffd', '\\udffd')
    expect(await verdictOf(text, 'format')).toEqual(['unsupported', 'ambiguous'])
  })

  it('does not overlook a status or an end that is written in another way', async () => {
    const { credentialStatus, ...rest } = signed
    const elsewhere = { ...rest, 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus }
    expect(await verdictOf(elsewhere, 'format')).toEqual(['unsupported', 'ambiguous'])
    // the same thing in two places: the statements are the same, the text is not
    const shared = await issuer.sign(
      testCredential(site, {
        credentialStatus: testStatus(5),
        evidence: [{ id: 'https://badges.example/certificates/0123-4567-89AB-CDEF', type: ['Evidence'], narrative: 'Quiz' }],
      }),
    )
    expect((await verify(shared)).code).toBe('revoked')
    const { credentialStatus: moved, ...others } = shared as SignedCredential & { evidence: object[] }
    const hidden = { ...others, evidence: [{ ...others.evidence[0], type: ['Evidence', 'VerifiableCredential'], credentialStatus: moved }] }
    expect((await verify(hidden)).code).toBe('altered')
  })

  it('does not let two descriptions of one thing change places', async () => {
    const id = 'https://badges.example/certificates/0123-4567-89AB-CDEF'
    const swapped = await issuer.sign(testCredential(site, { evidence: [{ id, type: ['Evidence'], name: 'How it was assessed' }] }))
    expect(await verdictOf(swapped, 'format')).toEqual(['unsupported', 'ambiguous'])
  })

  it('by somebody else is called forged, whoever they say they are', async () => {
    expect(await verdictOf(await stranger.sign(testCredential(site)), 'signature')).toEqual(['forged', 'other_key'])
    expect(await verdictOf(await issuer.sign(testCredential(stranger.id)), 'signature')).toEqual(['forged', 'other_key'])
    // under the name of the issuer, with a key that the issuer does not list
    const liar = await testIssuer(site)
    expect(await verdictOf(await liar.sign(testCredential(site)), 'signature')).toEqual(['forged', 'other_key'])
    // naming the issuer's key, which did not make it
    const proof = { ...((await liar.sign(testCredential(site)))['proof'] as object), verificationMethod: issuer.verificationMethod }
    expect(await verdictOf({ ...testCredential(site), proof }, 'signature')).toEqual(['altered', 'signature_wrong'])
  })

  it('by a key of the issuer that may not sign, is called back or belongs to another is called forged', async () => {
    const document = issuer.document as Record<string, Record<string, unknown>[]>
    const method = document['verificationMethod']![0]!
    const known = (change: object) => ({ ...documents(), [didAddress]: { ...document, ...change } })
    expect(await verdictOf(signed, 'signature', known({ assertionMethod: [] }))).toEqual(['forged', 'key_purpose'])
    const revoked = known({ verificationMethod: [{ ...method, revoked: '2026-11-21T00:00:00Z' }] })
    expect(await verdictOf(signed, 'signature', revoked)).toEqual(['forged', 'key_revoked'])
    // said of the key, also where it is listed for nothing any more
    const gone = known({ verificationMethod: [{ ...method, revoked: '2026-11-21T00:00:00Z' }], assertionMethod: [] })
    expect(await verdictOf(signed, 'signature', gone)).toEqual(['forged', 'key_revoked'])
    const twice = known({ verificationMethod: [method, { ...method, revoked: '2026-11-21T00:00:00Z' }] })
    expect(await verdictOf(signed, 'signature', twice)).toEqual(['forged', 'key_revoked'])
    const others = known({ verificationMethod: [{ ...method, controller: stranger.id }] })
    expect(await verdictOf(signed, 'signature', others)).toEqual(['forged', 'other_key'])
    const purpose = { ...signed, proof: { ...(signed['proof'] as object), proofPurpose: 'authentication' } }
    expect(await verdictOf(purpose, 'signature')).toEqual(['forged', 'key_purpose'])
  })

  it('is checked with keys in the other forms they are written in', async () => {
    const document = issuer.document as Record<string, Record<string, unknown>[]>
    const { type: _, ...method } = document['verificationMethod']![0]!
    const known = (one: object) => ({ ...documents(), [didAddress]: { ...document, verificationMethod: [one] } })
    expect((await verify(signed, known({ ...method, type: 'Ed25519VerificationKey2020' }))).code).toBe('verified')
    const { publicKeyMultibase, ...named } = method
    const jwk = await jwkOf(String(publicKeyMultibase))
    expect((await verify(signed, known({ ...named, type: 'JsonWebKey', publicKeyJwk: jwk }))).code).toBe('verified')
    expect(
      await verdictOf(signed, 'signature', known({ ...named, type: 'JsonWebKey', publicKeyJwk: { kty: 'EC', crv: 'P-256' } })),
    ).toEqual(['unsupported', 'key_type'])
  })

  it('gets the same answer as the whole check of the library', async () => {
    const suite = () => new DataIntegrityProof({ cryptosuite })
    const method = (issuer.document as Record<string, object[]>)['verificationMethod']![0]!
    const documentLoader: vc.DocumentLoader = async (url) => {
      const known =
        url === site
          ? issuer.document
          : url === issuer.verificationMethod
            ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
            : null
      return known ? { contextUrl: null, documentUrl: url, document: known } : testContexts(url)
    }
    const theirs = async (credential: object) =>
      (
        await vc.verifyCredential({
          credential,
          suite: suite(),
          documentLoader,
          now: new Date(testNow),
          checkStatus: async () => ({ verified: true }),
        })
      ).verified
    expect(await theirs(signed)).toBe(true)
    for (const [path, value] of [
      ['name', 'X'],
      ['rank', 1],
      ['proof.created', '2026-11-21T12:00:00Z'],
    ] as const)
      expect(await theirs(change(path, value))).toBe(false)
  })
})

describe('the issuer', () => {
  it.each([
    ['unknown_issuer', 'issuer_unreachable', {}],
    ['unknown_issuer', 'issuer_unreachable', { [didAddress]: 'not JSON' }],
    ['unknown_issuer', 'issuer_unreachable', { [didAddress]: null }],
    ['unknown_issuer', 'issuer_mismatch', { [didAddress]: { id: 'did:web:other.example' } }],
    ['forged', 'issuer_site', { [didAddress]: { id: site } }],
  ])('gives %s with %s', async (verdict, code, known) => {
    expect(await verdictOf(signed, 'issuer', known)).toEqual([verdict, code])
  })

  it.each([
    'did:example:123',
    'urn:uuid:1',
    'http://school.example/',
    'did:web:',
    'did:web:a/b',
    'did:web:user@host',
    'did:web:a:..:b',
    'did:web:192.168.1.1',
    'did:web:0x7f.1',
    'did:web:printer.local',
    'https://10.0.0.1/issuer',
    'https://[::1]/issuer',
    'https://wiki.internal/issuer',
    'file:///etc/passwd',
  ])('of a kind that is not read is unknown, and nothing is asked: %s', async (id) => {
    const asked: string[] = []
    const credential = { ...structuredClone(signed), issuer: id }
    const load = async (url: string) => {
      asked.push(url)
      throw new Error('asked')
    }
    expect((await verifyCredential(credential, { load, now: testNow })).code).toBe('unknown_issuer')
    expect(asked).toEqual([])
  })
})

describe('the dates', () => {
  it.each([
    [{ validUntil: '2026-11-21T00:00:00Z' }, 'expired', 'expired'],
    [{ validUntil: '2026-11-23T00:00:00+02:00' }, 'verified', 'in_force'],
    [{ validFrom: '2026-11-23T00:00:00Z' }, 'not_yet_valid', 'not_yet_valid'],
    [{ validFrom: new Date(testNow + 60_000).toISOString() }, 'verified', 'no_end'],
  ])('%j make it %s', async (parts, verdict, code) => {
    const credential = await stranger.sign(testCredential(stranger.id, parts))
    expect(await verdictOf(credential, 'dates')).toEqual([verdict, code])
  })

  it('include the end of the signature itself', async () => {
    const { code, checks } = await verify({ ...signed, proof: { ...(signed['proof'] as object), expires: '2026-11-21T00:00:00Z' } })
    expect(code).toBe('altered')
    expect(checks.find(({ check }) => check === 'dates')).toMatchObject({
      result: 'failed',
      code: 'expired',
      detail: '2026-11-21T00:00:00Z',
    })
  })

  it('of a revoked one that has also expired matter less than that it was revoked', async () => {
    const credential = await issuer.sign(testCredential(site, { credentialStatus: testStatus(5), validUntil: '2026-11-21T00:00:00Z' }))
    expect(await verdictOf(credential, 'status')).toEqual(['revoked', 'revoked'])
  })
})

describe('the status', () => {
  const at = (position: number, purpose?: string) => issuer.sign(testCredential(site, { credentialStatus: testStatus(position, purpose) }))

  it('is revoked at its position in the list, and nowhere beside it', async () => {
    expect(await verdictOf(await at(5), 'status')).toEqual(['revoked', 'revoked'])
    for (const position of [0, 4, 6, 131_071]) expect(await verdictOf(await at(position), 'status')).toEqual(['verified', 'not_revoked'])
    expect(await verdictOf(await at(131_072), 'status')).toEqual(['status_unknown', 'list_unreadable'])
  })

  it('of suspension is a status too, of a message is none', async () => {
    const subject = { ...(list['credentialSubject'] as object), statusPurpose: ['revocation', 'suspension'] }
    const { proof: _, ...unsigned } = list
    const both = await issuer.sign({ ...unsigned, credentialSubject: subject })
    expect(await verdictOf(await at(5, 'suspension'), 'status', { ...documents(), [testListUrl]: both })).toEqual(['revoked', 'suspended'])
    expect(await verdictOf(await at(5, 'suspension'), 'status')).toEqual(['status_unknown', 'list_unreadable'])
    expect(await verdictOf(await at(5, 'refresh'), 'status')).toEqual(['verified', 'not_revoked'])
  })

  it('is unknown, never good, where the list cannot be had or trusted', async () => {
    const credential = await at(4)
    const withList = (one: unknown) => ({ ...documents(), [testListUrl]: one })
    const { [testListUrl]: _, ...without } = documents()
    expect(await verdictOf(credential, 'status', without)).toEqual(['status_unknown', 'list_unreachable'])
    expect(await verdictOf(credential, 'status', withList('<html>'))).toEqual(['status_unknown', 'list_unreadable'])
    expect(await verdictOf(credential, 'status', withList({ ...list, validFrom: '2026-11-21T00:00:00Z' }))).toEqual([
      'status_unknown',
      'list_signature',
    ])
    const { proof: _p, ...unsigned } = list
    expect(await verdictOf(credential, 'status', withList(unsigned))).toEqual(['status_unknown', 'list_signature'])
    expect(await verdictOf(credential, 'status', withList(await testStatusList(stranger, [])))).toEqual(['status_unknown', 'list_issuer'])
    const imitated = await testStatusList({ ...stranger, id: site }, [])
    expect(await verdictOf(credential, 'status', withList(imitated))).toEqual(['status_unknown', 'list_signature'])
    const ended = await testStatusList(issuer, [], { validUntil: '2026-11-21T00:00:00Z' })
    expect(await verdictOf(credential, 'status', withList(ended))).toEqual(['status_unknown', 'list_expired'])
    const other = await testStatusList(issuer, [], { id: 'https://badges.example/credentials/status/2' })
    expect(await verdictOf(credential, 'status', withList(other))).toEqual(['status_unknown', 'list_unreadable'])
  })

  it('of a kind that is not read is unknown', async () => {
    const credential = await issuer.sign(
      testCredential(site, { credentialStatus: { id: 'https://badges.example/revoked', type: '1EdTechRevocationList' } }),
    )
    expect(await verdictOf(credential, 'status')).toEqual(['status_unknown', 'status_type'])
  })

  it('of more entries than any issuer needs is unknown, and no list is asked for', async () => {
    const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ ...testStatus(10 + index) }))
    const four = await issuer.sign(testCredential(site, { credentialStatus: entries(4) }))
    expect(await verdictOf(four, 'status')).toEqual(['verified', 'not_revoked'])
    const five = await issuer.sign(testCredential(site, { credentialStatus: entries(5) }))
    const asked: string[] = []
    const load = (url: string) => {
      asked.push(url)
      return testLoad(documents())(url)
    }
    const { code, checks } = await verifyCredential(five, { load, now: testNow })
    expect([code, checks.find(({ check }) => check === 'status')]).toEqual([
      'status_unknown',
      { check: 'status', result: 'unknown', code: 'status_many', detail: '5' },
    ])
    expect(asked).toEqual([didAddress])
  })

  it('is not looked for in the network of whoever looks', async () => {
    const url = 'https://192.168.1.1/list'
    const credential = await issuer.sign(testCredential(site, { credentialStatus: { ...testStatus(4), statusListCredential: url } }))
    const inside = await testStatusList(issuer, [], { id: url })
    expect(await verdictOf(credential, 'status', { ...documents(), [url]: inside })).toEqual(['status_unknown', 'list_unreachable'])
  })

  it('says which documents were good, and no others', async () => {
    const used = async (known: Record<string, unknown>) => {
      const good: string[] = []
      await verifyCredential(signed, { load: testLoad(known), now: testNow, used: (url) => good.push(url) })
      return [...new Set(good)]
    }
    expect(await used(documents())).toEqual([didAddress, testListUrl])
    expect(await used({ ...documents(), [testListUrl]: await testStatusList(stranger, []) })).toEqual([didAddress])
    expect(await used({ ...documents(), [didAddress]: { ...issuer.document, id: 'did:web:other.example' } })).toEqual([])
  })

  it('of two entries is the worse', async () => {
    const credential = await issuer.sign(testCredential(site, { credentialStatus: [testStatus(4), testStatus(5)] }))
    expect((await verify(credential)).code).toBe('revoked')
  })

  it('says how old a stored list is', async () => {
    const load = testLoad(documents(), testNow - 3 * day)
    expect((await verifyCredential(signed, { load, now: testNow })).listAge).toBe(3 * day)
  })
})

describe('what is none', () => {
  it.each([
    ['', 'not_a_credential', 'empty'],
    ['hello', 'not_a_credential', 'not_json'],
    [undefined, 'not_a_credential', 'empty'],
    [null, 'not_a_credential', 'not_an_object'],
    [7, 'not_a_credential', 'not_an_object'],
    ['[]', 'not_a_credential', 'no_credential'],
    [{}, 'not_a_credential', 'no_credential'],
    [{ type: ['VerifiableCredential'] }, 'not_a_credential', 'no_proof'],
    [{ type: 'Assertion', '@context': 'https://w3id.org/openbadges/v2' }, 'unsupported', 'open_badge_2'],
    ['eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln', 'unsupported', 'jwt'],
    [{ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJ' }, 'unsupported', 'jwt'],
    [{ type: 'VerifiablePresentation', verifiableCredential: ['eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln'] }, 'unsupported', 'jwt'],
    [[{}, {}], 'unsupported', 'several_credentials'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'unsupported', 'too_deep'],
    [{ type: 'VerifiableCredential', evidence: Array.from({ length: 1000 }, () => ({})) }, 'unsupported', 'too_large'],
    [`"${'a'.repeat(1_000_000)}"`, 'unsupported', 'too_large'],
  ])('%.60s is %s (%s)', async (input, verdict, code) => {
    expect(await verdictOf(input, 'format')).toEqual([verdict, code])
  })

  it('is a credential with another proof, context or purpose: not supported, and it says which', async () => {
    const detail = async (input: unknown) => {
      const { code, checks } = await verify(input)
      return [code, checks[0]!.code, checks[0]!.detail]
    }
    const proof = signed['proof'] as object
    const context = signed['@context'] as string[]
    expect(await detail({ ...signed, proof: { ...proof, type: 'Ed25519Signature2020' } })).toEqual([
      'unsupported',
      'proof_type',
      'Ed25519Signature2020',
    ])
    expect(await detail({ ...signed, proof: { ...proof, cryptosuite: 'ecdsa-rdfc-2019' } })).toEqual([
      'unsupported',
      'proof_type',
      'ecdsa-rdfc-2019',
    ])
    expect(await detail({ ...signed, '@context': [...context, 'https://x.example/c'] })).toEqual([
      'unsupported',
      'unknown_context',
      'https://x.example/c',
    ])
    expect(await detail({ ...signed, '@context': [...context, { x: 'https://x.example' }] })).toEqual(['unsupported', 'inline_context', ''])
    expect(await detail({ ...signed, type: ['VerifiableCredential'] })).toEqual(['unsupported', 'other_credential', 'VerifiableCredential'])
    const { proof: _, ...unsigned } = signed
    expect(await detail(unsigned)).toEqual(['not_a_credential', 'no_proof', ''])
  })

  it('never throws, whatever is handed in', async () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    for (const input of [
      cycle,
      1n,
      Symbol('x'),
      () => 1,
      {
        toJSON: () => {
          throw new Error('no')
        },
      },
      new Map(),
      new Uint8Array(3),
    ])
      expect((await verify(input)).code).toMatch(/not_a_credential|unsupported/)
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.json(), fc.string(), fc.anything()), async (input) => {
        expect((await verify(input)).code).not.toBe('verified')
      }),
      { numRuns: 300 },
    )
  })

  it('never throws and never verifies where any part of a credential, list or issuer is replaced', async () => {
    const places = [...pathsOf(signed)]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, [], {}, '', 0)),
        async (path, value) => {
          const changed = replace(signed, path, value)
          const { code } = await verify(changed)
          if (sameSense(changed, signed)) return
          expect(code).not.toBe('verified')
        },
      ),
      { numRuns: 120 },
    )
    const around = documents()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pathsOf(around)), fc.jsonValue(), async (path, value) => {
        const known = replace(around, path, value) as Record<string, unknown>
        const { code } = await verify(signed, known)
        // words around the keys, as `@context` and `type` of the document, are nobody's signature
        if (path[0] === didAddress || sameSense(known, around)) return
        expect(code).not.toBe('verified')
      }),
      { numRuns: 80 },
    )
  })
})

describe('any byte', () => {
  it('of the JSON may be flipped, and it is never verified but where the text means the same', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(signed, null, 1))
    const decoder = new TextDecoder()
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const text = decoder.decode(flipped(bytes, at, flip))
        const { code } = await verify(text)
        if (sameText(text, signed)) expect(code).toBe('verified')
        else expect(code).not.toBe('verified')
      }),
      { numRuns: 250 },
    )
  })

  it('may turn one word into another that the contexts give the same meaning, and it is not verified', async () => {
    const kind = { id: 'https://badges.example/criteria', type: 'Criteria', narrative: 'Quiz' }
    const parts = testCredential(site)['credentialSubject'] as Record<string, object>
    const credential = await issuer.sign(
      testCredential(site, { credentialSubject: { ...parts, achievement: { ...parts['achievement'], criteria: kind } } }),
    )
    expect((await verify(credential)).code).toBe('verified')
    const text = JSON.stringify(credential)
    for (const [from, to] of [
      ['"criteria"', '"Criteria"'],
      ['"Criteria"', '"criteria"'],
    ] as const)
      expect(await verdictOf(text.replace(from, to), 'format')).toEqual(['unsupported', 'ambiguous'])
  })

  it('of the name of a context may be flipped into another known version, and it is not verified', async () => {
    for (const version of ['context.json', 'context-3.0.1.json', 'context-3.0.2.json']) {
      const text = JSON.stringify(signed).replace('context-3.0.3.json', version)
      expect((await verify(text)).code).not.toBe('verified')
    }
  })

  it('of a picture with the credential in it may be flipped: only the picture itself can change', async () => {
    const json = JSON.stringify(signed)
    const baked = bake(picture, json)
    expect((await verify(unbake(baked))).code).toBe('verified')
    await fc.assert(
      fc.asyncProperty(fc.nat(baked.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const text = unbake(flipped(baked, at, flip))
        if (text === json) return
        expect((await verify(text)).code).not.toBe('verified')
      }),
      { numRuns: 300 },
    )
  })
})

/** One white pixel. */
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='),
  (one) => one.charCodeAt(0),
)

function flipped(bytes: Uint8Array, at: number, flip: number): Uint8Array {
  const copy = bytes.slice()
  copy[at]! ^= flip
  return copy
}

/**
 * Whether two values say the same: equal as JSON, whatever the order of keys, with single values and arrays of one alike, as they are in
 * JSON-LD, the order in arrays without meaning, and empty arrays as nothing.
 */
function sameSense(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const all = value.flat(Number.POSITIVE_INFINITY).map(plain)
      const distinct = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
      return distinct.length === 1 ? distinct[0] : distinct.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0))
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]))
  }
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

/** Strict: the same values in the same order; only white space and the way a character is escaped may differ. */
function sameText(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value)
  } catch {
    return false
  }
}

function* pathsOf(value: unknown, path: string[] = []): Generator<string[]> {
  if (path.length > 0) yield path
  if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) yield* pathsOf(one, [...path, key])
}

function replace(value: unknown, path: readonly string[], by: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, copy)
  if (by === undefined) delete holder[path.at(-1)!]
  else holder[path.at(-1)!] = by
  return copy
}

async function jwkOf(publicKeyMultibase: string): Promise<object> {
  const { from, toJwk } = await import('@digitalbazaar/ed25519-multikey')
  return toJwk({ keyPair: await from({ type: 'Multikey', publicKeyMultibase }) })
}
