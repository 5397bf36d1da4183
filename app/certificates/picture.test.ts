/** The pictures' addresses as a browser or another site calls them: status, type, caching, one drawing for many requests, what is baked in. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { issuer } from '#app/issuer.ts'
import { unbake } from '#lib/credential/bake.ts'
import { correctCertificate, revokeCertificate, setVisibility, signedCredential } from '#lib/credential/credential-store.ts'
import { revokeKey, saveIssuerProfile } from '#lib/credential/issuer-store.ts'
import { makeKey } from '#lib/credential/key-store.ts'
import { shelf } from '#lib/credential/shelf-store.ts'
import { issueCertificate } from '#lib/credential/store.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { appendServerStatements } from '#lib/statement/store.ts'
import { smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import { GET as getBadge } from './[id]/badge.png/route.ts'
import { GET as getImage } from './[id]/image.png/route.ts'

const drawings = vi.hoisted(() => ({ count: 0 }))
vi.mock('./draw-picture.tsx', async (original) => {
  const real = await original<typeof import('./draw-picture.tsx')>()
  return {
    ...real,
    drawPicture: (...given: Parameters<typeof real.drawPicture>) => {
      drawings.count++
      return real.drawPicture(...given)
    },
  }
})
const asking = vi.hoisted(() => ({ learner: null as string | null }))
vi.mock('#app/api/who.ts', () => ({ whoAsks: async () => ({ learner: asking.learner, user: null }) }))

const get = (id: string, headers: Record<string, string> = {}, route = getImage) =>
  route(new Request(`http://localhost/certificates/${id}/image.png`, { headers }), { params: Promise.resolve({ id }) })

describe('the picture of a certificate', () => {
  const directory = mkdtempSync(join(tmpdir(), 'certificates-'))
  let id = ''

  beforeAll(async () => {
    vi.stubEnv('DATA_DIR', directory)
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('BASE_URL', 'https://learn.example.org')
    const db = await database()
    const satisfied = statement({ verb: 'satisfied', object: 'networking' })
    const record = { now: someDay, course: smallCourse }
    await db.transaction().execute((trx) => appendServerStatements(trx, 'amal', [satisfied], record))
    const issued = await issueCertificate(
      db,
      {
        actor: 'amal',
        module: 'networking',
        name: 'Amal أمل',
        contentHash: 'abcdefabcdef',
        achievement: {
          site: 'Common Ground',
          course: 'People',
          courseVersion: '1.0.0',
          module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
          lessons: 5,
          scenario: true,
          passMark: 0.75,
          minutes: 52,
          objectives: [],
        },
      },
      { ...record, random: randomBytes },
    )
    if (issued.ok) id = issued.certificate.id
    // signed once before, so that what is measured below is drawing
    await signedCredential(db, id, await issuer(), someDay)
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(directory, { recursive: true, force: true })
  })

  it('is drawn once for fifty requests at the same time, 1200 by 630', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => get(id)))
    const bodies = await Promise.all(replies.map((reply) => reply.bytes()))
    expect(drawings.count).toBe(1)
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    const [first] = bodies
    expect([...first!.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
    const header = new DataView(first!.buffer, first!.byteOffset + 16, 8)
    expect([header.getUint32(0), header.getUint32(4)]).toEqual([1200, 630])
    expect(bodies.every((body) => body.length === first!.length)).toBe(true)
  }, 60_000)

  it('says how long it may be kept, and that nothing has changed to whoever has it', async () => {
    const { headers } = await get(id)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+, must-revalidate$/)
    const etag = headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = await get(id, { 'If-None-Match': `"other", W/${etag}` })
    expect([again.status, again.headers.get('etag'), (await again.bytes()).length]).toEqual([304, etag, 0])
    expect((await get(id, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it('may be listed by search engines only while the certificate is public', async () => {
    for (const [visibility, said] of [
      ['unlisted', 'noindex'],
      ['public', null],
      ['unlisted', 'noindex'],
    ] as const) {
      await setVisibility(await database(), { id, actor: 'amal', visibility })
      for (const route of [getImage, getBadge]) {
        const reply = await get(id, {}, route)
        const again = await get(id, { 'If-None-Match': reply.headers.get('etag')! }, route)
        expect([reply, again].map(({ status, headers }) => [status, headers.get('x-robots-tag')])).toEqual([
          [200, said],
          [304, said],
        ])
      }
      expect(shelf().get(id)?.noindex).toBe(said !== null)
    }
  })

  it('carries the signed credential, byte for byte, in the badge, which has an ETag of its own', async () => {
    const [image, badge] = [await get(id), await get(id, {}, getBadge)]
    const signed = await signedCredential(await database(), id, await issuer(), someDay)
    const bytes = await badge.bytes()
    expect(unbake(bytes)).toBe(signed!.json)
    expect(unbake(await image.bytes())).toBeNull()
    expect(badge.headers.get('etag')).not.toBe(image.headers.get('etag'))
    expect((await get(id, { 'If-None-Match': badge.headers.get('etag')! }, getBadge)).status).toBe(304)
    expect(drawings.count).toBe(1)
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'the name is changed',
      async () => correctCertificate(await database(), { id, actor: 'amal', name: '王小明', now: someDay }, await issuer()),
    ],
    [
      'the name is hidden',
      async () => correctCertificate(await database(), { id, actor: 'amal', showsName: false, now: someDay }, await issuer()),
    ],
    [
      'another signs',
      async () => {
        const signatory = { name: 'مريم العلي', title: 'Head of Learning' }
        const profile = { name: 'Academy', url: 'https://academy.example', email: null, description: '', logo: null, signatory }
        await saveIssuerProfile(await database(), profile)
      },
    ],
    [
      'the key that signed it was called back',
      async () => {
        const place = { dataDir: directory, issuerKey: null, now: Date.now() }
        expect(await revokeKey(await database(), (await issuer()).keyId, place)).toMatchObject({ ok: true })
      },
    ],
    ['it is revoked', async () => revokeCertificate(await database(), { id, reason: 'A mistake', now: someDay }, await issuer())],
  ])('is another one after %s', async (_what, change) => {
    const before = await get(id)
    await change()
    const after = await get(id, { 'If-None-Match': before.headers.get('etag')! })
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(await after.bytes()).not.toEqual(await before.bytes())
    expect((await get(id, { 'If-None-Match': after.headers.get('etag')! })).status).toBe(304)
  })

  it('is given to its holder alone once it is private, and kept by nobody', async () => {
    await setVisibility(await database(), { id, actor: 'amal', visibility: 'private' })
    for (const route of [getImage, getBadge]) {
      for (asking.learner of [null, 'somebody else']) {
        const reply = await get(id, {}, route)
        expect([reply.status, reply.headers.get('cache-control')]).toEqual([410, 'no-store'])
        expect(await reply.text()).toBe('This certificate is not shared any more.\n')
      }
      asking.learner = 'amal'
      const reply = await get(id, {}, route)
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
      expect(reply.headers.get('x-robots-tag')).toBe('noindex')
    }
  })

  it('lies on the shelf as it was sent last to everybody', async () => {
    await setVisibility(await database(), { id, actor: 'amal', visibility: 'unlisted' })
    const reply = await get(id)
    const shelved = shelf().get(id)!
    expect(shelved.etag).toBe(reply.headers.get('etag'))
    expect(Buffer.from(await reply.bytes()).equals(shelved.png)).toBe(true)
  })

  it('is not drawn while nobody can sign the code on it, and says so in words', async () => {
    const { secretKeyMultibase: issuerKey, publicKeyMultibase } = await makeKey()
    await revokeKey(await database(), publicKeyMultibase, { dataDir: directory, issuerKey, now: Date.now() })
    vi.stubEnv('ISSUER_KEY', issuerKey)
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    for (const route of [getImage, getBadge]) {
      const reply = await get(id, {}, route)
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([503, 'no-store'])
      expect(await reply.text()).toBe(
        'This certificate cannot be signed at the moment, so there is no picture of it. Nothing is lost. Try again later.\n',
      )
    }
    vi.stubEnv('ISSUER_KEY', '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    expect((await get(id)).status).toBe(200)
  })

  it.each(['0000-0000-0000-0000', 'nothing', '..%2f..', '%00'])('is not there under %s, and says so in words', async (other) => {
    for (const route of [getImage, getBadge]) {
      const reply = await get(other, {}, route)
      expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
      expect(await reply.text()).toBe('There is no certificate with this number.\n')
    }
  })
})
