import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { signatureLasts, signBounce } from '#lib/letter/read-bounce.ts'
import { writeLetter } from '#lib/letter/store.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { POST } from './route.ts'

const key = 'a key that two servers share, long enough'
const body = JSON.stringify({ address: 'Amal@example.org', detail: '550 5.1.1 nobody of this name' })
const post = (text: string, headers: Record<string, string> = { 'x-bounce-signature': signBounce(text, key, Date.now()) }) =>
  POST(new Request('http://localhost:3000/api/bounce', { method: 'POST', body: text, headers }))

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('/api/bounce on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-bounces-'))
  const configure = (bounceKey: string) => {
    vi.stubEnv('BOUNCE_KEY', bounceKey)
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  }
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', 'a secret of more than thirty-two characters')
    vi.stubEnv('BASE_URL', 'http://localhost:3000')
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    configure(key)
    const db = await database()
    await db.deleteFrom('stopped_address').execute()
    await db.deleteFrom('letter').execute()
    const letter = { toAddress: 'amal@example.org', toName: '', subject: 's', body: 'b', cohortId: 'harda' }
    const now = Date.now()
    for (const [once, ago] of [
      ['older', 2],
      ['newer', 1],
    ] as const) {
      await writeLetter(db, { once, kind: 'due-soon', ...letter, now: now - ago })
      await db
        .updateTable('letter')
        .set({ state: 'sent', sent_at: now - ago })
        .where('once', '=', once)
        .execute()
    }
  })
  const stopped = async () => (await database()).selectFrom('stopped_address').select(['address', 'reason', 'detail']).execute()
  const states = async () => (await database()).selectFrom('letter').select(['once', 'state', 'problem']).orderBy('once').execute()

  it('stops letters to an address that the site wrote to, and marks the last one', async () => {
    const response = await post(body)
    expect([response.status, await response.json()]).toEqual([200, { ok: true, value: { noted: 1 } }])
    expect(await stopped()).toEqual([{ address: 'amal@example.org', reason: 'bounced', detail: '550 5.1.1 nobody of this name' }])
    expect(await states()).toEqual([
      { once: 'newer', state: 'failed', problem: '550 5.1.1 nobody of this name' },
      { once: 'older', state: 'sent', problem: null },
    ])
  })

  it('takes no note of an address that the site never wrote to', async () => {
    const response = await post(JSON.stringify({ address: 'eve@example.org' }))
    expect(await response.json()).toEqual({ ok: true, value: { noted: 0 } })
    expect(await stopped()).toEqual([])
  })

  it.each<[string, () => Record<string, string>]>([
    ['no signature', () => ({})],
    ['a signature with another key', () => ({ 'x-bounce-signature': signBounce(body, `${key}!`, Date.now()) })],
    ['a signature of other words', () => ({ 'x-bounce-signature': signBounce(`${body} `, key, Date.now()) })],
    ['an old signature', () => ({ 'x-bounce-signature': signBounce(body, key, Date.now() - signatureLasts - 2000) })],
    ['a signature of tomorrow', () => ({ 'x-bounce-signature': signBounce(body, key, Date.now() + signatureLasts + 2000) })],
    ['nonsense for a signature', () => ({ 'x-bounce-signature': 't=1,v1=abc' })],
  ])('refuses %s', async (_name, headers) => {
    expect((await post(body, headers())).status).toBe(403)
    expect(await stopped()).toEqual([])
  })

  it('is not there where no key was set', async () => {
    configure('')
    expect((await post(body)).status).toBe(404)
  })

  it('refuses what it cannot read, and what is too long', async () => {
    expect((await post('Dear sir')).status).toBe(400)
    expect((await post('{"address":"amal"}')).status).toBe(400)
    expect((await post('x'.repeat(600_000))).status).toBe(413)
    expect(await stopped()).toEqual([])
  })
})
