import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET } from '#app/api/cohorts/[cohort]/certificates/route.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { achievementOf } from '#lib/credential/achievement-of.ts'
import { makeCertificateId } from '#lib/credential/certificate-id.ts'
import type { Visibility } from '#lib/credential/schema.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { everybody, makeAsker, makePlace } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const module = 'networking'

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('the certificates of a cohort for its zip on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-certificates-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    await loadCourse()
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  async function given(visibility: Visibility, showsName: boolean) {
    const db = await database()
    const place = await makePlace(db, module)
    const id = makeCertificateId(randomBytes(10))
    const achievement = JSON.stringify(achievementOf(await loadCourse(), module))
    const said = { id, module, name: 'Олена Коваль', version: 1, template: 'module', achievement, issued_at: someDay, updated_at: someDay }
    await db
      .insertInto('certificate')
      .values({ ...said, actor: place.learner, visibility, shows_name: Number(showsName) })
      .execute()
    const { cookie } = await makeAsker(db, everybody.find(({ relation }) => relation === 'facilitator')!, place, secret)
    const ask = async (query = '') => {
      const request = new Request(`${site}/api/cohorts/${place.cohort}/certificates${query}`, { headers: cookie ? { cookie } : {} })
      const response = await GET(request, { params: Promise.resolve({ cohort: place.cohort }) })
      return { text: await response.clone().text(), certificates: (await response.json()).value.certificates, response }
    }
    return { id, ask }
  }

  it('are given with the name on each and the address of its page, and kept by no cache', async () => {
    const { id, ask } = await given('unlisted', true)
    const { certificates, response } = await ask()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(certificates).toMatchObject([
      { id, written: 'Олена Коваль', title: 'Networking', issuedAt: someDay, state: 'valid', address: `${site}/certificates/${id}` },
    ])
    expect((await ask('?module=active-listening')).certificates).toEqual([])
    expect((await ask('?name=коваль')).certificates).toHaveLength(1)
    expect((await ask('?name=nobody')).certificates).toEqual([])
  })

  it('never hold a name that its holder does not show', async () => {
    const { ask } = await given('unlisted', false)
    const { text, certificates } = await ask()
    expect(certificates).toMatchObject([{ written: null }])
    expect(text).not.toContain('Коваль')
  })

  it('leave out those that are private, also where one looks for the name on them', async () => {
    const { id, ask } = await given('private', true)
    for (const query of ['', '?name=коваль']) {
      const { text, certificates } = await ask(query)
      expect(certificates).toEqual([])
      expect(text).not.toContain(id)
    }
  })
})
