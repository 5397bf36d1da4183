import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as leave } from '#app/api/cohorts/[cohort]/leave/route.ts'
import { POST as joinIn } from '#app/api/join/route.ts'
import { POST as show, GET as showings, DELETE as takeBack } from '#app/api/reflections/route.ts'
import { POST as storing } from '#app/api/statements/route.ts'
import { longestReflection } from '#lib/cohort/reflection-store.ts'
import { makeCertificateId } from '#lib/credential/certificate-id.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { type Asker, type Kind, makeAsker, makePlace, nowhere, type Place } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { statement } from '#lib/testing/small-course.ts'
import { GET as assignments } from './assignments/route.ts'
import { POST as erase } from './erase/route.ts'
import { GET as download } from './export/route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const guest: Kind = { title: 'a guest', role: 'guest', relation: 'none' }
const learner: Kind = { title: 'a learner', role: 'learner', relation: 'none' }
const reflection = 'networking/reflection'

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>
type Given = { params?: object; query?: string; body?: unknown; headers?: Record<string, string> }

/** Calls a route as somebody. @returns status, cookies that are set, by name, and what the body says */
async function call(handler: unknown, method: string, cookie: string | null, { params = {}, query = '', body, headers }: Given = {}) {
  const request = new Request(`${site}/api?${query}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await (handler as Handler)(request, { params: Promise.resolve(params as never) })
  const cookies = Object.fromEntries(
    response.headers.getSetCookie().map((one) => [one.split('=')[0]!, { value: one.split(/[=;]/)[1]!, ends: /Max-Age=0/.test(one) }]),
  )
  return { status: response.status, headers: response.headers, cookies, ...(await response.json()) }
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('one’s own record on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-me-'))
  let db: Kysely<Database>
  let place: Place
  beforeAll(async () => {
    const where = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in where ? where.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    db = await database()
    place = await makePlace(db)
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  const somebody = (one: Kind, joins = false): Promise<Asker> => makeAsker(db, one, joins ? place : nowhere(), secret, joins)
  const shown = (one: Asker) => db.selectFrom('shared_reflection').selectAll().where('learner_id', '=', one.learner!).execute()

  it('says what is asked, and hints at it to the first page as long as somebody is in a cohort', async () => {
    const one = await somebody(guest)
    expect((await call(assignments, 'GET', one.cookie)).cookies['cg_cohort']).toEqual({ value: '', ends: true })
    expect((await call(joinIn, 'POST', one.cookie, { body: { code: place.code, name: 'Amal' } })).value.how).toBe('new')
    const told = await call(assignments, 'GET', one.cookie)
    expect(told.cookies['cg_cohort']).toEqual({ value: '1', ends: false })
    expect(told.value.cohorts).toMatchObject([{ id: place.cohort }])
    expect(told.value.assignments).toMatchObject([{ id: place.assignment, module: 'networking', state: 'not-started' }])
    expect(told.value).not.toHaveProperty('messages')
    const { messages } = (await call(assignments, 'GET', one.cookie, { query: 'words=1' })).value
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(['dueTitle', 'state-not-started', 'wasDueEndOfDayThereOther']))
    expect(Object.keys(messages).filter((key) => /^(erase|share|stored)/.test(key))).toEqual([])

    expect((await call(leave, 'POST', one.cookie, { params: { cohort: place.cohort } })).status).toBe(200)
    const after = await call(assignments, 'GET', one.cookie)
    expect([after.value, after.cookies['cg_cohort']]).toEqual([
      { cohorts: [], assignments: [] },
      { value: '', ends: true },
    ])
    expect((await call(leave, 'POST', one.cookie, { params: { cohort: place.cohort } })).status).toBe(401)
  })

  it('shows a reflection only to a cohort one is in, word for word, until it is taken back', async () => {
    const one = await somebody(learner, true)
    const other = await somebody(learner)
    const body = { cohort: place.cohort, object: reflection, words: '  <b>I spoke</b> first.\nלמדתי  ' }
    expect([(await call(show, 'POST', other.cookie, { body })).status, (await call(show, 'POST', null, { body })).status]).toEqual([
      404, 401,
    ])
    const before = await call(showings, 'GET', one.cookie, { query: `object=${reflection}` })
    expect(before.value.showings).toMatchObject([{ cohort: place.cohort, sharedAt: null, words: null }])
    expect(Object.keys(before.value.messages).every((key) => key.startsWith('share'))).toBe(true)
    expect((await call(showings, 'GET', other.cookie, { query: `object=${reflection}` })).value).toEqual({ showings: [], messages: {} })

    expect((await call(show, 'POST', one.cookie, { body })).status).toBe(200)
    expect(await shown(one)).toMatchObject([{ object: reflection, words: '<b>I spoke</b> first.\nלמדתי' }])
    expect((await call(show, 'POST', one.cookie, { body: { ...body, words: 'Again.' } })).status).toBe(200)
    const now = (await call(showings, 'GET', one.cookie, { query: `object=${reflection}` })).value.showings
    expect(now).toMatchObject([{ words: 'Again.', sharedAt: expect.any(Number) }])

    const away = { body: { cohort: place.cohort, object: reflection } }
    expect((await call(takeBack, 'DELETE', other.cookie, away)).status).toBe(200)
    expect(await shown(one)).toHaveLength(1)
    for (let twice = 0; twice < 2; twice++) expect((await call(takeBack, 'DELETE', one.cookie, away)).status).toBe(200)
    expect(await shown(one)).toEqual([])
  })

  it.each([
    ['no words', { words: '  ' }, 'malformed'],
    ['too many words', { words: 'x'.repeat(longestReflection + 1) }, 'malformed'],
    ['what is no activity', { object: 'networking/quiz' }, 'unknown_object'],
    ['what there is not', { object: 'networking/nothing' }, 'unknown_object'],
    ['more than was asked', { to: 'everybody' }, 'malformed'],
  ])('shows nothing with %s', async (_name, wrong, code) => {
    const one = await somebody(guest, true)
    const body = { cohort: place.cohort, object: reflection, words: 'Words.', ...wrong }
    expect((await call(show, 'POST', one.cookie, { body })).code).toBe(code)
    expect(await shown(one)).toEqual([])
  })

  it('takes back what was shown when somebody leaves', async () => {
    const one = await somebody(guest, true)
    await call(show, 'POST', one.cookie, { body: { cohort: place.cohort, object: reflection, words: 'Words.' } })
    await call(leave, 'POST', one.cookie, { params: { cohort: place.cohort } })
    expect(await shown(one)).toEqual([])
  })

  it('comes as one file that nobody keeps on the way', async () => {
    const one = await somebody(learner, true)
    const file = await call(download, 'GET', one.cookie)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="my-record-\d{4}-\d\d-\d\d\.json"$/)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(file).toMatchObject({ version: 1, learner: { id: one.learner }, account: { id: one.user }, cohorts: [{ id: place.cohort }] })
    const stranger = await call(download, 'GET', null)
    expect(stranger).toMatchObject({ status: 200, learner: null, account: null, statements: [] })
  })

  it('is erased at once for a guest who types the word, and this browser is nobody again', async () => {
    const one = await somebody(guest, true)
    for (const body of [{}, { word: 'delete' }, { password: 'erase' }])
      expect((await call(erase, 'POST', one.cookie, { body })).code).toBe('erase_word_wrong')
    expect((await call(erase, 'POST', one.cookie, { body: { word: 'erase', all: true } })).code).toBe('malformed')
    const foreign = { body: { word: 'erase' }, headers: { 'sec-fetch-site': 'cross-site' } }
    expect((await call(erase, 'POST', one.cookie, foreign)).code).toBe('cross_site')
    expect(await db.selectFrom('learner').select('id').where('id', '=', one.learner!).execute()).toHaveLength(1)
    // a certificate, and its picture as it was drawn for somebody, beside one of another
    const id = makeCertificateId(randomBytes(10))
    const row = { id, actor: one.learner!, module: 'networking', name: 'Amal', version: 1, template: 'module', achievement: '{}' }
    await db
      .insertInto('certificate')
      .values({ ...row, issued_at: 1, updated_at: 1 })
      .execute()
    const drawn = join(process.env['DATA_DIR']!, 'images')
    mkdirSync(drawn, { recursive: true })
    for (const number of [id, makeCertificateId(randomBytes(10))]) writeFileSync(join(drawn, `${number}-1-module-3-abc.png`), 'Amal')
    const files = readdirSync(drawn)
    const erased = await call(erase, 'POST', one.cookie, { body: { word: ' Erase ' } })
    expect([erased.status, erased.value]).toEqual([200, { statements: 0, certificates: 1, cohorts: [place.cohort] }])
    expect(readdirSync(drawn)).toEqual(files.filter((file) => !file.startsWith(id)))
    for (const name of ['cg_guest', 'cg_session', 'cg_cohort', 'cg_known']) expect(erased.cookies[name]).toEqual({ value: '', ends: true })
    expect(await db.selectFrom('learner').select('id').where('id', '=', one.learner!).execute()).toEqual([])
    expect((await call(assignments, 'GET', one.cookie)).value).toEqual({ cohorts: [], assignments: [] })
    // what another tab had under way does not bring them back, and takes the cookie away where an answer had renewed it
    const late = statement({ verb: 'experienced', object: 'networking/lessons/keep-and-ask' })
    for (const [route, body] of [
      [storing, { statements: [late] }],
      [joinIn, { code: place.code, name: 'Amal' }],
    ] as const) {
      const refused = await call(route, 'POST', one.cookie, { body })
      expect([refused.status, refused.code, refused.cookies['cg_guest']]).toEqual([409, 'other_learner', { value: '', ends: true }])
    }
    expect(await db.selectFrom('learner').select('id').where('id', '=', one.learner!).execute()).toEqual([])
  })

  it('is erased for an account with a password by that password alone, and all its sessions with it', async () => {
    const one = await somebody(learner, true)
    const stamp = new Date().toISOString()
    await db
      .insertInto('auth_account')
      .values({
        id: `account-${one.user}`,
        accountId: one.user!,
        providerId: 'credential',
        userId: one.user!,
        password: await hashPassword('seven herons in a row'),
        createdAt: stamp,
        updatedAt: stamp,
      } as never)
      .execute()
    for (const body of [{ word: 'erase' }, { password: '' }, { password: 'seven herons' }])
      expect((await call(erase, 'POST', one.cookie, { body })).code).toBe('own_password_wrong')
    expect((await call(erase, 'POST', one.cookie, { body: { password: 'seven herons in a row' } })).status).toBe(200)
    for (const [table, column, id] of [
      ['auth_user', 'id', one.user],
      ['auth_session', 'userId', one.user],
      ['learner', 'id', one.learner],
      ['cohort_member', 'learner_id', one.learner],
    ] as const)
      expect(
        await db
          .selectFrom(table)
          .selectAll()
          .where(column as never, '=', id as never)
          .execute(),
      ).toEqual([])
    expect((await call(show, 'POST', one.cookie, { body: { cohort: place.cohort, object: reflection, words: 'x' } })).status).toBe(401)
  }, 30_000)

  it('keeps an account from being erased by whoever tries passwords at an open screen', async () => {
    const one = await somebody(learner)
    await db
      .insertInto('auth_account')
      .values({
        id: `account-${one.user}`,
        accountId: one.user!,
        providerId: 'credential',
        userId: one.user!,
        password: await hashPassword('seven herons in a row'),
        createdAt: new Date().toISOString(),
        updatedAt: new Date().toISOString(),
      } as never)
      .execute()
    // however long the passwords take to check, no time goes by
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const codes: string[] = []
    for (let tries = 0; tries < 12; tries++) codes.push((await call(erase, 'POST', one.cookie, { body: { password: `no ${tries}` } })).code)
    expect(codes.at(0)).toBe('own_password_wrong')
    expect(codes.at(-1)).toBe('wait_a_little')
    expect((await call(erase, 'POST', one.cookie, { body: { password: 'seven herons in a row' } })).code).toBe('wait_a_little')
    vi.useRealTimers()
  }, 30_000)
})
