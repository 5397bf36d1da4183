import { describe, expect, it, vi } from 'vitest'
import { issuer } from '#app/issuer.ts'
import { makeSetupToken } from '#lib/account/setup-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { signedCredential } from '#lib/credential/credential-store.ts'
import { type DatabaseKind, database } from '#lib/db/client.ts'
import { Browser, password, place, tokenIn } from '#lib/testing/browser-fixture.ts'
import { smallCourse, smallRules, someDay } from '#lib/testing/small-course.ts'
import { asDataUrl, smallPng } from '#lib/testing/small-png.ts'
import { GET as audit } from './audit/route.ts'
import { POST as revokeRoute } from './certificates/[certificate]/revoke/route.ts'
import { GET as certificates } from './certificates/route.ts'
import { GET as readIssuer, PUT as writeIssuer } from './issuer/route.ts'
import { POST as setup } from './setup/route.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse, progressRules: async () => smallRules }))

const form = { name: 'Hill Districts Relief', url: 'relief.example', email: '', description: '', signatoryName: '', signatoryTitle: '' }
const write = (browser: Browser, given: Record<string, unknown>) =>
  browser.call(writeIssuer, 'PUT', 'account/issuer', { ...form, ...given })
const profileOf = async (browser: Browser) => (await browser.call(readIssuer, 'GET', 'account/issuer')).value.profile
const entries = async (browser: Browser) => (await browser.call(audit, 'GET', 'account/audit')).value.entries
const list = (browser: Browser, query = '') => browser.call(certificates, 'GET', `account/certificates${query}`)
const revoke = (browser: Browser, certificate: string, reason: unknown) =>
  browser.call(revokeRoute, 'POST', `account/certificates/${certificate}/revoke`, { reason }, { certificate })

