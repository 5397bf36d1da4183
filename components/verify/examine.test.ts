import { beforeAll, describe, expect, it } from 'vitest'
import { bake } from '#lib/credential/bake.ts'
import { encodeCompact, keyMark } from '#lib/credential/compact.ts'
import type { SignedCredential } from '#lib/credential/verdict.ts'
import messages from '#lib/message/en/verify.json' with { type: 'json' }
import {
  issuerDocument,
  type TestIssuer,
  testCredential,
  testIssuer,
  testListUrl,
  testNow,
  testStatus,
  testStatusList,
} from '#lib/testing/signed-credential.ts'
import { smallPng } from '#lib/testing/small-png.ts'
import * as engine from './engine.ts'
import { examine, type Input } from './examine.ts'
import { Unreachable } from './fetch-bytes.ts'
import type { Finding } from './finding.ts'
import { isGenuine, sayFinding } from './say-finding.ts'
import type { World } from './world.ts'

const base = 'https://badges.example'
const site = 'did:web:badges.example'
const didAddress = `${base}/.well-known/did.json`
const id = '0123-4567-89AB-CDEF'
const page = `${base}/certificates/${id}`

let issuer: TestIssuer
let stranger: TestIssuer
/** revokes 5 */
let list: SignedCredential
let signed: SignedCredential
let revoked: SignedCredential
let digits: string

const compactWith = async (parts: Partial<Parameters<typeof encodeCompact>[0]> = {}, by = issuer, at = base) =>
  encodeCompact(
    {
      achievement: 'networking',
      name: 'Amina Diallo',
      day: '2026-11-20',
      list: 1,
      position: 77_777,
      certificate: id,
      key: await keyMark(by.publicKeyMultibase),
      ...parts,
    },
    at,
    by.signBytes,
  )

beforeAll(async () => {
  issuer = await testIssuer(site)
  stranger = await testIssuer()
  list = await testStatusList(issuer, [5])
  signed = await issuer.sign(testCredential(site, { credentialStatus: testStatus(77_777) }))
  revoked = await issuer.sign(testCredential(site, { credentialStatus: testStatus(5) }))
  digits = await compactWith()
})

type Parts = Partial<Omit<World, 'load'>> & {
  documents?: Record<string, unknown>
  fresh?: boolean
  sites?: Record<string, [number, string, string]>
}

function look(input: Input, { documents, fresh = true, sites = {}, ...parts }: Parts = {}): Promise<Finding> {
  const known = documents ?? { [didAddress]: issuer.document, [testListUrl]: list }
  return examine(input, {
    home: base,
    site: 'Common Ground',
    titles: { networking: 'Networking, the module' },
    now: () => testNow,
    online: () => true,
    load: async (url) => {
      if (!Object.hasOwn(known, url)) throw new Unreachable(url)
      return { document: structuredClone(known[url]), fetchedAt: fresh ? testNow : testNow - 86_400_000, fresh }
    },
    fetchBytes: async (url) => {
      const answer = sites[url]
      if (!answer) throw new Unreachable(url)
      return { url, status: answer[0], type: answer[1], bytes: new Uint8Array(new TextEncoder().encode(answer[2])) }
    },
    keep: () => undefined,
    engine: async () => engine,
    readCode: async () => null,
    onStep: () => undefined,
    ...parts,
  })
}
const codeOf = async (...given: Parameters<typeof look>) => (await look(...given)).code
const asText = (one: unknown) => ({ text: JSON.stringify(one) })
const asFile = (...parts: BlobPart[]) => ({ file: new Blob(parts), photo: false })

