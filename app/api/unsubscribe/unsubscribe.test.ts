import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { stopAddress, stopReasonOf } from '#lib/letter/queue-store.ts'
import { signAddress, stopPage, unsubscribeAddress } from '#lib/letter/unsubscribe-token.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { GET, POST } from './route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const amal = 'amal@example.org'
const link = unsubscribeAddress('Amal@example.org', { secret, baseUrl: site })
const token = signAddress(amal, secret)

const post = (form: Record<string, string> | FormData, address = link, headers: Record<string, string> = {}) =>
  POST(new Request(address, { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form), headers }))

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('/api/unsubscribe on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-letters-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    await (await database()).deleteFrom('stopped_address').execute()
  })
  const reason = async (address = amal) => stopReasonOf(await database(), address)

  it('changes nothing when a link is only opened, and leads to the page that asks', async () => {
    const response = await GET(new Request(link))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/unsubscribe?token=${token}`)
    expect(stopPage(amal, { secret, baseUrl: site })).toBe(`${site}/unsubscribe?token=${token}`)
    expect(await reason()).toBeNull()
  })

  it.each<[string, () => Record<string, string> | FormData]>([
    ['a simple form', () => ({ 'List-Unsubscribe': 'One-Click' })],
    [
      'a form in parts',
      () => {
        const form = new FormData()
        form.set('List-Unsubscribe', 'One-Click')
        return form
      },
    ],
  ])('stops letters by one press in a mail program, from anywhere and twice: %s', async (_name, form) => {
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
    for (let round = 0; round < 2; round += 1) {
      const response = await post(form(), link, foreign)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain(`No more letters go to ${amal}`)
    }
    expect(await reason()).toBe('unsubscribed')
    expect(await reason('other@example.org')).toBeNull()
  })

  it('stops and allows by the form of the page', async () => {
    const stopped = await post({ wish: 'stop' })
    expect([stopped.status, stopped.headers.get('location')]).toEqual([303, `/unsubscribe?token=${token}`])
    expect(await reason()).toBe('unsubscribed')
    const allowed = await post({ wish: 'allow' })
    expect([allowed.status, allowed.headers.get('location')]).toEqual([303, `/unsubscribe?token=${token}&again=1`])
    expect(await reason()).toBeNull()
  })

  it('does not make a refused address good by wishing', async () => {
    await stopAddress(await database(), { address: amal, reason: 'bounced', detail: '550', now: 1 })
    await post({ wish: 'allow' })
    expect(await reason()).toBe('bounced')
  })

  it.each([
    ['no token', `${site}/api/unsubscribe`],
    ['a token of another site', unsubscribeAddress(amal, { secret: `${secret} of another`, baseUrl: site })],
    [
      'an address with the signature of another',
      `${site}/api/unsubscribe?token=${signAddress('eve@example.org', secret).split('.')[0]}.${token.split('.')[1]}`,
    ],
    ['a very long token', `${site}/api/unsubscribe?token=${'a'.repeat(5000)}`],
  ])('does nothing with %s', async (_name, address) => {
    expect((await post({ 'List-Unsubscribe': 'One-Click' }, address)).status).toBe(404)
    expect((await post({ wish: 'stop' }, address)).status).toBe(404)
    expect((await post({ wish: 'stop' }, address, { accept: 'text/html,*/*;q=0.8' })).status).toBe(303)
    expect(await (await database()).selectFrom('stopped_address').selectAll().execute()).toEqual([])
  })

  it('reads nothing where the token is wrong, and never more than a form may be', async () => {
    let read = 0
    const endless = (address: string) =>
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              read += 1000
              controller.enqueue(new Uint8Array(1000).fill(97))
            },
          },
          { highWaterMark: 0 },
        ),
        duplex: 'half',
      } as RequestInit)
    expect((await POST(endless(`${site}/api/unsubscribe?token=x`))).status).toBe(404)
    expect(read).toBe(0)
    expect((await POST(endless(link))).status).toBe(400)
    expect(read).toBeLessThan(10_000)
  })

  it('refuses what is no wish', async () => {
    expect((await post({ wish: 'everything' })).status).toBe(400)
    expect((await post({ wish: 'stop', much: 'x'.repeat(5000) })).status).toBe(400)
    expect(
      (await POST(new Request(link, { method: 'POST', body: '{"wish":"stop"}', headers: { 'content-type': 'application/json' } }))).status,
    ).toBe(400)
    expect(
      (await POST(new Request(link, { method: 'POST', body: 'broken', headers: { 'content-type': 'multipart/form-data; boundary=x' } })))
        .status,
    ).toBe(400)
    expect(await reason()).toBeNull()
  })
})