async function certify(id: string, name: string, at: number) {
  const db = await database()
  const actor = `learner-${id}`
  await db.insertInto('learner').values({ id: actor, created_at: someDay, last_seq: 0 }).execute()
  const achievement = JSON.stringify(achievementOf(await loadCourse(), 'networking'))
  const row = { id, actor, module: 'networking', name, version: 1, template: 'module', achievement, issued_at: at, updated_at: at }
  await db.insertInto('certificate').values(row).execute()
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('what administrators do about certificates on %s', (kind) => {
  place(kind)
  const boss = new Browser()
  const ines = new Browser()

  it('begins with what the site knows of itself', async () => {
    const token = (await makeSetupToken(await database(), Date.now()))!
    await boss.call(setup, 'POST', 'account/setup', { token, name: 'Mei Lin', email: 'boss@example.org', password })
    const { value } = await boss.invite('ines@example.org', 'facilitator')
    await ines.accept({ token: tokenIn(value.address), name: 'Ines', password })
    const { course } = await loadCourse()
    const told = (await boss.call(readIssuer, 'GET', 'account/issuer')).value
    expect(told).toEqual({
      id: `did:key:${told.keyId}`,
      keyId: expect.stringMatching(/^z6Mk/),
      profile: { name: course.site, url: 'http://localhost:3000', email: null, description: '', logo: null, signatory: null },
      keys: [{ id: told.keyId, createdAt: expect.any(Number), retiredAt: null, revokedAt: null }],
    })
    expect(JSON.stringify(told)).not.toMatch(/z3u2|secret/)
  })

  it('keeps who issues, with a logo, and writes it down; what changes nothing is not written down', async () => {
    const logo = asDataUrl(smallPng(40, 40, 100_000))
    const given = { email: 'Training@relief.example', description: 'We help.', signatoryName: 'Sefa Orlo', signatoryTitle: 'Head', logo }
    const kept = {
      name: form.name,
      url: 'https://relief.example',
      email: 'training@relief.example',
      description: 'We help.',
      logo,
      signatory: { name: 'Sefa Orlo', title: 'Head' },
    }
    expect((await write(boss, given)).value).toEqual({ profile: kept })
    expect(await profileOf(boss)).toEqual(kept)
    expect((await issuer()).profile).toEqual(kept)
    const [entry] = await entries(boss)
    expect(entry).toMatchObject({ action: 'issuer.change', by: 'Mei Lin', object: 'site', detail: { name: form.name } })
    expect(JSON.stringify(entry)).not.toContain('base64')
    const before = (await entries(boss)).length
    expect((await write(boss, given)).ok).toBe(true)
    expect(await entries(boss)).toHaveLength(before)
    // left out, the logo stays; null takes it away
    const { logo: _left, ...rest } = given
    expect((await write(boss, { ...rest, description: '' })).value.profile).toMatchObject({ logo, description: '' })
    expect((await write(boss, { ...rest, logo: null })).value.profile.logo).toBeNull()
  })

  it('says in a sentence what is wrong with what was typed, and keeps what there was', async () => {
    const before = await profileOf(boss)
    for (const [given, status, code] of [
      [{ name: '' }, 400, 'issuer_name_empty'],
      [{ url: 'nowhere' + ' at all' }, 400, 'url_wrong'],
      [{ email: 'x' }, 400, 'email_wrong'],
      [{ signatoryTitle: 'Head' }, 400, 'signatory_name_empty'],
      [{ logo: asDataUrl(smallPng(2, 2, 200_001)) }, 413, 'logo_too_large'],
      [{ logo: asDataUrl(Buffer.from('GIF89a')) }, 400, 'logo_not_png'],
      [{ logo: asDataUrl(smallPng(2001, 2)) }, 400, 'logo_too_many_pixels'],
      [{ logo: asDataUrl(smallPng(2, 2, 700_000)) }, 413, 'too_large'],
      [{ more: 1 }, 400, 'malformed'],
    ] as const) {
      const reply = await write(boss, given)
      expect([reply.status, reply.code]).toEqual([status, code])
    }
    expect(await profileOf(boss)).toEqual(before)
  })

  it('lists certificates and revokes one, for good, with its reason', async () => {
    const [first, second] = ['7K3D-90QF-XM2A-BT5Z', '7K3D-90QF-XM2A-BT5Y']
    await certify(first, 'Amal Haddad', someDay)
    await certify(second, 'Bo Lind', someDay + 1)
    const listed = (await list(boss)).value
    expect(listed).toEqual({
      certificates: [
        { id: second, name: 'Bo Lind', issuedAt: someDay + 1, revoked: null },
        { id: first, name: 'Amal Haddad', issuedAt: someDay, revoked: null },
      ],
      next: null,
    })
    for (const reason of ['', ' \u200b ']) expect(await revoke(boss, first, reason)).toMatchObject({ status: 400, code: 'reason_empty' })
    expect(await revoke(boss, first, 'x'.repeat(301))).toMatchObject({ status: 400, code: 'reason_too_long' })
    expect(await revoke(boss, first, 7)).toMatchObject({ status: 400, code: 'malformed' })
    for (const nothing of ['0000-0000-0000-0000', 'x'])
      expect(await revoke(boss, nothing, 'x')).toMatchObject({ status: 404, code: 'certificate_not_found' })
    expect((await list(boss, '?revoked=1')).value.certificates).toEqual([])

    const db = await database()
    const { value } = await revoke(boss, first.toLowerCase(), ' Given by mistake. ')
    expect(value).toEqual({ id: first, at: expect.any(Number), reason: 'Given by mistake.' })
    expect((await signedCredential(db, first, await issuer(), Date.now()))!.standing).toEqual({
      revokedAt: value.at,
      reason: 'Given by mistake.',
    })
    expect((await list(boss, '?revoked=1&search=haddad')).value.certificates).toEqual([
      { id: first, name: 'Amal Haddad', issuedAt: someDay, revoked: { at: value.at, reason: 'Given by mistake.' } },
    ])
    expect((await entries(boss))[0]).toMatchObject({
      action: 'certificate.revoke',
      by: 'Mei Lin',
      object: `certificate:${first}`,
      detail: { certificate: first, reason: 'Given by mistake.' },
    })
    // once more: the first time counts
    const before = await db.selectFrom('status_entry').selectAll().execute()
    expect(await revoke(boss, first, 'Another reason.')).toMatchObject({ status: 409, code: 'certificate_revoked' })
    expect(await db.selectFrom('status_entry').selectAll().execute()).toEqual(before)
    expect((await entries(boss)).filter(({ action }: { action: string }) => action === 'certificate.revoke')).toHaveLength(1)
  })

  it('revokes once however many ask at the same moment', async () => {
    const id = '7K3D-90QF-XM2A-BT5X'
    await certify(id, 'Chidi', someDay)
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => revoke(boss, id, `Reason ${n}.`)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ code }) => code === 'certificate_revoked')).toHaveLength(5)
    const acts = (await entries(boss)).filter(({ object }: { object: string }) => object === `certificate:${id}`)
    expect(acts).toHaveLength(1)
    expect(acts[0].detail.reason).toBe(outcomes.find(({ ok }) => ok)!.value.reason)
  })

  it('takes no place in the list that it did not give', async () => {
    expect(await list(boss, '?before=x')).toMatchObject({ status: 400, code: 'malformed' })
    expect((await list(boss, `?search=${'x'.repeat(5000)}`)).value.certificates).toEqual([])
  })

  it('is for administrators alone', async () => {
    for (const [browser, status] of [
      [ines, 404],
      [new Browser(), 401],
    ] as const) {
      expect(await browser.call(readIssuer, 'GET', 'account/issuer')).toMatchObject({ status })
      expect(await write(browser, { name: '' })).toMatchObject({ status })
      expect(await list(browser)).toMatchObject({ status })
      expect(await revoke(browser, '7K3D-90QF-XM2A-BT5Y', '')).toMatchObject({ status })
    }
  })
})