describe('a certificate as text', () => {
  it('is verified, and this site’s own keys are called so', async () => {
    const finding = await look(asText(signed))
    expect(finding).toMatchObject({ code: 'verified', listAge: 0, page, identities: [{ salt: 'x1' }] })
    expect(finding.lines.map(({ code }) => code)).toContain('issuer_here')
    expect((await look(asText(signed), { home: 'https://elsewhere.example' })).lines.map(({ code }) => code)).toContain('issuer_site')
  })
  it('is recognised as this site’s where a key alone is the issuer', async () => {
    const keyed = await testIssuer()
    const badge = await keyed.sign(testCredential(keyed.id))
    const ours = { [didAddress]: { ...issuerDocument(site, []), alsoKnownAs: [keyed.id] } }
    expect(await look(asText(badge), { documents: ours })).toMatchObject({ code: 'verified' })
    expect((await look(asText(badge), { documents: ours })).lines.map(({ code }) => code)).toContain('issuer_here')
    // and as another site's, where the site that the issuer calls its own says so
    const other = await look(asText(badge), { documents: ours, home: 'https://elsewhere.example' })
    expect(other.code).toBe('verified')
    expect(other.lines.find(({ check }) => check === 'issuer')).toMatchObject({ code: 'issuer_site', detail: 'badges.example' })
  })
  it('is not called genuine where a key alone is the issuer and no site names it: anybody can make one', async () => {
    const badge = await stranger.sign(testCredential(stranger.id))
    expect(await codeOf(asText(badge))).toBe('unknown_issuer')
    expect(await codeOf(asText(badge), { documents: {}, online: () => false })).toBe('unknown_issuer')
  })
  it('is nobody’s, and never called genuine, also where such a key calls it expired, of a day to come, or taken back', async () => {
    const documents = { [testListUrl]: await testStatusList(stranger, [5]) }
    for (const parts of [
      { validUntil: '2026-11-21T00:00:00Z' },
      { validFrom: '2026-12-24T00:00:00Z' },
      { credentialStatus: testStatus(5) },
      { credentialStatus: testStatus(4) },
      {},
    ]) {
      const asked: string[] = []
      const fetchBytes = async (url: string) => {
        asked.push(url)
        throw new Unreachable(url)
      }
      const finding = await look(asText(await stranger.sign(testCredential(stranger.id, parts))), { documents, fetchBytes })
      expect([parts, finding.code]).toEqual([parts, 'unknown_issuer'])
      expect(asked).toEqual([])
      const { kicker, title, text, next } = sayFinding(finding, messages, 'en')
      expect([kicker, title, ...text, next].join(' ')).not.toMatch(/genuine/i)
      expect(isGenuine(finding)).toBe(false)
    }
  })
  it('was made out to whom the signed part says, whatever is written around it', async () => {
    const credentialSubject = {
      identifier: { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: 'x', salt: 'liar' },
    }
    const around = { type: ['VerifiablePresentation'], verifiableCredential: [signed], credentialSubject, credentialStatus: testStatus(9) }
    expect(await look(asText(around))).toMatchObject({ code: 'verified', identities: [{ salt: 'x1' }] })
    // the place in the list, too
    const sites: NonNullable<Parts['sites']> = { [`${page}/credential.json`]: [200, 'application/json', JSON.stringify(revoked)] }
    expect(await look(asText({ ...around, verifiableCredential: [revoked] }), { sites })).toMatchObject({
      code: 'revoked',
      replaced: false,
    })
  })
  it('was made out to nobody where the signature is not good', async () => {
    const named = structuredClone(signed) as { credentialSubject: { identifier: { identityHash: string }[] } }
    named.credentialSubject.identifier[1]!.identityHash = 'Somebody Else'
    expect(await look(asText(named))).toMatchObject({ code: 'altered', identities: [] })
    expect(await look(asText(await stranger.sign(testCredential(site))))).toMatchObject({ code: 'forged', identities: [] })
    expect(await look(asText(signed), { documents: {} })).toMatchObject({ code: 'unknown_issuer', identities: [] })
  })
  it.each([
    ['did:web:badges.example:users:evil', 'https://badges.example/users/evil/did.json', 'badges.example/users/evil'],
    ['https://badges.example/users/evil', 'https://badges.example/users/evil', 'badges.example/users/evil'],
    ['https://badges.example/file?of=evil', 'https://badges.example/file?of=evil', 'badges.example/file?of=evil'],
    ['https://badges.example/', 'https://badges.example/', 'badges.example/'],
  ])('is not this site’s where the key is only published below it: %s', async (by, address, detail) => {
    const user = await testIssuer(by)
    const badge = await user.sign(testCredential(by))
    const finding = await look(asText(badge), { documents: { [address]: user.document, [didAddress]: issuer.document } })
    expect(finding.lines.find(({ check }) => check === 'issuer')).toMatchObject({ code: 'issuer_path', detail })
  })
  it('does not count where its key was called back, whoever signed it, and the page says so in words of its own', async () => {
    const [method] = issuer.document!['verificationMethod'] as object[]
    const calledBack = { ...issuer.document, verificationMethod: [{ ...method, revoked: '2026-11-22T10:00:00Z' }], assertionMethod: [] }
    for (const fresh of [true, false]) {
      const finding = await look(asText(signed), { documents: { [didAddress]: calledBack, [testListUrl]: list }, fresh })
      expect(finding).toMatchObject({ code: 'forged', identities: [], listAge: null })
      expect(finding.lines.map(({ code }) => code)).toContain('key_revoked')
      const { kicker, title, text, next } = sayFinding(finding, messages, 'en')
      expect([kicker, title, next]).toEqual(['Not valid', messages['forged-title-called-back'], messages['forged-next-called-back']])
      expect(text).toEqual([expect.stringContaining('Common Ground issued it. It was signed with a key that the issuer has called back')])
      expect([title, ...text].join(' ')).not.toMatch(/forged/)
      expect(isGenuine(finding)).toBe(false)
    }
  })
  it('does not count where a key alone is the issuer and its site has called that back: this one, or the one it names', async () => {
    const keyed = await testIssuer()
    const badge = await keyed.sign(testCredential(keyed.id, { credentialStatus: testStatus(77_777) }))
    const own = await testStatusList(keyed, [])
    const { publicKeyMultibase } = keyed
    const revoked = '2026-11-22T10:00:00Z'
    const method = { id: `${site}#${publicKeyMultibase}`, type: 'Multikey', controller: site, publicKeyMultibase, revoked }
    // also where it is still called the site's
    const document = { ...issuerDocument(site, []), alsoKnownAs: [keyed.id], verificationMethod: [method] }
    for (const home of [base, 'https://elsewhere.example']) {
      const kept: string[] = []
      const parts = { home, documents: { [didAddress]: document, [testListUrl]: own }, keep: (url: string) => kept.push(url) }
      const finding = await look(asText(badge), parts)
      expect([home, finding.code, finding.identities, finding.listAge]).toEqual([home, 'forged', [], null])
      expect(finding.lines.find(({ check }) => check === 'signature')).toMatchObject({ result: 'failed', code: 'key_revoked' })
      expect(finding.lines.filter(({ check }) => check === 'status')).toEqual([])
      expect(sayFinding(finding, messages, 'en').title).toBe(messages['forged-title-called-back'])
      // so that it is known without a connection, too
      expect(kept).toContain(didAddress)
    }
    // what others say of it counts for nothing
    const ours = { ...issuerDocument(site, []), alsoKnownAs: [keyed.id] }
    const documents = { [didAddress]: ours, 'https://evil.example/.well-known/did.json': document, [testListUrl]: own }
    expect(await codeOf(asText(badge), { documents })).toBe('verified')
  })
  it('is altered, forged or revoked', async () => {
    const named = structuredClone(signed) as { credentialSubject: { identifier: { identityHash: string }[] } }
    named.credentialSubject.identifier[1]!.identityHash = 'Somebody Else'
    expect(await codeOf(asText(named))).toBe('altered')
    expect(await codeOf(asText(await stranger.sign(testCredential(site))))).toBe('forged')
    expect(await look(asText(revoked))).toMatchObject({ code: 'revoked', replaced: false })
  })
  it('is revoked because a corrected one took its place', async () => {
    const sites: NonNullable<Parts['sites']> = { [`${page}/credential.json`]: [200, 'application/json', JSON.stringify(signed)] }
    expect(await look(asText(revoked), { sites })).toMatchObject({ code: 'revoked', replaced: true })
    const same: NonNullable<Parts['sites']> = { [`${page}/credential.json`]: [200, 'application/json', JSON.stringify(revoked)] }
    expect(await look(asText(revoked), { sites: same })).toMatchObject({ code: 'revoked', replaced: false })
  })
  it('is not called unknown where there is only no connection', async () => {
    const documents = {}
    expect(await look(asText(signed), { documents })).toMatchObject({ code: 'unknown_issuer', detail: 'badges.example' })
    expect(await codeOf(asText(signed), { documents, online: () => false })).toBe('not_now')
  })
  it('is not called forged for a key that is newer than what was kept of the issuer', async () => {
    const newer = await testIssuer(site)
    const badge = await newer.sign(testCredential(site))
    expect(await codeOf(asText(badge), { fresh: true })).toBe('forged')
    const finding = await look(asText(badge), { fresh: false })
    expect(finding.code).toBe('not_now')
    expect(finding.lines.filter(({ result }) => result === 'failed')).toEqual([])
  })
  it('keeps what was found good of the issuer, and nothing else', async () => {
    const keptOf = async (input: Input, documents: Record<string, unknown>) => {
      const all = new Set<string>()
      await look(input, { documents, keep: (url) => all.add(url) })
      return [...all]
    }
    const bad = { [didAddress]: issuer.document, [testListUrl]: await testStatusList(stranger, []) }
    const good = { ...bad, [testListUrl]: list }
    for (const input of [asText(signed), { text: `${page}#${digits}` }]) {
      expect(await keptOf(input, good)).toEqual([didAddress, testListUrl])
      expect(await keptOf(input, bad)).toEqual([didAddress])
    }
    const nobodys = await stranger.sign(testCredential(stranger.id))
    expect(await keptOf(asText(nobodys), good)).toEqual([])
  })
  it('says how old the list is that was kept', async () => {
    expect(await look(asText(signed), { fresh: false })).toMatchObject({ code: 'verified', listAge: 86_400_000 })
  })
  it.each([
    ['{"a": 1}', 'not_a_credential'],
    ['{"a": ', 'not_a_credential'],
    ['eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln', 'unsupported'],
    ['', 'nothing'],
    ['Amina has a certificate', 'strange_text'],
  ])('%j is %s', async (text, code) => {
    expect(await codeOf({ text })).toBe(code)
  })
  it('says so where the part that verifies is not within reach', async () => {
    expect(await codeOf(asText(signed), { engine: () => Promise.reject(new Error('no chunk')) })).toBe('engine')
  })
})

