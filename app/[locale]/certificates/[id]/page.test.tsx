import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { issuer } from '#app/issuer.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { revokeCertificate } from '#lib/credential/credential-store.ts'
import { revokeKey, saveIssuerProfile } from '#lib/credential/issuer-store.ts'
import { makeKey } from '#lib/credential/key-store.ts'
import type { Visibility } from '#lib/credential/schema.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import certificate from '#lib/message/en/certificate.json' with { type: 'json' }
import { say } from '#lib/message/format.ts'
import { type Asker, everybody, makeAsker, makePlace } from '#lib/testing/cohort-people.ts'
import { someDay } from '#lib/testing/small-course.ts'
import CertificatePage, { generateMetadata } from './page.tsx'

const page = vi.hoisted(() => ({ headers: new Headers(), gone: 0, unavailable: 0 }))
vi.mock('next/headers', () => ({ headers: async () => page.headers, cookies: async () => ({ get: () => undefined }) }))
vi.mock('next/navigation', async (original) => ({ ...(await original<object>()), useRouter: () => ({ refresh() {} }) }))
vi.mock('#lib/server/page-status.ts', () => ({ sayGone: () => page.gone++, sayUnavailable: () => page.unavailable++ }))

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const id = 'AAAA-BBBB-CCCC-DDDD'
const name = 'Thandiwe Nkosi'
const folder = mkdtempSync(join(tmpdir(), 'common-ground-certificate-'))
let place: Awaited<ReturnType<typeof makePlace>>

