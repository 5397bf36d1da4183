import { chmodSync, existsSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { issuerAt, keyPlace, site } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { didDocument, issuerIdOf } from './issuer-id.ts'
import { allKeys, issuerOf, readIssuerProfile, rotateKey, saveIssuerProfile } from './issuer-store.ts'
import { makeKey, signerOf } from './key-store.ts'

const filesIn = (dataDir: string) => (existsSync(join(dataDir, 'keys')) ? readdirSync(join(dataDir, 'keys')) : [])
const data = new TextEncoder().encode('what is signed')

describe('the id of an issuer', () => {
  it.each([
    ['https://learn.example.org', 'did:web:learn.example.org'],
    ['https://learn.example.org:8443', 'did:web:learn.example.org%3A8443'],
    ['http://learn.example.org', 'did:key:z6MkA'],
    ['https://localhost', 'did:key:z6MkA'],
    ['https://learn.localhost', 'did:key:z6MkA'],
    ['https://learn.internal:3000', 'did:key:z6MkA'],
    ['https://192.168.0.7', 'did:key:z6MkA'],
    ['https://[2001:db8::1]', 'did:key:z6MkA'],
    ['https://learn', 'did:key:z6MkA'],
  ])('at %s is %s', (baseUrl, id) => {
    expect(issuerIdOf(baseUrl, 'z6MkA')).toBe(id)
  })

  it('is what its document says, with every key as one that may sign', () => {
    const keys = ['z6MkA', 'z6MkB'].map((id) => ({ id, revokedAt: null }))
    expect(didDocument('https://learn.example.org:8443', keys)).toMatchObject({
      id: 'did:web:learn.example.org%3A8443',
      verificationMethod: [
        {
          id: 'did:web:learn.example.org%3A8443#z6MkA',
          type: 'Multikey',
          controller: 'did:web:learn.example.org%3A8443',
          publicKeyMultibase: 'z6MkA',
        },
        { publicKeyMultibase: 'z6MkB' },
      ],
      assertionMethod: ['did:web:learn.example.org%3A8443#z6MkA', 'did:web:learn.example.org%3A8443#z6MkB'],
    })
  })

  it('is not spoken for by a key that was called back, which stays in the document and says since when', () => {
    const keys = [
      { id: 'z6MkA', revokedAt: null },
      { id: 'z6MkB', revokedAt: Date.UTC(2026, 10, 22, 18, 4, 5, 678) },
    ]
    const { verificationMethod, assertionMethod, alsoKnownAs } = didDocument('https://learn.example.org', keys)
    expect(verificationMethod).toEqual([
      expect.not.objectContaining({ revoked: expect.anything() }),
      {
        id: 'did:web:learn.example.org#z6MkB',
        type: 'Multikey',
        controller: 'did:web:learn.example.org',
        publicKeyMultibase: 'z6MkB',
        revoked: '2026-11-22T18:04:05Z',
      },
    ])
    expect([assertionMethod, alsoKnownAs]).toEqual([['did:web:learn.example.org#z6MkA'], ['did:key:z6MkA']])
  })
})

describeDatabases('the keys of an issuer', (open, kind, openAgain) => {
  const signatureOf = async (db: Kysely<Database>, place: ReturnType<typeof keyPlace>) => (await issuerAt(db, place)).sign(data)

  it('are closed to others again where they are found open', async () => {
    const db = await open()
    const place = keyPlace()
    const { keyId } = await issuerAt(db, place)
    const folder = join(place.dataDir, 'keys')
    const file = join(folder, `${keyId}.json`)
    chmodSync(folder, 0o755)
    chmodSync(file, 0o644)
    expect((await issuerAt(db, place)).keyId).toBe(keyId)
    expect([folder, file].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
  })

  it('are named in a plain sentence where their file is damaged, and nothing in it is repeated', async () => {
    const db = await open()
    const place = keyPlace()
    const { keyId } = await issuerAt(db, place)
    const file = join(place.dataDir, 'keys', `${keyId}.json`)
    const whole = readFileSync(file, 'utf8')
    const { secretKeyMultibase: secret } = JSON.parse(whole)
    const other = await makeKey()
    const damaged = [
      '',
      'null',
      '[]',
      secret,
      whole.slice(0, -9),
      whole.slice(20),
      whole.replace(secret, secret.slice(0, -5)),
      JSON.stringify({ type: 'Multikey', ...other }),
      JSON.stringify({ type: 'Multikey', publicKeyMultibase: keyId }),
    ]
    for (const text of damaged) {
      writeFileSync(file, text)
      const error = await issuerAt(db, place).then(
        () => null,
        (one: Error) => one,
      )
      expect(error?.message).toBe(`The key file ${file} is damaged. Put it back from your back-up.`)
      expect(inspect(error)).not.toContain(secret.slice(0, 12))
    }
    writeFileSync(file, whole)
    expect((await issuerAt(db, place)).keyId).toBe(keyId)
    // no other key took its place
    expect(filesIn(place.dataDir)).toEqual([`${keyId}.json`])
  })

  it('are made once under many requests at once, and kept where nobody else on the machine reads them', async () => {
    const db = await open()
    const place = keyPlace()
    // a second connection to SQLite in one thread would wait for the first for ever
    const others = kind === 'sqlite' ? [] : [await openAgain(), await openAgain()]
    const issuers = await Promise.all([db, ...others, db, db].map((one) => issuerAt(one, place)))
    expect(new Set(issuers.map(({ keyId }) => keyId)).size).toBe(1)
    const { keyId } = issuers[0]!
    expect(await allKeys(db)).toEqual([{ id: keyId, createdAt: someDay, retiredAt: null, revokedAt: null }])
    expect(filesIn(place.dataDir)).toEqual([`${keyId}.json`])
    const folder = join(place.dataDir, 'keys')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, `${keyId}.json`)).mode & 0o777).toBe(0o600)
    const { secretKeyMultibase } = JSON.parse(readFileSync(join(folder, `${keyId}.json`), 'utf8'))
    for (const { name } of await db.introspection.getTables())
      expect(
        JSON.stringify(
          await db
            .selectFrom(name as 'meta')
            .selectAll()
            .execute(),
        ),
      ).not.toContain(secretKeyMultibase)
  })

  it('give way to a new one that is rotated in, and stay known', async () => {
    const db = await open()
    const place = keyPlace()
    const before = await issuerAt(db, place)
    const rotated = await rotateKey(db, { ...place, now: someDay + 5 })
    expect(rotated).toMatchObject({ ok: true })
    const after = await issuerAt(db, place)
    expect(rotated).toEqual({ ok: true, id: after.keyId })
    expect(await allKeys(db)).toEqual([
      { id: after.keyId, createdAt: someDay + 5, retiredAt: null, revokedAt: null },
      { id: before.keyId, createdAt: someDay, retiredAt: someDay + 5, revokedAt: null },
    ])
    expect(await after.sign(data)).not.toEqual(await before.sign(data))
  })

  it('are not made anew by a server that lost its folder without telling the others: both are known', async () => {
    const db = await open()
    const place = keyPlace()
    const before = await issuerAt(db, place)
    const elsewhere = keyPlace(someDay + 5)
    const other = await issuerAt(db, elsewhere)
    expect(other.keyId).not.toBe(before.keyId)
    expect((await issuerAt(db, place)).keyId).toBe(before.keyId)
    expect((await issuerAt(db, elsewhere)).keyId).toBe(other.keyId)
    expect((await allKeys(db)).map(({ id, retiredAt }) => [id, retiredAt])).toEqual([
      [other.keyId, null],
      [before.keyId, null],
    ])
  })

  it('come from the environment first, leave nothing on the disk, and are not rotated here', async () => {
    const db = await open()
    const place = keyPlace()
    const own = await issuerAt(db, place)
    const [one, two] = [await makeKey(), await makeKey()]
    const given = { ...place, issuerKey: one.secretKeyMultibase, now: someDay + 5 }
    expect((await issuerAt(db, given)).keyId).toBe(one.publicKeyMultibase)
    expect(await signatureOf(db, given)).toEqual(await (await signerOf(one))(data))
    expect(filesIn(place.dataDir)).toEqual([`${own.keyId}.json`])
    expect(await rotateKey(db, given)).toEqual({ ok: false, code: 'key_from_environment' })
    const next = { ...place, issuerKey: `${two.secretKeyMultibase}, ${one.secretKeyMultibase}`, now: someDay + 9 }
    expect((await issuerAt(db, next)).keyId).toBe(two.publicKeyMultibase)
    expect(await allKeys(db)).toEqual([
      { id: two.publicKeyMultibase, createdAt: someDay + 9, retiredAt: null, revokedAt: null },
      { id: one.publicKeyMultibase, createdAt: someDay + 5, retiredAt: someDay + 9, revokedAt: null },
      { id: own.keyId, createdAt: someDay, retiredAt: someDay + 5, revokedAt: null },
    ])
    // taken back: it signs, so it is not retired
    expect((await issuerAt(db, { ...given, now: someDay + 12 })).keyId).toBe(one.publicKeyMultibase)
    expect((await allKeys(db)).find(({ id }) => id === one.publicKeyMultibase)?.retiredAt).toBeNull()
  })

  it('sign the lists of what they signed, as long as their private half is at hand', async () => {
    const db = await open()
    const place = keyPlace()
    const local = 'http://localhost:3000'
    const before = await issuerAt(db, place, local)
    await rotateKey(db, place)
    const after = await issuerAt(db, place, local)
    expect(await issuerOf(db, before.id, after, place)).toMatchObject({ id: before.id, keyId: before.keyId })
    unlinkSync(join(place.dataDir, 'keys', `${before.keyId}.json`))
    expect(await issuerOf(db, before.id, after, place)).toBeNull()
    expect(await issuerOf(db, after.id, after, place)).toBe(after)
    expect(await issuerOf(db, 'did:web:elsewhere.example.org', after, place)).toBeNull()
  })
})