describe('a link', () => {
  const url = 'https://badges.example/certificates/0123-4567-89AB-CDEF'
  const sites = (status: number, type: string, body: string): NonNullable<Parts['sites']> => ({
    [`${url}/credential.json`]: [status, type, body],
  })
  it('leads to the certificate behind it, as does its number', async () => {
    const known = sites(200, 'application/json', JSON.stringify(signed))
    expect(await codeOf({ text: url }, { sites: known })).toBe('verified')
    expect(await codeOf({ text: id }, { sites: known })).toBe('verified')
  })
  it.each([
    [404, 'application/json', '{}', 'absent'],
    [410, 'application/json', '{}', 'gone'],
    [500, 'text/plain', 'busy', 'unreachable'],
    [200, 'text/html; charset=utf-8', '<html></html>', 'no_credential_here'],
    [200, 'application/json', '{}', 'not_a_credential'],
    [200, 'text/plain', 'https://badges.example/more', 'not_a_credential'],
  ])('%i %s %j is %s', async (status, type, body, code) => {
    expect(await codeOf({ text: url }, { sites: sites(status, type, body) })).toBe(code)
  })
  it('is out of reach, or there is no connection', async () => {
    expect(await codeOf({ text: url })).toBe('unreachable')
    expect(await codeOf({ text: url }, { online: () => false })).toBe('offline')
  })
})

