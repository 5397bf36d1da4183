import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as choices } from '#app/[locale]/facilitate/cohorts/[cohort]/modules/[module]/choices.csv/route.ts'
import { GET as items } from '#app/[locale]/facilitate/cohorts/[cohort]/modules/[module]/items.csv/route.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { everybody, type Kind, makeAsker, makePlace } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const files = [
  ['items', items],
  ['choices', choices],
] as const
const facilitates = ({ role, relation }: Kind) => role === 'administrator' || relation === 'facilitator'

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('the files of a module on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-files-'))
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

  const ask = (file: typeof items, cohort: string, module: string, cookie: string | null, query = '') =>
    file(new Request(`${site}/facilitate/cohorts/${cohort}/modules/${module}/file.csv${query}`, { headers: cookie ? { cookie } : {} }), {
      params: Promise.resolve({ locale: 'en', cohort, module }),
    })

  it.each(files)('%s: go to the facilitators of the cohort and to administrators, and to nobody else', async (_, file) => {
    const db = await database()
    const place = await makePlace(db)
    for (const person of everybody) {
      const { cookie, user } = await makeAsker(db, person, place, secret)
      const response = await ask(file, place.cohort, 'networking', cookie)
      const expected = facilitates(person) ? 200 : user === null ? 401 : 404
      expect([person.title, response.status]).toEqual([person.title, expected])
      if (expected === 200) expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    }
  })

  it.each(files)('%s: are not there for a module that is not assigned, or that the course has not', async (_, file) => {
    const db = await database()
    const place = await makePlace(db)
    const { cookie } = await makeAsker(db, everybody.find(facilitates)!, place, secret)
    for (const module of ['active-listening', 'nothing']) expect((await ask(file, place.cohort, module, cookie)).status).toBe(404)
  })

  it.each(files)('%s: come with a byte order mark, and without one where it is asked for', async (_, file) => {
    const db = await database()
    const place = await makePlace(db)
    const { cookie } = await makeAsker(db, everybody.find(facilitates)!, place, secret)
    const bytes = async (query: string) => [
      ...new Uint8Array(await (await ask(file, place.cohort, 'networking', cookie, query)).arrayBuffer()),
    ]
    const [marked, plain] = [await bytes(''), await bytes('?bom=0')]
    expect(marked.slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(marked.slice(3)).toEqual(plain)
  })
})
