/** What this site publishes about its certificates, as strangers, holders and their programs ask for it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as did } from '#app/.well-known/did.json/route.ts'
import { GET as achievement } from '#app/achievements/[id]/route.ts'
import { GET as pdf } from '#app/certificates/[id]/certificate.pdf/route.ts'
import { GET as credential, OPTIONS } from '#app/certificates/[id]/credential.json/route.ts'
import { GET as statusList } from '#app/credentials/status/[list]/route.ts'
import { GET as logo } from '#app/issuer/logo.png/route.ts'
import { issuer } from '#app/issuer.ts'
import { guestCookieName, signLearner } from '#lib/account/session.ts'
import { config } from '#lib/config/read-config.ts'
import { correctCertificate, setVisibility } from '#lib/credential/credential-store.ts'
import { readIssuerProfile, revokeKey, rotateKey, saveIssuerProfile } from '#lib/credential/issuer-store.ts'
import { makeKey } from '#lib/credential/key-store.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { certified, site } from '#lib/testing/signed-certificates.ts'

const amal = 'a'.repeat(32)
const sam = '5'.repeat(32)
const cookieOf = (actor: string) => ({ Cookie: `${guestCookieName}=${signLearner(actor, config().secret)}` })
const asking = (path: string, headers: Record<string, string> = {}) => new Request(`${site}${path}`, { headers })
const read = async (response: Response) => ({ status: response.status, headers: response.headers, body: JSON.parse(await response.text()) })
const png = 'iVBORw0KGgo='

describe('what a site publishes about its certificates', () => {
  const directory = mkdtempSync(join(tmpdir(), 'credentials-'))
  let id: string
  const credentialOf = (headers?: Record<string, string>, query = '') =>
    credential(asking(`/certificates/${id}/credential.json${query}`, headers), { params: Promise.resolve({ id: id.toLowerCase() }) })
  const listOf = (list: string, headers?: Record<string, string>) =>
    statusList(asking(`/credentials/status/${list}`, headers), { params: Promise.resolve({ list }) })
  const achievementOf = (one: string, headers?: Record<string, string>) =>
    achievement(asking(`/achievements/${one}`, headers), { params: Promise.resolve({ id: one }) })

  beforeAll(async () => {
    vi.stubEnv('DATA_DIR', directory)
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('ISSUER_KEY', '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    // from before there were signatures
    id = (await certified(await database(), amal)).id
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(directory, { recursive: true, force: true })
  })

  it('is the credential with the same bytes each time, for any page to read, and by its tag when nothing has changed', async () => {
    const first = await credentialOf()
    const text = await first.clone().text()
    expect(await (await credentialOf()).text()).toBe(text)
    const { status, headers, body } = await read(first)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: `${site}/certificates/${id}`,
      issuer: { id: 'did:web:learn.example.org' },
      proof: { cryptosuite: 'eddsa-rdfc-2022' },
    })
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, no-cache',
      'x-robots-tag': 'noindex',
    })
    expect(headers.has('content-disposition')).toBe(false)
    const again = await credentialOf({ 'If-None-Match': `W/${headers.get('etag')}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await credentialOf({}, '?download')).headers.get('content-disposition')).toBe(`attachment; filename="networking-${id}.json"`)
  })

  it('is nothing where there is no such certificate', async () => {
    for (const one of ['0000-0000-0000-0000', 'nothing']) {
      const reply = await credential(asking(`/certificates/${one}/credential.json`), { params: Promise.resolve({ id: one }) })
      expect(await read(reply)).toMatchObject({ status: 404, body: { code: 'certificate_not_found' } })
      expect(reply.headers.get('access-control-allow-origin')).toBe('*')
    }
  })

  it('is the holder’s alone while it is private, and kept by nobody on the way', async () => {
    await setVisibility(await database(), { id, actor: amal, visibility: 'private' })
    for (const headers of [{}, cookieOf(sam)]) {
      const refused = await credentialOf(headers)
      expect(refused.headers.get('cache-control')).toBe('no-store')
      expect(await read(refused)).toMatchObject({ status: 410, body: { code: 'certificate_private' } })
    }
    const own = await credentialOf(cookieOf(amal))
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    // whoever has a copy still sees that it holds
    expect((await listOf('1')).status).toBe(200)
    await setVisibility(await database(), { id, actor: amal, visibility: 'public' })
    const open = await credentialOf()
    expect([open.status, open.headers.has('x-robots-tag')]).toEqual([200, false])
  })

  it('is a status list that changes its tag when something is revoked, and only then', async () => {
    const first = await listOf('1')
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const tag = { 'If-None-Match': first.headers.get('etag')! }
    expect((await listOf('1', tag)).status).toBe(304)
    await correctCertificate(await database(), { id, actor: amal, name: 'Amal Okoye', now: Date.now() }, await issuer())
    const changed = await listOf('1', tag)
    expect(changed.status).toBe(200)
    expect((await changed.json()).issuer).toBe('did:web:learn.example.org')
    for (const none of ['2', '0', '01', '1e0', '-1', 'x', '99999999'])
      expect(await read(await listOf(none))).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('is the issuer with every key, also one that signs no more', async () => {
    const { keyId } = await issuer()
    await rotateKey(await database(), { dataDir: config().dataDir, issuerKey: null, now: Date.now() })
    const now = await issuer()
    const { body, headers } = await read(await did(asking('/.well-known/did.json')))
    expect(body.id).toBe('did:web:learn.example.org')
    expect(body.assertionMethod.sort()).toEqual([keyId, now.keyId].map((key) => `did:web:learn.example.org#${key}`).sort())
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is the issuer without a key that was called back, but for when that was; everything is signed by the next', async () => {
    const { keyId } = await issuer()
    await correctCertificate(await database(), { id, actor: amal, name: 'Amal O.', now: Date.now() }, await issuer())
    const before = await (await credentialOf()).text()
    const at = Date.now()
    await revokeKey(await database(), keyId, { dataDir: config().dataDir, issuerKey: null, now: at })
    const now = await issuer()
    const { body } = await read(await did(asking('/.well-known/did.json')))
    const named = (key: string) => `did:web:learn.example.org#${key}`
    expect(body.assertionMethod).not.toContain(named(keyId))
    expect(body.alsoKnownAs).not.toContain(`did:key:${keyId}`)
    expect(body.assertionMethod).toContain(named(now.keyId))
    const method = body.verificationMethod.find(({ id }: { id: string }) => id === named(keyId))
    expect(method).toMatchObject({ publicKeyMultibase: keyId, revoked: `${new Date(at).toISOString().slice(0, 19)}Z` })
    const anew = await (await credentialOf()).text()
    expect(anew).not.toBe(before)
    for (const text of [anew, await (await listOf('1')).text()]) expect(JSON.parse(text).proof.verificationMethod).toBe(named(now.keyId))
  })

  it('is refused, and not served, while nobody can sign it; the rest goes on', async () => {
    const db = await database()
    const { secretKeyMultibase, publicKeyMultibase } = await makeKey()
    vi.stubEnv('ISSUER_KEY', secretKeyMultibase)
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    await correctCertificate(db, { id, actor: amal, name: 'Amal H.', now: Date.now() }, await issuer())
    await revokeKey(db, publicKeyMultibase, { dataDir: config().dataDir, issuerKey: secretKeyMultibase, now: Date.now() })
    for (const reply of [await credentialOf(), await listOf('1')]) {
      expect(reply.headers.get('retry-after')).toBe('600')
      expect(await read(reply)).toMatchObject({ status: 503, body: { code: 'no_signing_key' } })
    }
    const paper = await pdf(asking(`/certificates/${id}/certificate.pdf`), { params: Promise.resolve({ id }) })
    expect([paper.status, await paper.text()]).toEqual([503, expect.stringMatching(/^This certificate cannot be signed at the moment\./)])
    expect((await did(asking('/.well-known/did.json'))).status).toBe(200)
    expect((await achievementOf('networking')).status).toBe(200)
    vi.stubEnv('ISSUER_KEY', '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    expect((await credentialOf()).status).toBe(200)
  })

  it('is what each module is awarded for; a browser goes on to the module', async () => {
    const { body } = await read(await achievementOf('networking', { Accept: 'application/json' }))
    expect(body).toMatchObject({
      id: `${site}/achievements/networking`,
      type: ['Achievement'],
      creator: { id: 'did:web:learn.example.org' },
    })
    expect(body.alignment.length).toBeGreaterThan(1)
    const browser = await achievementOf('networking', { Accept: 'text/html,*/*;q=0.8' })
    expect([browser.status, browser.headers.get('location')]).toEqual([303, `${site}/modules/networking`])
    expect(await read(await achievementOf('cooking'))).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('is the logo, once there is one', async () => {
    expect((await logo()).status).toBe(404)
    const db = await database()
    const bare = await readIssuerProfile(db, 'Common Ground', site)
    await saveIssuerProfile(db, { ...bare, logo: `data:image/png;base64,${png}` })
    const reply = await logo()
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await reply.arrayBuffer()).toString('base64')).toBe(png)
  })

  it('may be asked for with headers of one’s own', async () => {
    const reply = await OPTIONS()
    expect(reply.status).toBe(204)
    expect(reply.headers.get('access-control-allow-headers')).toBe('*')
  })
})