describe('a file', () => {
  const png = () => smallPng()
  it('has the certificate in it', async () => {
    expect(await codeOf(asFile(JSON.stringify(signed)))).toBe('verified')
    expect(await codeOf(asFile(bake(png(), JSON.stringify(signed))))).toBe('verified')
    const pdf = `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile >>\nstream\n${JSON.stringify(signed)}\nendstream\nendobj\n`
    expect(await codeOf(asFile(pdf))).toBe('verified')
  })
  it('has a QR code on it in place of that', async () => {
    const readCode = async () => `${page}#${digits}`
    expect(await codeOf(asFile(new Uint8Array(png())), { readCode })).toBe('verified')
    expect(await codeOf(asFile(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), { readCode })).toBe('verified')
  })
  it('leads to one link and no further', async () => {
    const asked: string[] = []
    const picture = 'https://badges.example/picture'
    const fetchBytes: World['fetchBytes'] = async (url) => {
      asked.push(url)
      if (asked.length > 3) throw new Unreachable(url)
      return { url, status: 200, type: 'image/png', bytes: new Uint8Array(png()) }
    }
    const readCode = async () => `${picture}/${asked.length}`
    expect(await look({ text: picture }, { fetchBytes, readCode })).toMatchObject({ code: 'no_credential_here', detail: 'badges.example' })
    expect(asked).toEqual([picture])
    asked.length = 0
    expect(await codeOf(asFile(new Uint8Array(png())), { fetchBytes, readCode })).toBe('no_credential_here')
    expect(asked).toEqual([`${picture}/0`])
    // the short form is no link: a picture of the certificate works
    const code = async () => `${page}#${digits}`
    expect(await codeOf({ text: picture }, { fetchBytes, readCode: code })).toBe('verified')
  })
  it('has neither', async () => {
    expect(await codeOf(asFile(new Uint8Array(png())))).toBe('bare_file')
    expect(await codeOf({ file: new Blob([new Uint8Array(png())]), photo: true })).toBe('no_code')
    expect(await codeOf(asFile('%PDF-1.7\n'))).toBe('bare_file')
    expect(await codeOf(asFile('just words'))).toBe('not_a_credential')
    expect(await codeOf(asFile(Uint8Array.of(0x50, 0x4b, 3, 4, 0)))).toBe('unreadable')
    expect(await codeOf(asFile(new Uint8Array(13_000_000)))).toBe('too_big')
  })
})

