import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getStatements, POST as postStatements } from '#app/api/statements/route.ts'
import { mostOfOne } from '#lib/account/private-copy-store.ts'
import { signLearner } from '#lib/account/session.ts'
import { signToken } from '#lib/account/session-cookie.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { smallCourse, statement } from '#lib/testing/small-course.ts'
import { GET as getCopy, PUT as putCopy } from './copy/route.ts'
import { DELETE, GET, PUT } from './route.ts'

vi.mock('#app/api/course-record.ts', () => ({ courseRecord: async () => smallCourse }))

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const ana = `cg_session=${signToken('token-of-ana', secret)}`
const bo = `cg_session=${signToken('token-of-bo', secret)}`

type Route = (request: Request) => Promise<Response>
async function ask(route: Route, cookie: string | null, method: string, path: string, body?: unknown) {
  const init = { method, headers: cookie ? { cookie } : {}, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await route(new Request(`${site}/api/${path}`, init))
  return { status: response.status, ...(await response.json()) }
}
const list = (cookie: string | null) => ask(GET, cookie, 'GET', 'private')
const on = (cookie: string) => ask(PUT, cookie, 'PUT', 'private', { keep: true })
const write = (cookie: string | null, body: unknown) => ask(putCopy, cookie, 'PUT', 'private/copy', body)
const read = (cookie: string, key: string) => ask(getCopy, cookie, 'GET', `private/copy?key=${encodeURIComponent(key)}`)
const off = (cookie: string) => ask(DELETE, cookie, 'DELETE', 'private')

async function account(id: string, token: string) {
  const db = await database()
  const now = new Date().toISOString()
  await db
    .insertInto('auth_user')
    .values({ id, name: id, email: `${id}@example.org`, emailVerified: 0, createdAt: now, updatedAt: now, role: 'learner' })
    .execute()
  await db
    .insertInto('auth_session')
    .values({
      id: `session-${id}`,
      token,
      userId: id,
      expiresAt: new Date(Date.now() + 1e9).toISOString(),
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('private copies on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-private-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    await account('ana', 'token-of-ana')
    await account('bo', 'token-of-bo')
  })
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('are for those with an account, and kept for nobody who has not chosen so', async () => {
    expect(await list(null)).toMatchObject({ status: 401, code: 'sign_in_first' })
    const guest = `cg_guest=${signLearner('c'.repeat(32), secret)}`
    expect(await write(guest, { key: 'bookmarks', value: [], over: 0 })).toMatchObject({ status: 401, code: 'sign_in_first' })
    expect(await list(ana)).toMatchObject({ ok: true, value: { since: null, copies: [] } })
    expect(await write(ana, { key: 'bookmarks', value: [], over: 0 })).toMatchObject({ status: 409, code: 'copies_off' })
  })

  it('come back as they were given, to their owner only', async () => {
    expect((await on(ana)).value.since).toEqual(expect.any(Number))
    await on(bo)
    const value = [{ id: '1', text: '<b>Ωμέγα</b> \u0000?' }]
    expect(await write(ana, { key: 'toolkit/commitments', value, over: 0 })).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await read(ana, 'toolkit/commitments')).toMatchObject({ value: { value, version: 1 } })
    expect(await read(bo, 'toolkit/commitments')).toMatchObject({ status: 404 })
    expect((await list(bo)).value.copies).toEqual([])
    expect((await list(ana)).value.copies).toMatchObject([{ key: 'toolkit/commitments', version: 1 }])
  })

  it('are replaced only by who has seen what they replace', async () => {
    const key = 'notes/networking/lessons/hello'
    await write(ana, { key, value: { text: 'one' }, over: 0 })
    const both = await Promise.all(['two', 'three'].map((text) => write(ana, { key, value: { text }, over: 1 })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ status: 409, code: 'newer_copy' })
    expect(await write(ana, { key, value: { text: 'four' }, over: 0 })).toMatchObject({ code: 'newer_copy' })
    expect(await read(ana, key)).toMatchObject({ value: { version: 2 } })
  })

  it.each([
    { key: 'networking/lessons/hello#own', value: 'x', over: 0 },
    { key: 'toolkit/anything', value: 'x', over: 0 },
    { key: '', value: 'x', over: 0 },
    { key: 'notes/../x', value: 'x', over: 0 },
    { key: 'bookmarks', over: 0 },
    { key: 'bookmarks', value: [], over: -1 },
    { key: 'bookmarks', value: [], over: 'all' },
    ['bookmarks'],
    null,
  ])('does not take %j', async (body) => {
    expect(await write(ana, body)).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('have room, but not without end', async () => {
    expect(await write(ana, { key: 'bookmarks', value: 'x'.repeat(mostOfOne), over: 0 })).toMatchObject({
      status: 413,
      code: 'copies_full',
    })
  })

  it('are gone when they are switched off, and do not come back by themselves', async () => {
    const before = (await list(ana)).value.since
    expect(await off(ana)).toMatchObject({ ok: true, value: { since: null } })
    const learner = await (await database())
      .selectFrom('account_learner')
      .select('learner_id')
      .where('user_id', '=', 'ana')
      .executeTakeFirstOrThrow()
    const rows = await (await database()).selectFrom('private_copy').selectAll().where('learner_id', '=', learner.learner_id).execute()
    expect(rows).toEqual([])
    expect(await write(ana, { key: 'toolkit/commitments', value: [], over: 1 })).toMatchObject({ code: 'copies_off' })
    await new Promise((resolve) => setTimeout(resolve, 2))
    expect((await on(ana)).value.since).toBeGreaterThan(before)
    expect((await list(ana)).value.copies).toEqual([])
    expect((await list(bo)).value.since).toEqual(expect.any(Number))
  })

  it('and statements: what is one account’s is not stored for another, and not for a guest', async () => {
    const one = statement({ verb: 'experienced', object: 'networking/lessons/hello' })
    const send = (cookie: string | null, body: unknown) => ask(postStatements, cookie, 'POST', 'statements', body)
    const first = await send(ana, { statements: [one] })
    expect(first.value).toMatchObject({ account: true, results: [{ ok: true }] })
    const from = first.value.actor
    const late = { ...statement({ verb: 'experienced', object: 'networking/lessons/hello' }) }
    for (const cookie of [bo, null, `cg_guest=${signLearner('d'.repeat(32), secret)}`])
      expect(await send(cookie, { statements: [late], from })).toMatchObject({ status: 409, code: 'other_learner' })
    expect(await send(ana, { statements: [late], from })).toMatchObject({ value: { actor: from, results: [{ outcome: 'stored' }] } })
    // a database put back from an older copy asks for everything again, but only from the account itself
    const ahead = (cookie: string | null) => ask(getStatements, cookie, 'GET', 'statements?since=99')
    expect((await ahead(ana)).value).toMatchObject({ actor: from, account: true, again: true, next: 0 })
    expect((await ahead(null)).value).toEqual({ actor: null, account: false, statements: [], next: 0, more: false })
  })
})
