/** A signing key that was stolen: once it is called back, nothing it signed counts, whoever signed it and whenever it is dated. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { atTheServer } from '#lib/account/audit-store.ts'
import { erasePerson } from '#lib/account/erase-store.ts'
import { openDatabase } from '#lib/db/client.ts'
import { copyDatabase } from '#lib/db/copy-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases, newPlace } from '#lib/testing/databases.ts'
import { certified, issueContext, issuerAt, keyPlace, requestOf, satisfy, site } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { revokeKeyByAdministrator } from './administer-store.ts'
import { calledBackAt, calledBackIn } from './called-back.ts'
import { verifyCompact } from './compact.ts'
import { checkAndReissue, compactOf, correctCertificate, revokeCertificate, signedCredential } from './credential-store.ts'
import { signCredential } from './issue-credential.ts'
import { didDocument } from './issuer-id.ts'
import { allKeys, findKeys, type Issuer, issuerOf, type KeyPlace, revokeKey, rotateKey } from './issuer-store.ts'
import { makeKey } from './key-store.ts'
import { readIssuerStamp } from './shelf-store.ts'
import { signStatusList } from './status-list.ts'
import { signedStatusList } from './status-list-store.ts'
import { readStatusList } from './status-store.ts'
import { issueCertificate } from './store.ts'
import { verifyCredential } from './verify-credential.ts'

const later = someDay + 60_000
const local = 'http://localhost:3000'
type Site = { db: Kysely<Database>; place: KeyPlace; baseUrl: string }

/** What the site gives to everybody, and what others publish elsewhere. */
function loadFrom({ db, place, baseUrl }: Site, elsewhere: Record<string, unknown> = {}) {
  return async (url: string) => {
    const list = url.startsWith(`${baseUrl}/credentials/status/`) ? Number(url.split('/').at(-1)) : null
    const document =
      elsewhere[url] ??
      (url === `${baseUrl}/.well-known/did.json`
        ? didDocument(baseUrl, await allKeys(db))
        : list && (await signedStatusList(db, list, await issuerAt(db, place, baseUrl), place)))
    if (!document) throw new Error(`Not reachable: ${url}`)
    return { document, fetchedAt: later, fresh: true }
  }
}
const verdictOf = async (given: Site, input: unknown, elsewhere?: Record<string, unknown>) => {
  const verdict = await verifyCredential(input, { load: loadFrom(given, elsewhere), now: later + 1000, home: given.baseUrl })
  return [verdict.code, verdict.checks.find(({ check }) => check === 'signature')?.code]
}
const signed = ['verified', 'signed']
const refused = ['forged', 'key_revoked']
const methodIn = (json: string): string => JSON.parse(json).proof.verificationMethod

describe('what a document says of a key', () => {
  it.each<[unknown, number | null]>([
    [undefined, null],
    ['2026-11-22T18:00:00Z', Date.UTC(2026, 10, 22, 18)],
    // whatever is meant by it, nothing good
    ['yesterday', 0],
    [true, 0],
  ])('with %j is that it was called back at %s', (revoked, at) => {
    const method = revoked === undefined ? {} : { revoked }
    expect(calledBackAt(method)).toBe(at)
    expect(calledBackIn({ verificationMethod: [null, 'x', { publicKeyMultibase: 'zA', ...method }] }, 'zA')).toBe(at)
    expect(calledBackIn({ verificationMethod: [{ publicKeyMultibase: 'zB', ...method }] }, 'zA')).toBeNull()
  })
  it.each([null, 'text', {}, { verificationMethod: 'x' }, []])('is nothing where it is %j', (document) => {
    expect(calledBackIn(document, 'zA')).toBeNull()
  })
})

