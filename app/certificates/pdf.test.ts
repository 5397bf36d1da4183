/** The PDF's address as a browser calls it: status, type, name, caching, who may have it, and what is in it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as credential } from '#app/certificates/[id]/credential.json/route.ts'
import { issuer } from '#app/issuer.ts'
import { guestCookieName, signLearner } from '#lib/account/session.ts'
import { config } from '#lib/config/read-config.ts'
import { credentialInPdf } from '#lib/credential/attached.ts'
import { correctCertificate, revokeCertificate, setVisibility } from '#lib/credential/credential-store.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { certified, site } from '#lib/testing/signed-certificates.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { GET } from './[id]/certificate.pdf/route.ts'

const drawings = vi.hoisted(() => ({ count: 0 }))
vi.mock('./draw-pdf.ts', async (original) => {
  const real = await original<typeof import('./draw-pdf.ts')>()
  return {
    ...real,
    drawCertificatePdf: (...given: Parameters<typeof real.drawCertificatePdf>) => {
      drawings.count++
      return real.drawCertificatePdf(...given)
    },
  }
})

const amal = 'a'.repeat(32)
const sam = '5'.repeat(32)
const cookieOf = (actor: string) => ({ Cookie: `${guestCookieName}=${signLearner(actor, config().secret)}` })

async function textOf(bytes: Uint8Array): Promise<string> {
  const page = await (await getDocument({ data: bytes.slice(), verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

describe('the PDF of a certificate, asked for', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pdf-'))
  let id = ''
  const get = (query = '', headers: Record<string, string> = {}, one = id) =>
    GET(new Request(`${site}/certificates/${one}/certificate.pdf${query}`, { headers }), { params: Promise.resolve({ id: one }) })

  beforeAll(async () => {
    vi.stubEnv('DATA_DIR', directory)
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('ISSUER_KEY', '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    id = (await certified(await database(), amal)).id
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(directory, { recursive: true, force: true })
  })

  it('is drawn once for many who ask at the same time, and named after what was completed', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => get()))
    const bodies = await Promise.all(replies.map((reply) => reply.bytes()))
    expect(drawings.count).toBe(1)
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(bodies.every((body) => Buffer.compare(body, bodies[0]!) === 0)).toBe(true)
    expect(Object.fromEntries(replies[0]!.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bodies[0]!.length),
      'content-disposition': `inline; filename="networking-certificate.pdf"; filename*=UTF-8''networking-certificate.pdf`,
      'cache-control': 'public, no-cache',
      'x-robots-tag': 'noindex',
    })
    expect(await textOf(bodies[0]!)).toContain('Amal Haddad')
  }, 60_000)

  it('carries the credential as it is served, where whoever checks it finds it', async () => {
    const served = await credential(new Request(`${site}/certificates/${id}/credential.json`), { params: Promise.resolve({ id }) })
    expect(await credentialInPdf(await (await get()).bytes())).toBe(await served.text())
  })

  it('is another one for other paper, and none for paper that is not known', async () => {
    const letter = await get('?size=letter')
    expect([letter.status, letter.headers.get('etag')]).toEqual([200, expect.stringContaining('-letter-')])
    expect((await get('?size=a4')).headers.get('etag')).toBe((await get()).headers.get('etag'))
    expect((await get('?size=toString')).status).toBe(400)
  })

  it('says that nothing has changed to whoever has it', async () => {
    const etag = (await get()).headers.get('etag')!
    const again = await get('', { 'If-None-Match': `W/${etag}` })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  })

  it('is another one after the name is hidden, and the one before is gone from the disk', async () => {
    const before = (await get()).headers.get('etag')!
    await correctCertificate(await database(), { id, actor: amal, showsName: false, now: someDay }, await issuer())
    const after = await get('', { 'If-None-Match': before })
    expect(after.status).toBe(200)
    expect(await textOf(await after.bytes())).not.toContain('Haddad')
    const files = readdirSync(join(directory, 'documents')).filter((file) => file.includes('-a4-'))
    expect(files).toEqual([`${JSON.parse(after.headers.get('etag')!)}.pdf`])
  })

  it('is the holder’s alone while the certificate is private', async () => {
    const db = await database()
    await setVisibility(db, { id, actor: amal, visibility: 'private' })
    for (const headers of [{}, cookieOf(sam)]) {
      const reply = await get('', headers)
      expect([reply.status, await reply.text()]).toEqual([410, 'This certificate is not shared any more.\n'])
    }
    const own = await get('', cookieOf(amal))
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    await setVisibility(db, { id, actor: amal, visibility: 'public' })
    expect((await get()).headers.has('x-robots-tag')).toBe(false)
  })

  it('says that it is revoked, and why', async () => {
    await revokeCertificate(await database(), { id, reason: 'Made by mistake.', now: someDay }, await issuer())
    expect(await textOf(await (await get()).bytes())).toMatch(/Revoked on .*The reason given: Made by mistake\./)
  })

  it.each(['0000-0000-0000-0000', 'nothing', '..%2f..', '%00'])('is not there under %s, and says so in words', async (other) => {
    const reply = await get('', {}, other)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(await reply.text()).toBe('There is no certificate with this number.\n')
  })
})