describe('the short form of a QR code', () => {
  const scanned = (text: string, link = page) => ({ text: `${link}#${text}` })
  it('is verified against the keys of the site of its link, and says what it can', async () => {
    const finding = await look(scanned(digits))
    expect(finding).toMatchObject({ code: 'verified', listAge: 0, whole: page })
    expect(finding.shown).toMatchObject({ holder: 'Amina Diallo', achievement: 'Networking, the module', validFrom: '2026-11-20' })
    expect(finding.lines.map(({ check, code }) => `${check} ${code}`)).toEqual([
      'format compact',
      'signature signed',
      'issuer issuer_here',
      'dates no_end',
      'status not_revoked',
    ])
  })
  it('shows the keys of another site as that site’s, and the achievement as that site calls it', async () => {
    const finding = await look(scanned(digits), { home: 'https://elsewhere.example' })
    expect(finding).toMatchObject({ code: 'verified', shown: { achievement: 'networking', issuer: { name: null, id: base } } })
    expect(finding.lines.map(({ code }) => code)).toContain('issuer_site')
  })
  it('names the place below a site where the keys are, and not the site', async () => {
    const below = `${base}/users/evil`
    const evil = await testIssuer(site)
    const documents = { [`${below}/.well-known/did.json`]: evil.document }
    const scan = scanned(await compactWith({}, evil, below), `${below}/certificates/${id}`)
    const { lines } = await look(scan, { documents })
    expect(lines.find(({ check }) => check === 'issuer')).toMatchObject({ code: 'issuer_path', detail: 'badges.example/users/evil' })
  })
  it('is never verified with a digit changed', async () => {
    for (let place = 0; place < digits.length; place += 7) {
      const other = String((Number(digits[place]) + 1) % 10)
      expect(await codeOf(scanned(digits.slice(0, place) + other + digits.slice(place + 1)))).not.toBe('verified')
    }
  })
  it('belongs to the certificate and to the site of its link', async () => {
    expect(await codeOf(scanned(digits, `${base}/certificates/0000-0000-0000-0000`))).toBe('altered')
    expect(await codeOf(scanned(await compactWith({}, issuer, 'https://elsewhere.example')))).toBe('altered')
  })
  it('is forged where the key is not the site’s, unless what was kept of the site may be too old', async () => {
    const forged = scanned(await compactWith({}, stranger))
    expect(await codeOf(forged)).toBe('forged')
    expect(await codeOf(forged, { fresh: false })).toBe('not_now')
  })
  it('does not count where its key was called back, also one that is still listed, and also by what was kept', async () => {
    const [method] = issuer.document!['verificationMethod'] as object[]
    const verificationMethod = [{ ...method, revoked: '2026-11-22T10:00:00Z' }]
    for (const assertionMethod of [[], issuer.document!['assertionMethod']])
      for (const fresh of [true, false]) {
        const documents = { [didAddress]: { ...issuer.document, verificationMethod, assertionMethod }, [testListUrl]: list }
        const finding = await look(scanned(digits), { documents, fresh })
        expect(finding).toMatchObject({ code: 'forged', whole: page })
        expect(finding.lines.map(({ code }) => code)).toEqual(['compact', 'key_revoked'])
        expect(sayFinding(finding, messages, 'en').title).toBe(messages['forged-title-called-back'])
      }
    // not before that day
    const soon = [{ ...method, revoked: '2026-12-24T00:00:00Z' }]
    const documents = { [didAddress]: { ...issuer.document, verificationMethod: soon }, [testListUrl]: list }
    expect(await codeOf(scanned(digits), { documents })).toBe('verified')
  })
  it('believes no list that a key signed which was called back', async () => {
    const next = await testIssuer(site)
    const both = issuerDocument(site, [issuer.publicKeyMultibase, next.publicKeyMultibase])
    const [old, good] = both['verificationMethod'] as object[]
    const document = { ...both, verificationMethod: [{ ...old, revoked: '2026-11-22T10:00:00Z' }, good] }
    const scan = scanned(await compactWith({}, next))
    expect(await codeOf(scan, { documents: { [didAddress]: document, [testListUrl]: await testStatusList(next, []) } })).toBe('verified')
    expect(await codeOf(scan, { documents: { [didAddress]: document, [testListUrl]: list } })).toBe('status_unknown')
  })
  it('is revoked, of a day to come, or not known', async () => {
    expect(await codeOf(scanned(await compactWith({ position: 5 })))).toBe('revoked')
    expect(await codeOf(scanned(await compactWith({ day: '2026-12-24' })))).toBe('not_yet_valid')
    expect(await codeOf(scanned(digits), { documents: { [didAddress]: issuer.document } })).toBe('status_unknown')
  })
  it('believes no list that somebody else signed', async () => {
    const other = await testStatusList(stranger, [])
    expect(
      await codeOf(scanned(await compactWith({ position: 5 })), { documents: { [didAddress]: issuer.document, [testListUrl]: other } }),
    ).toBe('status_unknown')
  })
  it('needs the site’s keys', async () => {
    expect(await look(scanned(digits), { documents: {} })).toMatchObject({ code: 'unknown_issuer', detail: 'badges.example' })
    expect(await codeOf(scanned(digits), { documents: {}, online: () => false })).toBe('not_now')
  })
  it('names nobody where the holder shows no name, and says so of a long one', async () => {
    expect((await look(scanned(await compactWith({ name: null })))).shown).toMatchObject({ holder: null })
    expect((await look(scanned(await compactWith({ name: 'A'.repeat(100) })))).shown).toMatchObject({ holder: null, longName: true })
  })
})