describeDatabases('the profile of an issuer', (open) => {
  it('is what is known of the site, until an administrator writes one', async () => {
    const db = await open()
    const bare = { name: 'Common Ground', url: site, email: null, description: '', logo: null, signatory: null }
    expect(await readIssuerProfile(db, 'Common Ground', site)).toEqual(bare)
    const profile = {
      ...bare,
      name: 'Hill Districts Relief',
      email: 'learning@relief.example',
      logo: 'data:image/png;base64,iVBORw0KGgo=',
      signatory: { name: 'Ines Tavares', title: 'Coordinator' },
    }
    await saveIssuerProfile(db, profile)
    await saveIssuerProfile(db, { ...profile, description: 'We help.' })
    expect(await readIssuerProfile(db, 'Common Ground', site)).toEqual({ ...profile, description: 'We help.' })
    expect((await issuerAt(db, keyPlace())).profile.name).toBe('Hill Districts Relief')
  })

  it.each([
    ['no name', { name: ' ' }],
    ['an address that runs a script', { url: 'javascript:alert(1)' }],
    ['a logo that is no PNG', { logo: 'data:image/svg+xml;base64,AAAA' }],
    ['a logo that is too large', { logo: `data:image/png;base64,${'A'.repeat(270_000)}` }],
  ])('is refused with %s', async (_, wrong) => {
    const db = await open()
    const profile = { name: 'Relief', url: site, email: null, description: '', logo: null, signatory: null, ...wrong }
    await expect(saveIssuerProfile(db, profile)).rejects.toThrow()
  })
})
