/** Asking for a certificate and changing its name, as a browser does it: every refusal has its code and changes nothing. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { guestCookieName, signLearner } from '#lib/account/session.ts'
import { budgets } from '#lib/account/throttle.ts'
import { config } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { mostVersions } from '#lib/credential/credential-store.ts'
import { drawnFolders } from '#lib/credential/drawn-store.ts'
import * as shaping from '#lib/credential/shape-name.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { templates } from '#lib/credential/templates/registry.ts'
import { closeDatabase, database } from '#lib/db/client.ts'
import { appendServerStatements } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import { PUT } from './[id]/route.ts'
import { POST as PREVIEW } from './preview/route.ts'
import { GET, POST } from './route.ts'

vi.mock('#lib/credential/shape-name.ts', { spy: true })

const amal = 'a'.repeat(32)
const sam = '5'.repeat(32)
const noor = 'b'.repeat(32)
const cookieOf = (actor: string | null): Record<string, string> =>
  actor === null ? {} : { Cookie: `${guestCookieName}=${signLearner(actor, config().secret)}` }
const address = 'http://localhost/api/certificates'

async function read(reply: Response): Promise<{ status: number; code?: string; value?: { id: string; name: string; version: number } }> {
  return { status: reply.status, ...(await reply.json()) }
}
const post = async (actor: string | null, body: unknown, headers = {}) =>
  read(await POST(new Request(address, { method: 'POST', body: JSON.stringify(body), headers: { ...cookieOf(actor), ...headers } })))
const put = async (actor: string | null, id: string, body: unknown, headers = {}) =>
  read(
    await PUT(new Request(`${address}/${id}`, { method: 'PUT', body: JSON.stringify(body), headers: { ...cookieOf(actor), ...headers } }), {
      params: Promise.resolve({ id }),
    }),
  )
const preview = async (actor: string | null, body: unknown, headers = {}) =>
  PREVIEW(new Request(`${address}/preview`, { method: 'POST', body: JSON.stringify(body), headers: { ...cookieOf(actor), ...headers } }))
const get = async (actor: string | null, module = 'networking') =>
  read(await GET(new Request(`${address}?module=${module}`, { headers: cookieOf(actor) })))

describe('a request for a certificate', () => {
  const directory = mkdtempSync(join(tmpdir(), 'certificates-'))
  beforeAll(async () => {
    vi.stubEnv('DATA_DIR', directory)
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('BASE_URL', 'http://localhost')
    const db = await database()
    const satisfied = statement({ verb: 'satisfied', object: 'networking' })
    await db.transaction().execute((trx) => appendServerStatements(trx, amal, [satisfied], { now: someDay, course: smallCourse }))
  })
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(directory, { recursive: true, force: true })
  })

  it.each([
    ['nobody known', null, { module: 'networking', name: 'Amal' }, 409, 'not_satisfied'],
    ['a learner who has not finished', sam, { module: 'networking', name: 'Sam' }, 409, 'not_satisfied'],
    ['the holder, for a module that is not there', amal, { module: 'cooking', name: 'Amal' }, 404, 'not_found'],
    ['the holder, without a name', amal, { module: 'networking' }, 400, 'malformed'],
    ['the holder, with a number for a name', amal, { module: 'networking', name: 7 }, 400, 'malformed'],
    ['the holder, with a field too many', amal, { module: 'networking', name: 'Amal', id: 'MINE' }, 400, 'malformed'],
    ['the holder, with a list', amal, ['networking'], 400, 'malformed'],
    ['the holder, with nothing to read', amal, { module: 'networking', name: ' \u202E ' }, 400, 'name_empty'],
    ['the holder, with too long a name', amal, { module: 'networking', name: 'ab'.repeat(61) }, 400, 'name_too_long'],
    ['the holder, with digits only', amal, { module: 'networking', name: '12' }, 400, 'name_without_letters'],
    ['the holder, with letters no font has', amal, { module: 'networking', name: 'Amal 𓀀' }, 422, 'name_without_font'],
    ['the holder, with far too much', amal, { module: 'networking', name: 'A'.repeat(30_000) }, 413, 'too_large'],
  ])('from %s is refused', async (_, actor, body, status, code) => {
    expect(await post(actor, body)).toMatchObject({ status, ok: false, code, message: expect.stringMatching(/\.$/) })
    expect((await get(amal)).value).toBeNull()
  })

  it.each(['%00', '%FF', 'a%20b', '..', 'x'.repeat(101)])('about a module that nothing can be called (%s) is malformed', async (module) => {
    expect(await get(amal, module)).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('from a learner who has not finished is refused before the name costs anything', async () => {
    const looked = vi.spyOn(shaping, 'lettersWithoutFont')
    expect(await post(sam, { module: 'networking', name: '字'.repeat(120) })).toMatchObject({ status: 409, code: 'not_satisfied' })
    expect(looked).not.toHaveBeenCalled()
    looked.mockRestore()
  })

  describe('for a preview', () => {
    const told = async (actor: string | null, body: unknown, headers = {}) => (await preview(actor, body, headers)).json()
    it.each([
      ['nobody known', null, { module: 'networking', name: 'Amal' }, 'not_satisfied'],
      ['a learner who has not finished', sam, { module: 'networking', name: 'Sam' }, 'not_satisfied'],
      ['who has finished, for a module that is not there', amal, { module: 'cooking', name: 'Amal' }, 'not_found'],
      ['who has finished, with letters no font has', amal, { module: 'networking', name: 'Amal 𓀀' }, 'name_without_font'],
      ['who has finished, with a field too many', amal, { module: 'networking', name: 'Amal', id: 'MINE' }, 'malformed'],
    ])('from %s is refused', async (_, actor, body, code) => {
      expect(await told(actor, body)).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) })
    })
    it('draws nothing for strangers, and nothing for a page of another site', async () => {
      const drawn = vi.spyOn(shaping, 'shapeName')
      await told(null, { module: 'networking', name: 'Amal' })
      await told(sam, { module: 'networking', name: 'Sam' })
      expect((await told(amal, { module: 'networking', name: 'Amal' }, { 'Sec-Fetch-Site': 'cross-site' })).code).toBe('cross_site')
      expect(drawn).not.toHaveBeenCalled()
      drawn.mockRestore()
    })
    it('gives the outlines that the picture is drawn with, of the name as it would be kept, and keeps nothing', async () => {
      const { value } = await told(amal, { module: 'networking', name: '  أمل   حداد ' })
      const { paths, width, height } = await shaping.shapeName('أمل حداد', templates.module.nameBox)
      expect(value).toMatchObject({ name: 'أمل حداد', paths, width, height, direction: 'rtl' })
      expect((await get(amal)).value).toBeNull()
    })
    it('is given so many times to one learner, and no more', async () => {
      // another stretch of time than that of the tests before
      vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2100, 0, 1) })
      const codes = []
      for (let n = 0; n <= budgets.namePreviews.most; n++) codes.push((await told(amal, { module: 'networking', name: 'A' })).code)
      vi.useRealTimers()
      expect(codes.filter((code) => code === 'wait_a_little')).toHaveLength(1)
      expect(codes.at(-1)).toBe('wait_a_little')
    })
  })

  it('from a page of another site is refused', async () => {
    const foreign = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await post(amal, { module: 'networking', name: 'Amal' }, foreign)).code).toBe('cross_site')
    expect((await get(amal)).value).toBeNull()
  })

  it('for the course is refused while a module of it is missing', async () => {
    const { course } = await loadCourse()
    const refused = await post(amal, { module: course.id, name: 'Amal' })
    expect([404, 409]).toContain(refused.status)
    expect((await get(amal, course.id)).value).toBeNull()
  })

  it('is met once; a second one gets the same certificate, and only its holder may change the name', async () => {
    const first = await post(amal, { module: 'networking', name: '  Amal   Haddad ' })
    expect(first).toMatchObject({ status: 201, ok: true, value: { name: 'Amal Haddad' } })
    const { id } = first.value!
    expect(await post(amal, { module: 'networking', name: 'Somebody' })).toMatchObject({ status: 200, value: { id, name: 'Amal Haddad' } })
    expect(await get(amal)).toMatchObject({ value: { id, name: 'Amal Haddad' } })
    expect((await get(sam)).value).toBeNull()
    expect((await get(null)).value).toBeNull()
    expect((await get(amal, '')).code).toBe('malformed')

    for (const actor of [sam, null]) {
      expect(await put(actor, id, { name: 'Thief' })).toMatchObject({ status: 404, code: 'certificate_not_found' })
    }
    expect(await put(amal, '0000-0000-0000-0000', { name: 'Amal' })).toMatchObject({ status: 404, code: 'certificate_not_found' })
    expect((await put(amal, id, { name: '' })).code).toBe('name_empty')
    expect((await put(amal, id, {})).code).toBe('malformed')
    expect((await put(amal, id, { name: 'Amal' }, { 'Sec-Fetch-Site': 'cross-site' })).code).toBe('cross_site')
    expect((await get(amal)).value?.name).toBe('Amal Haddad')

    expect(await put(amal, id, { name: 'أمل حداد' })).toMatchObject({ status: 200, value: { id, name: 'أمل حداد', version: 2 } })
    expect((await get(amal)).value?.name).toBe('أمل حداد')

    const kept = async () => findCertificate(await database(), id)
    expect(await put(amal, id, { showsName: false })).toMatchObject({
      status: 200,
      value: { name: 'أمل حداد', showsName: false, version: 3 },
    })
    expect(await put(amal, id, { visibility: 'private' })).toMatchObject({ status: 200, value: { visibility: 'private', version: 3 } })
    expect(await put(sam, id, { visibility: 'public' })).toMatchObject({ status: 404, code: 'certificate_not_found' })
    expect((await put(amal, id, { visibility: 'secret' })).code).toBe('malformed')
    // a name that is refused leaves everything as it was
    expect((await put(amal, id, { name: '12', showsName: true, visibility: 'public' })).code).toBe('name_without_letters')
    expect(await kept()).toMatchObject({ name: 'أمل حداد', showsName: false, visibility: 'private', version: 3 })
  })

  it('has so many names in an hour, and what is refused then changes nothing; who may see the page can be said all the same', async () => {
    const db = await database()
    const dina = 'd'.repeat(32)
    const satisfied = statement({ verb: 'satisfied', object: 'networking', id: uuid7(someDay, randomBytes(10)) })
    await db.transaction().execute((trx) => appendServerStatements(trx, dina, [satisfied], { now: someDay, course: smallCourse }))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2100, 0, 2) })
    const { id } = (await post(dina, { module: 'networking', name: 'Dina' })).value!
    const looked = vi.spyOn(shaping, 'lettersWithoutFont')
    // to ask for it again is to have a name looked at again
    expect((await post(dina, { module: 'networking', name: 'Dina' })).status).toBe(200)
    for (let n = 2; n < budgets.nameChanges.most; n++) expect((await put(dina, id, { name: 'Dina' })).status).toBe(200)
    const before = looked.mock.calls.length
    const told = await put(dina, id, { name: 'Dina Aziz', visibility: 'public' })
    expect(told).toMatchObject({ status: 429, code: 'wait_a_little', message: expect.stringMatching(/\.$/) })
    expect((await put(dina, id, { showsName: false })).code).toBe('wait_a_little')
    expect((await post(dina, { module: 'networking', name: 'Dina' })).code).toBe('wait_a_little')
    expect(looked.mock.calls.length).toBe(before)
    expect(await findCertificate(db, id)).toMatchObject({ name: 'Dina', showsName: true, visibility: 'unlisted', version: 1 })
    expect(await put(dina, id, { visibility: 'private' })).toMatchObject({ status: 200, value: { visibility: 'private' } })
    // somebody else's certificate costs nothing of one's own, and one's own nothing of theirs
    expect((await put(sam, id, { name: 'Sam' })).code).toBe('certificate_not_found')
    vi.setSystemTime(Date.UTC(2100, 0, 2, 1))
    expect(await put(dina, id, { name: 'Dina Aziz' })).toMatchObject({ status: 200, value: { name: 'Dina Aziz', version: 2 } })
    await db.updateTable('certificate').set({ version: mostVersions }).where('id', '=', id).execute()
    const last = await put(dina, id, { name: 'Somebody', visibility: 'public' })
    expect(last).toMatchObject({ status: 409, code: 'changes_used_up', message: expect.stringContaining('99 times') })
    expect(await findCertificate(db, id)).toMatchObject({ name: 'Dina Aziz', visibility: 'private' })
    vi.useRealTimers()
    looked.mockRestore()
  })

  it('can be for one that shows no name', async () => {
    const db = await database()
    const satisfied = statement({ verb: 'satisfied', object: 'networking', id: uuid7(someDay, randomBytes(10)) })
    await db.transaction().execute((trx) => appendServerStatements(trx, noor, [satisfied], { now: someDay, course: smallCourse }))
    const { value } = await post(noor, { module: 'networking', name: 'Noor', showsName: false })
    expect(await findCertificate(db, value!.id)).toMatchObject({ name: 'Noor', showsName: false })
  })

  it('leaves nothing on the disk that was drawn with another name, once that is corrected or hidden', async () => {
    const { id } = (await get(noor)).value!
    const { version } = (await findCertificate(await database(), id))!
    const others = '7K3D-90QF-XM2A-BT5Z-1-module-3-abc.png'
    for (const folder of drawnFolders) mkdirSync(join(directory, folder), { recursive: true })
    const left = () => drawnFolders.map((folder) => readdirSync(join(directory, folder)).sort())
    const draw = () => {
      for (const name of [`${id}-${version}-module-3-abc.png`, others]) writeFileSync(join(directory, 'images', name), '')
      writeFileSync(join(directory, 'documents', `${id}-a4-${version}-1-abc.pdf`), '')
    }
    for (const change of [{ name: 'Noor H' }, { showsName: true }, { showsName: false }]) {
      draw()
      const drawn = left()
      // the same again, and who may see it, change no picture
      for (const same of [{ visibility: 'private' }, { name: (await get(noor)).value!.name }]) {
        expect((await put(noor, id, same)).status).toBe(200)
        expect(left()).toEqual(drawn)
      }
      expect((await put(noor, id, change)).status).toBe(200)
      expect(left()).toEqual([[others], []])
    }
  })
})
