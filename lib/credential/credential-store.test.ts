import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { erasePerson } from '#lib/account/erase-store.ts'
import { mergeGuest } from '#lib/account/merge-store.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { certified, issueContext, issuerAt, keyPlace, requestOf, satisfy, site, someAchievement } from '#lib/testing/signed-certificates.ts'
import { smallCourse, smallRules, someDay } from '#lib/testing/small-course.ts'
import { verifyCompact } from './compact.ts'
import {
  checkAndReissue,
  compactOf,
  correctCertificate,
  mostVersions,
  revokeCertificate,
  setVisibility,
  signedCredential,
  standingOf,
} from './credential-store.ts'
import { signCredential } from './issue-credential.ts'
import { issueCertificate } from './store.ts'

const later = someDay + 60_000
const namesOf = (json: string): string[] =>
  (JSON.parse(json).credentialSubject.identifier ?? []).map((one: { identityHash: string }) => one.identityHash)

describeDatabases('a signed certificate', (open) => {
  it('is one for a learner and module under a hundred requests at once, with one entry in one list', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    await satisfy(db, 'amal')
    const issued = await Promise.all(
      Array.from({ length: 100 }, () => issueCertificate(db, requestOf('amal'), { ...issueContext, issuer })),
    )
    const ids = new Set(issued.map((one) => (one.ok ? one.certificate.id : one.code)))
    expect(ids.size).toBe(1)
    const [id] = ids
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await signedCredential(db, id!, issuer, later))?.json))
    expect(new Set(texts).size).toBe(1)
    expect(JSON.parse(texts[0]!).proof.created).toBe(new Date(someDay).toISOString().replace('.000', ''))
    expect(await db.selectFrom('certificate').select('id').execute()).toEqual([{ id }])
    expect(await db.selectFrom('status_entry').select(['certificate', 'list']).execute()).toEqual([{ certificate: id, list: 1 }])
  }, 30_000)

  it('that was issued before there were signatures is signed once, by whoever asks first', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal')
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await signedCredential(db, id, issuer, later))?.json))
    expect(new Set(texts).size).toBe(1)
    expect(await db.selectFrom('status_entry').select('certificate').execute()).toEqual([{ certificate: id }])
    expect(await signedCredential(db, '0000-0000-0000-0000', issuer, later)).toBeNull()
  })

  it('has what was achieved as it stood, and takes indicators that were never kept from the course', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const kept = await certified(db, 'amal', issuer)
    const { framework: _, indicators: __, ...older } = someAchievement
    const { id } = await certified(db, 'sam')
    await db
      .updateTable('certificate')
      .set({ achievement: JSON.stringify(older) })
      .where('id', '=', id)
      .execute()
    const alignmentsOf = async (one: string) =>
      JSON.parse((await signedCredential(db, one, issuer, later))!.json).credentialSubject.achievement.alignment
    expect(await alignmentsOf(kept.id)).toMatchObject([{ targetName: 'Gets on with people.', targetUrl: `${site}/framework#C-TW-L1-1` }])
    expect((await alignmentsOf(id)).length).toBeGreaterThan(1)
  })

  it('carries the address of the account only as a hash with salt, and only where it is proven', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const account = async (learner: string, emailVerified: 0 | 1) => {
      const row = { ...accountRow(learner, 'learner'), email: `${learner}@relief.example`, emailVerified }
      await db.insertInto('auth_user').values(row).execute()
      await satisfy(db, learner)
      await db.insertInto('account_learner').values({ user_id: row.id, learner_id: learner, linked_at: someDay }).execute()
      const { id } = await certified(db, learner, issuer)
      return JSON.parse((await signedCredential(db, id, issuer, later))!.json)
    }
    const proven = await account('amal', 1)
    const [email] = proven.credentialSubject.identifier
    const hash = createHash('sha256').update(`amal@relief.example${email.salt}`).digest('hex')
    expect(email).toMatchObject({ identityType: 'emailAddress', hashed: true, identityHash: `sha256$${hash}` })
    expect(email.salt).toMatch(/^[0-9a-f]{32}$/)
    expect(JSON.stringify(proven)).not.toContain('relief.example')
    const typed = await account('sam', 0)
    expect(typed.credentialSubject.identifier.map((one: { identityType: string }) => one.identityType)).toEqual(['name'])
  })

  it('is corrected by its holder alone: a new one is signed, and the one before is revoked as replaced', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal', issuer)
    const before = (await signedCredential(db, id, issuer, later))!
    const refused = { ok: false, code: 'certificate_not_found' }
    expect(await correctCertificate(db, { id, actor: 'sam', name: 'Sam', now: later }, issuer)).toEqual(refused)
    expect(await correctCertificate(db, { id: '0000-0000-0000-0000', actor: 'amal', name: 'Sam', now: later }, issuer)).toEqual(refused)

    const corrected = await correctCertificate(db, { id, actor: 'amal', name: 'أمل حداد', now: later }, issuer)
    expect(corrected).toMatchObject({ ok: true, certificate: { name: 'أمل حداد', version: 2, issuedAt: someDay, updatedAt: later } })
    const after = (await signedCredential(db, id, issuer, later))!
    expect(namesOf(after.json)).toEqual(['أمل حداد'])
    expect(after.standing).toEqual({ revokedAt: null, reason: '' })
    const [old, fresh] = [before, after].map(({ json }) => JSON.parse(json))
    expect(fresh.credentialSubject.id).toBe(old.credentialSubject.id)
    expect(fresh.credentialStatus.id).not.toBe(old.credentialStatus.id)
    const entries = await db.selectFrom('status_entry').select(['position', 'revoked_as', 'revoked_at', 'certificate']).execute()
    expect(entries.find(({ position }) => String(position) === old.credentialStatus.statusListIndex)).toMatchObject({
      revoked_as: 'replaced',
      revoked_at: later,
      certificate: id,
    })
    expect(entries.find(({ position }) => String(position) === fresh.credentialStatus.statusListIndex)?.revoked_at).toBeNull()

    const hidden = await correctCertificate(db, { id, actor: 'amal', showsName: false, now: later }, issuer)
    expect(hidden).toMatchObject({ ok: true, certificate: { showsName: false, version: 3 } })
    const { json } = (await signedCredential(db, id, issuer, later))!
    expect(json).not.toContain('أمل')
    // the same again
    expect(await correctCertificate(db, { id, actor: 'amal', name: 'أمل حداد', showsName: false, now: later + 1 }, issuer)).toEqual(hidden)
    expect((await signedCredential(db, id, issuer, later))!.json).toBe(json)
  })

  it('keeps one valid entry under twenty corrections at once', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal', issuer)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        correctCertificate(db, { id, actor: 'amal', name: `Amal ${'ABCDEFGHIJKLMNOPQRST'[n]}`, now: later }, issuer),
      ),
    )
    const { json, certificate } = (await signedCredential(db, id, issuer, later))!
    expect(certificate.version).toBe(21)
    expect(namesOf(json)).toEqual([certificate.name])
    const open_ = await db.selectFrom('status_entry').select('position').where('revoked_at', 'is', null).execute()
    expect(open_.map(({ position }) => String(position))).toEqual([JSON.parse(json).credentialStatus.statusListIndex])
  }, 30_000)

  it('has a last version; after it the name can be hidden, and nothing else be changed', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal', issuer)
    await db
      .updateTable('certificate')
      .set({ version: mostVersions - 1 })
      .where('id', '=', id)
      .execute()
    const change = (what: { name?: string; showsName?: boolean }) =>
      correctCertificate(db, { id, actor: 'amal', now: later, ...what }, issuer)
    expect(await change({ name: 'Amal Okoye' })).toMatchObject({ ok: true, certificate: { version: mostVersions } })
    const { json } = (await signedCredential(db, id, issuer, later))!
    const refused = { ok: false, code: 'changes_used_up' }
    expect(await change({ name: 'Amal Haddad' })).toEqual(refused)
    expect(await change({ name: 'Amal Haddad', showsName: false })).toEqual(refused)
    expect((await signedCredential(db, id, issuer, later))!.json).toBe(json)
    expect(await change({ showsName: false })).toMatchObject({ ok: true, certificate: { showsName: false, name: 'Amal Okoye' } })
    expect(await change({ showsName: true })).toEqual(refused)
  })

  it('of which the name is hidden carries no hash of the address either, and one that does is repaired', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const account = { ...accountRow('amal', 'learner'), email: 'amal@relief.example', emailVerified: 1 as const }
    await db.insertInto('auth_user').values(account).execute()
    await satisfy(db, 'amal')
    await db.insertInto('account_learner').values({ user_id: account.id, learner_id: 'amal', linked_at: someDay }).execute()
    const { id } = await certified(db, 'amal', issuer)
    const subjectNow = async () => JSON.parse((await signedCredential(db, id, issuer, later))!.json).credentialSubject
    expect((await subjectNow()).identifier).toHaveLength(2)
    await correctCertificate(db, { id, actor: 'amal', showsName: false, now: later }, issuer)
    expect(await subjectNow()).not.toHaveProperty('identifier')
    expect(await checkAndReissue(db, issuer, later)).toMatchObject({ repaired: 0 })

    // as it was signed before: the hash of the address without the name
    const row = await db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const { proof: _, ...older } = JSON.parse(row.credential!)
    older.credentialSubject.identifier = [
      { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: `sha256$${'0'.repeat(64)}`, salt: 'a' },
    ]
    const credential = JSON.stringify(await signCredential(older, issuer, later))
    await db.updateTable('certificate').set({ credential }).where('id', '=', id).execute()
    expect(await checkAndReissue(db, issuer, later)).toEqual({ checked: 1, signed: 0, repaired: 1 })
    expect(await subjectNow()).not.toHaveProperty('identifier')
    expect(await checkAndReissue(db, issuer, later)).toMatchObject({ repaired: 0 })
  })

  it('stays revoked with its first reason, and is neither corrected nor signed anew', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal')
    expect(await revokeCertificate(db, { id: '0000-0000-0000-0000', reason: 'x', now: later }, issuer)).toMatchObject({ ok: false })
    const revoked = await revokeCertificate(db, { id, reason: 'Issued to somebody else', now: later }, issuer)
    expect(revoked).toMatchObject({ ok: true, outcome: 'revoked', standing: { revokedAt: later, reason: 'Issued to somebody else' } })
    expect(await revokeCertificate(db, { id, reason: 'Another', now: later + 1 }, issuer)).toMatchObject({
      outcome: 'known',
      standing: { revokedAt: later, reason: 'Issued to somebody else' },
    })
    expect(await correctCertificate(db, { id, actor: 'amal', name: 'Somebody', now: later }, issuer)).toEqual({
      ok: false,
      code: 'certificate_revoked',
    })
    expect(await checkAndReissue(db, issuer, later)).toEqual({ checked: 1, signed: 0, repaired: 0 })
    expect(await standingOf(db, id)).toEqual({ revokedAt: later, reason: 'Issued to somebody else' })
    expect((await signedCredential(db, id, issuer, later))!.standing.revokedAt).toBe(later)
  })

  it('is private or public when its holder says so, and nobody else', async () => {
    const db = await open()
    const { id } = await certified(db, 'amal')
    expect(await setVisibility(db, { id, actor: 'sam', visibility: 'private' })).toEqual({ ok: false, code: 'certificate_not_found' })
    expect(await setVisibility(db, { id, actor: 'amal', visibility: 'private' })).toMatchObject({
      ok: true,
      certificate: { visibility: 'private', version: 1 },
    })
  })

  it('has a short form that the key of the site confirms, and another after the name was hidden', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal', issuer)
    const digits = await compactOf(db, id, issuer)
    expect(digits).toMatch(/^\d+$/)
    expect(await compactOf(db, id, issuer)).toBe(digits)
    expect(await verifyCompact(digits, site, [issuer.keyId])).toMatchObject({
      ok: true,
      compact: { certificate: id, achievement: 'networking', name: 'Amal Haddad' },
    })
    await correctCertificate(db, { id, actor: 'amal', showsName: false, now: later }, issuer)
    expect(await verifyCompact(await compactOf(db, id, issuer), site, [issuer.keyId])).toMatchObject({ ok: true, compact: { name: null } })
  })

  it('is repaired where it is damaged or says something else than the record, and left alone where it is sound', async () => {
    const db = await open()
    const place = keyPlace()
    const issuer = await issuerAt(db, place)
    const ids: string[] = []
    for (const actor of ['sound', 'unsigned', 'damaged', 'renamed', 'no entry'])
      ids.push((await certified(db, actor, actor === 'unsigned' ? undefined : issuer)).id)
    const [sound, , damaged, renamed, noEntry] = ids
    const textOf = async (id: string) => (await signedCredential(db, id, issuer, later))!.json
    const before = await textOf(sound!)
    const spoilt = (await textOf(damaged!)).replace('Networking', 'Networkind')
    await db.updateTable('certificate').set({ credential: spoilt }).where('id', '=', damaged!).execute()
    await db.updateTable('certificate').set({ name: 'Another' }).where('id', '=', renamed!).execute()
    await db.deleteFrom('status_entry').where('certificate', '=', noEntry!).execute()
    expect(await checkAndReissue(db, issuer, later)).toEqual({ checked: 5, signed: 1, repaired: 3 })
    expect(await textOf(sound!)).toBe(before)
    expect(namesOf(await textOf(renamed!))).toEqual(['Another'])
    expect(await checkAndReissue(db, issuer, later)).toEqual({ checked: 5, signed: 0, repaired: 0 })
  }, 30_000)

  it('goes over into an account with its bytes as they are', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const account = accountRow('amal', 'learner')
    await db.insertInto('auth_user').values(account).execute()
    await satisfy(db, 'mine')
    await db.insertInto('account_learner').values({ user_id: account.id, learner_id: 'mine', linked_at: someDay }).execute()
    const { id } = await certified(db, 'guest', issuer)
    const { json } = (await signedCredential(db, id, issuer, later))!
    const merged = await mergeGuest(db, 'guest', account.id, { now: later, course: smallCourse, rules: smallRules })
    expect(merged.outcome).toBe('merged')
    expect(await signedCredential(db, id, issuer, later)).toMatchObject({ json, certificate: { actor: 'mine' } })
  })

  it('leaves its entries behind when its holder is erased, and they name nobody', async () => {
    const db = await open()
    const issuer = await issuerAt(db, keyPlace())
    const { id } = await certified(db, 'amal', issuer)
    await correctCertificate(db, { id, actor: 'amal', name: 'Amal Okoye', now: later }, issuer)
    const entries = () => db.selectFrom('status_entry').select(['list', 'position', 'revoked_as']).orderBy('position').execute()
    const before = await entries()
    const erased = await erasePerson(db, { learner: 'amal', user: null }, later)
    expect(erased).toMatchObject({ ok: true, erased: { certificates: 1 } })
    expect(await entries()).toEqual(before)
    expect(before).toHaveLength(2)
    expect(await db.selectFrom('status_entry').select('position').where('certificate', 'is not', null).execute()).toEqual([])
    expect(await signedCredential(db, id, issuer, later)).toBeNull()
  })
})
