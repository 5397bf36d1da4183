/** The picture's address as a browser or another site calls it: status, type, caching, one drawing for many requests. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueCertificate, renameCertificate } from '#lib/credential/store.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { appendServerStatements } from '#lib/statement/store.ts'
import { smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import { GET } from './[id]/image.png/route.ts'

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

const get = (id: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/certificates/${id}/image.png`, { headers }), { params: Promise.resolve({ id }) })

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
  })
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
  })

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

  it('is another one after the name is changed', async () => {
    const before = await get(id)
    await renameCertificate(await database(), { id, actor: 'amal', name: '王小明', now: someDay })
    const after = await get(id, { 'If-None-Match': before.headers.get('etag')! })
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(await after.bytes()).not.toEqual(await before.bytes())
  })

  it.each(['0000-0000-0000-0000', 'nothing', '..%2f..', '%00'])('is not there under %s, and says so in words', async (other) => {
    const reply = await get(other)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(await reply.text()).toBe('There is no certificate with this number.\n')
  })
})