describeDatabases('a key that was called back', (open, kind) => {
  const start = async (baseUrl = site) => {
    const given: Site = { db: await open(), place: keyPlace(), baseUrl }
    const issuerNow = () => issuerAt(given.db, given.place, baseUrl)
    const before = await issuerNow()
    const { id } = await certified(given.db, 'amal', before)
    const { json } = (await signedCredential(given.db, id, before, later))!
    return { ...given, given, issuerNow, before, id, json }
  }
  const entries = async (db: Kysely<Database>) =>
    (await db.selectFrom('status_entry').select(['revoked_as']).orderBy('created_at').orderBy('revoked_at').execute()).map(
      ({ revoked_as }) => revoked_as,
    )

  it.each([site, local])('takes with it what it signed, where one that was rotated out takes nothing (%s)', async (baseUrl) => {
    const { db, place, given, issuerNow, before, id, json } = await start(baseUrl)
    expect(await verdictOf(given, json)).toEqual(signed)
    await rotateKey(db, { ...place, now: later })
    expect(await verdictOf(given, json)).toEqual(signed)
    const after = await issuerNow()
    expect(await revokeKey(db, before.keyId, { ...place, now: later })).toEqual({
      ok: true,
      id: before.keyId,
      isGiven: false,
      wasSigning: false,
      signs: after.keyId,
    })
    expect(await verdictOf(given, json)).toEqual(refused)
    // the one that signs goes on, and the one that went keeps the day it was retired on
    expect((await issuerNow()).keyId).toBe(after.keyId)
    expect(await allKeys(db)).toEqual([
      { id: after.keyId, createdAt: later, retiredAt: null, revokedAt: null },
      { id: before.keyId, createdAt: someDay, retiredAt: later, revokedAt: later },
    ])
    expect(await checkAndReissue(db, after, later)).toEqual({ checked: 1, signed: 0, repaired: 1 })
    const anew = (await signedCredential(db, id, after, later))!.json
    expect(methodIn(anew)).toBe(after.verificationMethod)
    expect(await verdictOf(given, anew)).toEqual(signed)
    expect((await entries(db)).sort()).toEqual([null, 'replaced'])
    expect(await checkAndReissue(db, after, later)).toMatchObject({ repaired: 0 })
  })

  it('that signs is replaced at the same moment, once, also where two people hurry', async () => {
    const { db, place, issuerNow, before } = await start()
    const hurried = await Promise.all([1, 2].map((n) => revokeKey(db, before.keyId, { ...place, now: later + n })))
    expect(hurried.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['key_revoked', 'ok'])
    const keys = await allKeys(db)
    expect(keys.map(({ retiredAt, revokedAt }) => [retiredAt, revokedAt].map(Boolean))).toEqual([
      [false, false],
      [true, true],
    ])
    expect((await issuerNow()).keyId).toBe(keys[0]!.id)
    expect(hurried.find(({ ok }) => ok)).toMatchObject({ wasSigning: true, signs: keys[0]!.id })
    expect(readdirSync(join(place.dataDir, 'keys')).sort()).toEqual(keys.map(({ id }) => `${id}.json`).sort())
  })

  it('leaves no new key behind where it was another, or none', async () => {
    const { db, place, before } = await start()
    await rotateKey(db, { ...place, now: later })
    await revokeKey(db, before.keyId, { ...place, now: later })
    expect(await revokeKey(db, before.keyId, place)).toEqual({ ok: false, code: 'key_revoked', revokedAt: later })
    expect(await revokeKey(db, (await makeKey()).publicKeyMultibase, place)).toEqual({ ok: false, code: 'key_not_found' })
    expect(readdirSync(join(place.dataDir, 'keys'))).toHaveLength(2)
  })

  it('of a server with a folder of its own is replaced by that server', async () => {
    const { db, place } = await start()
    const elsewhere = keyPlace(someDay + 5)
    const other = await issuerAt(db, elsewhere)
    expect(await revokeKey(db, other.keyId, { ...place, now: later })).toMatchObject({ ok: true, wasSigning: false })
    const anew = await issuerAt(db, { ...elsewhere, now: later })
    expect(anew.keyId).not.toBe(other.keyId)
    expect((await allKeys(db)).filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id)).toEqual([other.keyId])
  })

  it.each([site, local])(
    'signs nothing that anybody believes, however the thief dates it and whatever list he adds (%s)',
    async (baseUrl) => {
      const { db, place, given, before, json } = await start(baseUrl)
      await revokeKey(db, before.keyId, { ...place, now: later })
      const thief = 'https://thief.example/list'
      const { proof: _, ...unsigned } = JSON.parse(json)
      const list = await signStatusList({ list: 1, changedAt: someDay, revoked: [] }, before)
      const { proof: __, ...unsignedList } = JSON.parse(list)
      const own = await signCredential({ ...unsignedList, id: thief }, before, someDay)
      const { credentialStatus, ...without } = unsigned
      const forged = [
        unsigned,
        { ...unsigned, id: `${baseUrl}/certificates/0000-0000-0000-0000`, validFrom: '2025-01-01T00:00:00Z' },
        { ...unsigned, credentialStatus: { ...credentialStatus, id: `${thief}#1`, statusListCredential: thief } },
        without,
      ]
      for (const one of forged)
        for (const at of [Date.UTC(2025, 0, 2), someDay, later])
          expect(await verdictOf(given, await signCredential(one, before, at), { [thief]: own })).toEqual(refused)
      // his list in the place of the site's own makes nothing of the site's good again either
      expect(await verdictOf(given, json, { [`${baseUrl}/credentials/status/1`]: list })).toEqual(refused)
      // and what the site signs now does not believe it
      const { id } = await certified(db, 'sam', await issuerAt(db, place, baseUrl))
      const good = JSON.parse((await signedCredential(db, id, await issuerAt(db, place, baseUrl), later))!.json)
      const at = good.credentialStatus.statusListCredential
      expect(await verdictOf(given, good)).toEqual(signed)
      const lists = { list: Number(at.split('/').at(-1)), changedAt: someDay, revoked: [] }
      expect((await verdictOf(given, good, { [at]: await signStatusList(lists, before) }))[0]).toBe('status_unknown')
    },
  )

  it('is nobody’s key to a reader whose clock is behind', async () => {
    const { db, place, given, before, json } = await start()
    await revokeKey(db, before.keyId, { ...place, now: later + 90_000_000 })
    expect((await verdictOf(given, json))[0]).toBe('forged')
  })

  it('is not what a certificate is served with: whoever asks first has it signed anew, and it stays one', async () => {
    const { db, place, given, issuerNow, before, id, json } = await start()
    await revokeKey(db, before.keyId, { ...place, now: later })
    const after = await issuerNow()
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await signedCredential(db, id, after, later))?.json))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).not.toBe(json)
    expect(methodIn(texts[0]!)).toBe(after.verificationMethod)
    expect(await verdictOf(given, texts[0])).toEqual(signed)
    expect((await entries(db)).sort()).toEqual([null, 'replaced'])
    // it says what it said
    const { proof: _, credentialStatus: __, ...words } = JSON.parse(json)
    expect(JSON.parse(texts[0]!)).toMatchObject(words)
  })

  it('changes nothing about what another key signed, or an administrator revoked', async () => {
    const { db, place, given, issuerNow, before, id, json } = await start()
    await rotateKey(db, { ...place, now: later })
    const sam = (await certified(db, 'sam', await issuerNow())).id
    const kim = (await certified(db, 'kim', before)).id
    await revokeCertificate(db, { id: kim, reason: 'Deceit', now: later }, await issuerNow())
    const kims = (await signedCredential(db, kim, await issuerNow(), later))!.json
    const sams = (await signedCredential(db, sam, await issuerNow(), later))!.json
    await revokeKey(db, before.keyId, { ...place, now: later })
    expect(await signedCredential(db, kim, await issuerNow(), later)).toMatchObject({ json: kims, standing: { reason: 'Deceit' } })
    expect((await signedCredential(db, sam, await issuerNow(), later))!.json).toBe(sams)
    expect(await checkAndReissue(db, await issuerNow(), later)).toEqual({ checked: 3, signed: 0, repaired: 1 })
    expect(await verdictOf(given, kims)).toEqual(refused)
    expect((await signedCredential(db, id, await issuerNow(), later))!.json).not.toBe(json)
  })

  it('takes back what holders may still have who were erased, where strangers look at the list alone', async () => {
    const { db, place, issuerNow, before } = await start(local)
    await certified(db, 'sam', before)
    await rotateKey(db, { ...place, now: later })
    await certified(db, 'kim', await issuerNow())
    for (const learner of ['sam', 'kim']) expect(await erasePerson(db, { learner, user: null }, later)).toMatchObject({ ok: true })
    await revokeKey(db, before.keyId, { ...place, now: later })
    await checkAndReissue(db, await issuerNow(), later)
    const states = await Promise.all([1, 2].map(async (list) => (await readStatusList(db, list))?.revoked.length))
    // of the stolen key both, of the other one none
    expect(states).toEqual([2, 0])
  })

  it('is not used by whoever still holds the issuer of before', async () => {
    const { db, place, before, id, json } = await start()
    await revokeKey(db, before.keyId, { ...place, now: later })
    await expect(signedCredential(db, id, before, later)).rejects.toThrow('called back')
    await expect(correctCertificate(db, { id, actor: 'amal', name: 'Amal Okoye', now: later }, before)).rejects.toThrow('called back')
    const row = await db.selectFrom('certificate').select(['credential', 'name']).where('id', '=', id).executeTakeFirst()
    expect(row).toEqual({ credential: json, name: 'Amal Haddad' })
    expect(await entries(db)).toEqual([null])
  })

  it.each([site, local])('signs no list any more: the key of now does (%s)', async (baseUrl) => {
    const { db, place, issuerNow, before } = await start(baseUrl)
    const list = async () => (await signedStatusList(db, 1, await issuerNow(), place))!
    expect(methodIn(await list())).toBe(before.verificationMethod)
    await rotateKey(db, { ...place, now: later })
    // a did:key goes on signing its own list while it is only retired
    expect(methodIn(await list())).toBe(baseUrl === local ? before.verificationMethod : (await issuerNow()).verificationMethod)
    await revokeKey(db, before.keyId, { ...place, now: later })
    expect(methodIn(await list())).toBe((await issuerNow()).verificationMethod)
    expect(await issuerOf(db, `did:key:${before.keyId}`, await issuerNow(), place)).toBeNull()
  })

  it('is in no code on a picture: those are made with the key of now, and what is on the shelf is not sent any more', async () => {
    const { db, place, issuerNow, before, id } = await start()
    const old = await compactOf(db, id, before)
    const stamp = await readIssuerStamp(db)
    await revokeKey(db, before.keyId, { ...place, now: later })
    expect(await readIssuerStamp(db)).not.toBe(stamp)
    const after = await issuerNow()
    await signedCredential(db, id, after, later)
    const anew = await compactOf(db, id, after)
    expect(anew).not.toBe(old)
    expect(await verifyCompact(anew, site, [after.keyId])).toMatchObject({ ok: true })
    expect(await verifyCompact(old, site, [after.keyId])).toEqual({ ok: false, code: 'unknown_key' })
  })

  it('is found by all the names it goes by, and by a beginning that is long enough', async () => {
    const { db, before } = await start()
    const { keyId } = before
    const given = await makeKey()
    const find = (written: string) => findKeys(db, written, given.secretKeyMultibase)
    for (const written of [
      keyId,
      ` ${keyId}\n`,
      keyId.slice(0, 12),
      `did:key:${keyId}`,
      `did:key:${keyId}#${keyId}`,
      before.verificationMethod,
      `did:web:localhost%3A3000#${keyId}`,
    ])
      expect([written, await find(written)]).toEqual([written, [keyId]])
    expect(await find(given.publicKeyMultibase)).toEqual([given.publicKeyMultibase])
    for (const written of ['', 'z6Mk', keyId.slice(0, 11), keyId.slice(1), `${keyId}A`, 'did:web:learn.example.org', '%'])
      expect([written, await find(written)]).toEqual([written, []])
    const twin = `${keyId.slice(0, -1)}${keyId.endsWith('1') ? '2' : '1'}`
    await db.insertInto('issuer_key').values({ id: twin, created_at: 1, retired_at: 1, revoked_at: null }).execute()
    expect((await find(keyId.slice(0, 20))).sort()).toEqual([keyId, twin].sort())
    expect(await revokeKeyByAdministrator(db, keyId.slice(0, 20), keyPlace(), atTheServer)).toMatchObject({ ok: false, code: 'keys_many' })
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([])
  })

  it('stays called back in another database', async () => {
    const { db, place, before } = await start()
    await revokeKey(db, before.keyId, { ...place, now: later })
    const moved = await openDatabase(await newPlace(kind === 'sqlite' ? 'postgresql' : 'sqlite'))
    try {
      await moved.deleteFrom('meta').execute()
      expect(await copyDatabase(db, moved)).toMatchObject({ ok: true })
      expect(await allKeys(moved)).toEqual(await allKeys(db))
      expect((await allKeys(moved)).find(({ id }) => id === before.keyId)?.revokedAt).toBe(later)
    } finally {
      await moved.destroy()
    }
  })

  it('in ISSUER_KEY gives way to the next one there, and to a new one in front of it', async () => {
    const { db, place } = await start()
    const [stolen, second, fresh] = [await makeKey(), await makeKey(), await makeKey()]
    const given = { ...place, issuerKey: `${stolen.secretKeyMultibase}, ${second.secretKeyMultibase}`, now: later }
    expect((await issuerAt(db, given)).keyId).toBe(stolen.publicKeyMultibase)
    const files = readdirSync(join(place.dataDir, 'keys'))
    expect(await revokeKey(db, stolen.publicKeyMultibase, given)).toEqual({
      ok: true,
      id: stolen.publicKeyMultibase,
      isGiven: true,
      wasSigning: true,
      signs: second.publicKeyMultibase,
    })
    for (let n = 0; n < 2; n++) expect(await issuerAt(db, given)).toMatchObject({ keyId: second.publicKeyMultibase, signs: true })
    const next = { ...given, issuerKey: `${fresh.secretKeyMultibase}, ${given.issuerKey}`, now: later + 5 }
    expect((await issuerAt(db, next)).keyId).toBe(fresh.publicKeyMultibase)
    // put back in front by mistake, it is still called back
    expect((await issuerAt(db, given)).keyId).toBe(second.publicKeyMultibase)
    expect((await allKeys(db)).find(({ id }) => id === stolen.publicKeyMultibase)).toMatchObject({ retiredAt: later, revokedAt: later })
    expect(readdirSync(join(place.dataDir, 'keys'))).toEqual(files)
  })

  it('in ISSUER_KEY that never signed here is known from then on, and never signs', async () => {
    const { db, place } = await start()
    const [first, second] = [await makeKey(), await makeKey()]
    const given = { ...place, issuerKey: `${first.secretKeyMultibase} ${second.secretKeyMultibase}`, now: later }
    expect(await revokeKey(db, second.publicKeyMultibase, given)).toMatchObject({ ok: true, isGiven: true, wasSigning: false })
    expect((await issuerAt(db, { ...given, issuerKey: second.secretKeyMultibase })).signs).toBe(false)
    expect((await allKeys(db)).find(({ id }) => id === second.publicKeyMultibase)).toEqual({
      id: second.publicKeyMultibase,
      createdAt: later,
      retiredAt: later,
      revokedAt: later,
    })
  })

  it('alone in ISSUER_KEY leaves nobody who signs: what other keys signed is served, and nothing else is said or stored', async () => {
    const { db, place, id, json } = await start()
    const stolen = await makeKey()
    const given = { ...place, issuerKey: stolen.secretKeyMultibase, now: later }
    const sam = (await certified(db, 'sam', await issuerAt(db, given))).id
    expect(methodIn((await signedStatusList(db, 1, await issuerAt(db, given), given))!)).toContain(stolen.publicKeyMultibase)
    expect(await revokeKey(db, stolen.publicKeyMultibase, given)).toMatchObject({ ok: true, wasSigning: true, signs: null })
    const nobody: Issuer = await issuerAt(db, given)
    expect(nobody).toMatchObject({ id: 'did:web:learn.example.org', signs: false })

    expect((await signedCredential(db, id, nobody, later))!.json).toBe(json)
    await satisfy(db, 'kim')
    const sentence =
      /^Every key in ISSUER_KEY was called back, so no certificate is signed\. Put a new one there and start the site again\./
    for (const asked of [
      () => signedCredential(db, sam, nobody, later),
      () => compactOf(db, id, nobody),
      () => signedStatusList(db, 1, nobody, given),
      () => checkAndReissue(db, nobody, later),
      () => correctCertificate(db, { id, actor: 'amal', name: 'Amal Okoye', now: later }, nobody),
      () => issueCertificate(db, requestOf('kim'), { ...issueContext, issuer: nobody }),
      () => nobody.sign(new Uint8Array(1)),
    ])
      await expect(asked()).rejects.toThrow(sentence)
    expect(await db.selectFrom('certificate').select('actor').orderBy('actor').execute()).toEqual([{ actor: 'amal' }, { actor: 'sam' }])
    expect(await entries(db)).toEqual([null, null])
    // nothing has to be signed for that
    expect(await revokeCertificate(db, { id: sam, reason: 'Deceit', now: later }, nobody)).toMatchObject({ ok: true })
    // and with another key all is well again
    const again = await issuerAt(db, { ...given, issuerKey: (await makeKey()).secretKeyMultibase })
    expect(await checkAndReissue(db, again, later)).toEqual({ checked: 2, signed: 0, repaired: 0 })
    expect(JSON.parse((await signedStatusList(db, 1, again, place))!).proof.verificationMethod).toBe(again.verificationMethod)
  })
})
