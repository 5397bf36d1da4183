import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as health } from '#app/api/health/route.ts'
import { signLearner, verifyLearner } from '#lib/account/session.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { appendServerStatements, storeStatements } from '#lib/statement/store.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { idAt, smallCourse, statement } from '#lib/testing/small-course.ts'
import { GET, POST } from './route.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse }))

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const amal = 'a'.repeat(32)
const cookieOf = (learner: string) => `cg_guest=${signLearner(learner, secret)}`

const post = (body: unknown, headers: Record<string, string> = {}) =>
  POST(new Request(`${site}/api/statements`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers }))
const get = (since: string | number, cookie?: string) =>
  GET(new Request(`${site}/api/statements?since=${since}`, cookie ? { headers: { cookie } } : {}))
const read = (): Statement => statement({ verb: 'experienced', object: 'networking/lessons/hello' })

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('/api/statements on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-api-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    // Vite sets this one to the base path of its own pages.
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  })
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('makes a guest with the first statements, and knows them again', async () => {
    const [first, second] = [read(), read()]
    const response = await post({ statements: [first] })
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!
    expect(verifyLearner(cookie.split('=')[1]!, secret)).not.toBeNull()
    const { value } = await response.json()
    expect(value).toEqual({
      actor: expect.stringMatching(/^[0-9a-f]{12}$/),
      account: false,
      results: [{ id: first.id, ok: true, outcome: 'stored' }],
    })

    const again = await post({ statements: [first, second] }, { cookie })
    expect(again.headers.get('set-cookie')).toContain(cookie)
    expect((await again.json()).value).toMatchObject({ actor: value.actor, results: [{ outcome: 'known' }, { outcome: 'stored' }] })

    const page = await get(0, cookie)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await page.json()).value).toEqual({ actor: value.actor, account: false, statements: [first, second], next: 2, more: false })
    expect((await (await get(1, cookie)).json()).value).toMatchObject({ statements: [second], next: 2 })
  })

  it('never tells the id of the learner', async () => {
    const response = await post({ statements: [read()] }, { cookie: cookieOf(amal) })
    const page = await get(0, cookieOf(amal))
    expect((await response.text()) + (await page.text())).not.toContain(amal)
  })

  it('says of each bad statement why, in words, and stores its neighbours', async () => {
    const good = read()
    const bad = statement({ verb: 'satisfied', object: 'networking' })
    const { value } = await (await post({ statements: [bad, good] })).json()
    expect(value.results).toEqual([
      { id: bad.id, ok: false, code: 'verb_not_allowed', message: 'Only the site itself can make this record.' },
      { id: good.id, ok: true, outcome: 'stored' },
    ])
  })

  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['what is not JSON', '{', {}, 400, 'malformed'],
    ['a bare string', '"statements"', {}, 400, 'malformed'],
    ['a body without statements', {}, {}, 400, 'malformed'],
    ['no body', 'null', {}, 400, 'malformed'],
    ['statements that are no list', { statements: {} }, {}, 400, 'malformed'],
    ['more than 500 statements', { statements: Array.from({ length: 501 }, () => null) }, {}, 413, 'too_many'],
    ['more than 1 MB', JSON.stringify({ statements: ['x'.repeat(1_000_000)] }), {}, 413, 'too_large'],
    ['what another site sends', { statements: [] }, { 'sec-fetch-site': 'cross-site' }, 403, 'cross_site'],
    ['what another site sends through an older browser', { statements: [] }, { origin: 'https://evil.example' }, 403, 'cross_site'],
  ])('refuses %s whole', async (_name, body, headers, status, code) => {
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ ok: false, code, message: expect.any(String) })
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('counts what arrives, whatever the header says', async () => {
    const part = new TextEncoder().encode('x'.repeat(100_000))
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        controller.enqueue(part)
      },
    })
    const request = new Request(`${site}/api/statements`, { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect((await POST(request)).status).toBe(413)
    expect(sent).toBeLessThan(15)
  })

  it('takes exactly 500', async () => {
    const statements = Array.from({ length: 500 }, read)
    const { value } = await (await post({ statements })).json()
    expect(value.results.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  })

  it.each(['-1', 'x', '1.5', '9'.repeat(16)])('does not read from %j', async (since) => {
    expect((await get(since, cookieOf(amal))).status).toBe(400)
  })

  it.each([
    ['nobody', undefined],
    ['a forged cookie', `cg_guest=${amal}.${'A'.repeat(43)}`],
  ])('shows %s nothing and makes no guest of them', async (_name, cookie) => {
    const response = await get(0, cookie)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect((await response.json()).value).toEqual({ actor: null, account: false, statements: [], next: 0, more: false })
  })

  it('answers as a stranger where the device knows of more than there is, so that it sends everything again', async () => {
    const learner = 'b'.repeat(32)
    await post({ statements: [read(), read()] }, { cookie: cookieOf(learner) })
    expect((await (await get(2, cookieOf(learner))).json()).value).toMatchObject({ actor: expect.any(String), next: 2 })
    expect((await (await get(3, cookieOf(learner))).json()).value).toMatchObject({ actor: null, next: 0 })
  })

  it('keeps the draw of a quiz to itself', async () => {
    const learner = 'c'.repeat(32)
    const started = statement({ verb: 'started', object: 'networking/quiz', attempt: idAt(1), result: { draw: { seed: 'secret seed' } } })
    const over = statement({ verb: 'finished', object: 'networking/scenario', attempt: idAt(2), result: { draw: { ending: 'sc3-sad' } } })
    const db = await database()
    const options = { now: Date.now(), course: smallCourse }
    await db.transaction().execute((trx) => appendServerStatements(trx, learner, [started], options))
    await storeStatements(db, learner, [over], options)
    const { value } = await (await get(0, cookieOf(learner))).json()
    expect(value.statements).toEqual([{ ...started, result: {} }, over])
  })

  it('is well while the database takes writes, and says so when it does not', async () => {
    const well = await health()
    expect(well.status).toBe(200)
    expect(await well.json()).toEqual({
      ok: true,
      value: { version: expect.stringMatching(/^\d+\.\d+\.\d+/), database: kind, writable: true },
    })

    const db = await database()
    await db.schema.dropTable('meta').execute()
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const ill = await health()
    expect(ill.status).toBe(503)
    expect(await ill.json()).toMatchObject({ ok: false, code: 'database_not_writable', details: { database: kind, writable: false } })
    expect(said).toHaveBeenCalledOnce()
    said.mockClear()
  })
})