beforeAll(async () => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('SECRET', secret)
  vi.stubEnv('BASE_URL', site)
  place = await makePlace(await database())
  // what the first page would wait for
  await Promise.all([loadCourse(), issuer()])
}, 60_000)
afterAll(async () => {
  await closeDatabase()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const props = () => ({ params: Promise.resolve({ locale: 'en', id }), searchParams: Promise.resolve({}) })
async function shownTo(asker: Pick<Asker, 'cookie'> | null) {
  page.headers = new Headers(asker?.cookie ? { cookie: asker.cookie } : {})
  page.gone = 0
  page.unavailable = 0
  const html = renderToStaticMarkup((await CertificatePage(props())) as ReactElement)
  return { html, head: await generateMetadata(props()), gone: page.gone > 0, unavailable: page.unavailable > 0 }
}
async function keep(actor: string, given: { visibility?: Visibility; showsName?: boolean } = {}) {
  const db = await database()
  await db.deleteFrom('certificate').execute()
  const achievement = JSON.stringify(achievementOf(await loadCourse(), 'networking'))
  const times = { issued_at: someDay, updated_at: someDay }
  const choices = { visibility: given.visibility ?? 'unlisted', shows_name: given.showsName === false ? 0 : 1 }
  const row = { id, actor, module: 'networking', name, version: 1, template: 'module', achievement, ...times, ...choices }
  await db.insertInto('certificate').values(row).execute()
}

describe('the tools of the holder', () => {
  const holders = everybody.filter(({ stranger }) => !stranger)
  it.each(holders)('are there for $title who holds it', async (kind) => {
    const holder = await makeAsker(await database(), kind, place, secret)
    await keep(holder.learner!)
    expect((await shownTo(holder)).html).toContain(certificate.holderTitle)
  })
  it.each(everybody)('are not there for $title who does not', async (kind) => {
    const db = await database()
    const holder = await makeAsker(db, holders[kind.role === 'guest' ? 0 : 2]!, place, secret)
    await keep(holder.learner!)
    expect((await shownTo(await makeAsker(db, kind, place, secret))).html).not.toContain(certificate.holderTitle)
  })
})

describe('to a stranger', () => {
  let holder: Asker
  beforeEach(async () => {
    holder = await makeAsker(await database(), everybody[1]!, place, secret)
  })
  const dataOf = (html: string) => {
    const [, text] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? []
    return text === undefined ? null : JSON.parse(text)
  }

  it('a certificate that counts is verified, with its skills, how to check it, and data for machines', async () => {
    await keep(holder.learner!)
    const { html, head, gone } = await shownTo(null)
    expect(gone).toBe(false)
    expect(html).toContain('data-state="verified"')
    expect(html).toContain(name)
    expect(html).toMatch(/href="\/framework#[A-Z]/)
    expect(html).toContain(`href="/verify#${encodeURIComponent(`${site}/certificates/${id}`)}"`)
    expect(html).toContain(`href="/certificates/${id}/credential.json"`)
    expect(dataOf(html)).toMatchObject({ '@type': 'EducationalOccupationalCredential', '@id': `${site}/certificates/${id}` })
    expect(head.openGraph).toMatchObject({
      url: `${site}/certificates/${id}`,
      images: [{ url: `${site}/certificates/${id}/image.png?v=1` }],
    })
    expect(head.twitter).toMatchObject({ card: 'summary_large_image' })
    expect(head.alternates?.canonical).toBe(`${site}/certificates/${id}`)
  })

  it('tells in its own words who issued it, whom to ask and who signs, and nothing where it has no words', async () => {
    await keep(holder.learner!)
    expect((await shownTo(null)).html).not.toContain(certificate.issuerTitle)
    const before = (await issuer()).profile
    const said = {
      email: 'questions@example.org',
      description: 'We teach <people>.',
      signatory: { name: 'Wanjirũ Kamau', title: 'Head of Training' },
    }
    const db = await database()
    await saveIssuerProfile(db, { ...before, ...said })
    const { html } = await shownTo(null)
    await saveIssuerProfile(db, before)
    expect(html).toContain(certificate.issuerTitle)
    for (const shown of ['We teach &lt;people&gt;.', 'href="mailto:questions@example.org"', 'Wanjirũ Kamau', 'Head of Training'])
      expect(html).toContain(shown)
  })

  it.each<[Visibility, boolean]>([
    ['public', true],
    ['unlisted', false],
  ])('may be found by search engines only where it is public: %s', async (visibility, index) => {
    await keep(holder.learner!, { visibility })
    expect((await shownTo(null)).head.robots).toEqual({ index, follow: index })
  })

  it('a private one is gone, and says nothing of what it was; to its holder it is there', async () => {
    await keep(holder.learner!, { visibility: 'private' })
    const { html, head, gone } = await shownTo(null)
    expect(gone).toBe(true)
    expect(html).toContain(certificate.goneTitle)
    expect(html + JSON.stringify(head)).not.toMatch(/Thandiwe|Networking|AAAA-BBBB/)
    expect(head).toEqual({ title: certificate.goneTitle, robots: { index: false, follow: false } })
    const own = await shownTo(holder)
    expect(own.gone).toBe(false)
    expect(own.html).toContain(name)
    expect(own.html).toContain(certificate.sharePrivate)
  })

  it('a name that is not shown is nowhere on the page; its holder sees it in their tools', async () => {
    await keep(holder.learner!, { showsName: false })
    const { html, head } = await shownTo(null)
    expect(html).toContain(certificate.nameless)
    expect(html + JSON.stringify(head)).not.toContain('Thandiwe')
    expect((await shownTo(holder)).html).toContain(name)
  })

  it('a revoked one says so, with the day and the reason, and claims nothing to machines', async () => {
    await keep(holder.learner!, { visibility: 'public' })
    const now = Date.UTC(2026, 10, 22, 12)
    await revokeCertificate(await database(), { id, reason: 'Issued to the wrong person.', now }, await issuer())
    const { html, head } = await shownTo(null)
    expect(html).toContain('data-state="revoked"')
    expect(html).toContain('22 November 2026')
    expect(html).toContain('Issued to the wrong person.')
    expect(dataOf(html)).toBeNull()
    expect(head.robots).toEqual({ index: false, follow: false })
    // who kept the picture or the words of before asks for the new ones, and is told
    expect(head.openGraph).toMatchObject({
      images: [{ url: `${site}/certificates/${id}/image.png?v=1-revoked` }],
      description: say(certificate, 'pageDescriptionRevoked', { issuer: (await issuer()).profile.name }),
    })
    expect(html).toContain('image.png?v=1-revoked')
    const own = (await shownTo(holder)).html
    expect(own).toContain(certificate.holderRevoked)
    expect(own).not.toContain('linkedin.com')
  })

  it('one whose key was called back is signed anew before anybody sees it, and then is good', async () => {
    await keep(holder.learner!, { visibility: 'public' })
    expect((await shownTo(null)).html).toContain('data-state="verified"')
    const db = await database()
    const { keyId } = await issuer()
    const methodOf = async () => {
      const { credential } = await db.selectFrom('certificate').select('credential').executeTakeFirstOrThrow()
      return JSON.parse(credential!).proof.verificationMethod
    }
    expect(await methodOf()).toContain(keyId)
    await revokeKey(db, keyId, { dataDir: folder, issuerKey: null, now: Date.now() })
    expect((await shownTo(null)).html).toContain('data-state="verified"')
    expect(await methodOf()).toContain((await issuer()).keyId)
    expect(await methodOf()).not.toContain(keyId)
  })

  it('one that would have to be signed and cannot be is not shown for now, to nobody, and a private one says no more than before', async () => {
    await keep(holder.learner!, { visibility: 'public' })
    const { secretKeyMultibase: issuerKey, publicKeyMultibase } = await makeKey()
    await revokeKey(await database(), publicKeyMultibase, { dataDir: folder, issuerKey, now: Date.now() })
    vi.stubEnv('ISSUER_KEY', issuerKey)
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    for (const asker of [null, holder]) {
      const { html, head, unavailable } = await shownTo(asker)
      expect([unavailable, head]).toEqual([true, { title: certificate.unsignedTitle, robots: { index: false, follow: false } }])
      expect(html).toContain(certificate.unsignedText)
      expect(html).not.toContain(name)
    }
    await keep(holder.learner!, { visibility: 'private' })
    expect(await shownTo(null)).toMatchObject({ gone: true, unavailable: false })
    vi.stubEnv('ISSUER_KEY', '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    expect((await shownTo(holder)).html).toContain('data-state="verified"')
  })

  it('a credential that was changed where it is stored does not verify', async () => {
    await keep(holder.learner!)
    await shownTo(null)
    const db = await database()
    const { credential } = await db.selectFrom('certificate').select('credential').executeTakeFirstOrThrow()
    await db
      .updateTable('certificate')
      .set({ credential: credential!.replace(name, 'Somebody Else') })
      .execute()
    const { html } = await shownTo(null)
    expect(html).toContain('data-state="wrong"')
    expect(dataOf(html)).toBeNull()
  })
})
