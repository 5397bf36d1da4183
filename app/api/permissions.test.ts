/**
 * Knocks at every method of every route, and at every page, as everybody, on both databases, and compares what happens with the
 * permission table. Who may not is told the same as where there is nothing, and nothing changes.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Action, may } from '#lib/cohort/permissions.ts'
import { heldBySomebody, type Method, methods, pagePermissions, routePermissions } from '#lib/cohort/route-permissions.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { type Asker, accountRow, everybody, type Kind, makeAsker, makePlace, nowhere, type Place } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { type Sample, sampleRequests } from './sample-requests.ts'

const page = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => page.headers, cookies: async () => ({ get: () => undefined }) }))

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const root = process.cwd()
// folders that begin with a dot are found by name only
const filesOf = (name: string) => globSync([`app/**/${name}`, `app/.well-known/**/${name}`], { cwd: root }).sort()
const addressOf = (file: string) =>
  file
    .replace(/^app/, '')
    .replace(/^\/\[locale\]/, '')
    .replace(/\/(route|page)\.tsx?$/, '') || '/'

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
const routes = Object.fromEntries(filesOf('route.ts').map((file) => [addressOf(file), file]))
const pages = Object.fromEntries(filesOf('page.tsx').map((file) => [addressOf(file), file]))
const rows = Object.entries(routePermissions).flatMap(([address, row]) =>
  Object.entries(row).map(([method, action]) => ({ address, method: method as Method, action: action as Action })),
)
const load = (file: string): Promise<Record<string, unknown>> => import(join(root, file))

describe('the permission table', () => {
  it('has a row for every method of every route, and none for others', async () => {
    const there = []
    for (const [address, file] of Object.entries(routes)) {
      const exported = await load(file)
      for (const method of methods) if (method in exported) there.push(`${method} ${address}`)
    }
    expect(rows.map(({ method, address }) => `${method} ${address}`).sort()).toEqual(there.sort())
  })
  it('has a row for every page, and none for others', () => {
    expect(Object.keys(pagePermissions).sort()).toEqual(Object.keys(pages).sort())
  })
  it('calls no page everybody’s that looks at who is asking', () => {
    const looks = Object.entries(pages).filter(([, file]) => /guard|whoAsks|headers\(|cookies\(/.test(readFileSync(file, 'utf8')))
    expect(looks.filter(([address]) => pagePermissions[address] === 'public.read')).toEqual([])
  })
  it('is the only door to a change: there are no server actions besides the routes', () => {
    const files = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
    expect(files.filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('what everybody may on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-permissions-'))
  let db: Kysely<Database>
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    db = await database()
    // the site has an administrator besides the one who asks
    await db.insertInto('auth_user').values(accountRow('somebody', 'administrator')).execute()
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  // a row of something that is not there has failed above
  describe.each(rows.filter(({ address }) => address in routes))('$method $address', ({ method, address, action }) => {
    const sample: Sample = sampleRequests[`${method} ${address}`] ?? {}
    const ask = async (asker: Asker, place: Place, given: { params?: Record<string, string>; headers?: Record<string, string> } = {}) => {
      const exported = await load(routes[address]!)
      const params = given.params ?? { locale: 'en', module: 'networking', ...place, user: place.guide, ...sample.params?.(place) }
      const query = new URLSearchParams(sample.query?.(place)).toString()
      const body = await sample.body?.(place, given.params ?? {})
      const ending = new AbortController()
      const request = new Request(`${site}${address.replace(/\[.*/, '')}?${query}`, {
        method,
        headers: { ...(asker.cookie ? { cookie: asker.cookie } : {}), ...given.headers },
        signal: ending.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const response = await (exported[method] as Handler)(request, { params: Promise.resolve(params) })
      const streams = response.headers.get('content-type')?.startsWith('text/event-stream')
      const text = streams ? '' : await response.text()
      ending.abort()
      return { status: response.status, headers: [...response.headers].sort(), text, code: codeOf(text) }
    }

    const another = (place: Place) => makeAsker(db, everybody[3]!, place, secret)

    it('lets in who may, and tells nobody else more than that', async () => {
      const told: unknown[] = []
      const expected: unknown[] = []
      // who only reads leaves the place as it is
      const still = method === 'GET' ? await makePlace(db) : null
      for (const person of everybody) {
        const place = still ?? (await makePlace(db))
        const asker = await makeAsker(db, person, place, secret, sample.joins && facilitates(person))
        await sample.before?.(asker, place)
        // who has nothing asks for what is somebody else's
        const holder = asker.learner === null || (address.includes('[session]') && asker.session === null) ? await another(place) : asker
        const own = await sample.own?.(holder)
        const before = await stateOf(db, place)
        const answered = await ask(asker, place, own && { params: own })
        told.push([person.title, lets(sample, answered) ? 'comes in' : (answered.code ?? answered.status)])
        if (may(action, person)) expected.push([person.title, holder === asker || !own ? 'comes in' : sample.foreign])
        else {
          expected.push([person.title, refusalFor(person)])
          // an address of nothing at all is refused in the very same words, and nothing has moved
          expect(answered).toEqual(await ask(asker, nowhere(), own && { params: own }))
          expect(await stateOf(db, place)).toEqual(before)
        }
      }
      expect(told).toEqual(expected)
    })

    if (method !== 'GET' && address !== '/api/[...unknown]' && !sample.fromAnywhere)
      it('takes nothing that a page of another site sends', async () => {
        const person = everybody.findLast((one) => may(action, one))!
        const place = await makePlace(db)
        const asker = await makeAsker(db, person, place, secret, sample.joins && facilitates(person))
        const params = await sample.own?.(asker)
        const before = await stateOf(db, place)
        expect((await ask(asker, place, { ...(params && { params }), headers: { 'sec-fetch-site': 'cross-site' } })).code).toBe(
          'cross_site',
        )
        expect(await stateOf(db, place)).toEqual(before)
      })

    if (/\[cohort\].*\[(?!module)/.test(address))
      it('finds in a cohort only what is of this cohort', async () => {
        const [here, there] = [await makePlace(db), await makePlace(db)]
        for (const person of everybody.filter(facilitates)) {
          const asker = await makeAsker(db, person, here, secret)
          const before = [await stateOf(db, here), await stateOf(db, there)]
          const mixed = { ...there, cohort: here.cohort }
          const answered = await ask(asker, mixed)
          expect(answered).toEqual(await ask(asker, { ...nowhere(), cohort: here.cohort }))
          expect(answered.code).toBe('not_found')
          expect([await stateOf(db, here), await stateOf(db, there)]).toEqual(before)
        }
      })

    if (heldBySomebody.includes(address))
      it('is its holder’s alone, and to everybody else as if it were not there', async () => {
        const place = await makePlace(db)
        const holder = await another(place)
        for (const person of everybody) {
          const asker = await makeAsker(db, person, place, secret)
          const params = await sample.own!(holder)
          const foreign = await ask(asker, place, { params })
          const nothing = Object.fromEntries(Object.keys(params).map((key) => [key, nothingLike(key)]))
          expect([person.title, foreign]).toEqual([person.title, await ask(asker, place, { params: nothing })])
          expect([person.title, foreign.code]).toEqual([person.title, may(action, person) ? sample.foreign : refusalFor(person)])
        }
      })
  })

  const closed = Object.entries(pagePermissions).filter(([address, action]) => address in pages && !action.startsWith('public.'))
  describe.each(closed)('the page %s', (address, action) => {
    it('is shown to who may, and to nobody else', async () => {
      const told = []
      const [place, another] = [await makePlace(db), await makePlace(db)]
      for (const person of everybody) {
        const asker = await makeAsker(db, person, place, secret)
        const opened = await openPage(address, asker, place)
        told.push([person.title, opened.ends.replace(/sign-in\?next=.*/, 'sign-in')])
        if (!may(action, person)) expect(opened).toEqual(await openPage(address, asker, nowhere()))
        // a learner of somewhere else is nobody here
        else if (address.includes('[learner]')) {
          const elsewhere = await openPage(address, asker, { ...another, cohort: place.cohort })
          expect(elsewhere.ends).toBe('NEXT_HTTP_ERROR_FALLBACK;404')
        }
      }
      const refused = ({ role }: Kind) => (role === 'guest' ? 'NEXT_REDIRECT;replace;/sign-in' : 'NEXT_HTTP_ERROR_FALLBACK;404')
      expect(told).toEqual(everybody.map((person) => [person.title, may(action, person) ? 'shows itself' : refused(person)]))
    })
  })
})

/** What a page does: shows itself, sends on, or says that there is nothing; and what it says in its head. */
async function openPage(address: string, { cookie }: Asker, place: Place): Promise<{ ends: string; head: unknown }> {
  page.headers = new Headers(cookie ? { cookie } : {})
  const exported = (await load(pages[address]!)) as { default: PageFunction; generateMetadata?: PageFunction }
  const given = () => ({
    params: Promise.resolve({ locale: 'en', module: 'networking', cohort: place.cohort, learner: place.learner }),
    searchParams: Promise.resolve({}),
  })
  const ends = async (open: PageFunction | undefined) => {
    try {
      return await open?.(given())
    } catch (error) {
      const { digest } = Object(error)
      if (typeof digest !== 'string' || !digest.startsWith('NEXT_')) throw error
      // the place to come back to is the address that was asked for, whatever it is
      return digest.replaceAll(place.cohort, 'COHORT').replaceAll(place.learner, 'LEARNER')
    }
  }
  const shown = await ends(exported.default)
  return { ends: typeof shown === 'string' ? shown : 'shows itself', head: await ends(exported.generateMetadata) }
}

/** An id of the right shape that is nobody's. */
function nothingLike(key: string): string {
  if (key === 'attempt') return '01a00000-0000-7000-8000-000000000000'
  return key === 'id' ? '0000-0000-0000-0000' : nowhere().cohort
}

type PageFunction = (given: { params: Promise<unknown>; searchParams: Promise<unknown> }) => unknown
type Answered = { status: number; text: string; code: string | null }

function codeOf(text: string): string | null {
  try {
    return Object(JSON.parse(text)).code ?? null
  } catch {
    return null
  }
}

function lets({ told }: Sample, { status, code }: Answered): boolean {
  if (typeof told === 'number') return status === told
  return told === undefined ? status >= 200 && status < 300 : code === told
}

const refusalFor = ({ role }: Kind) => (role === 'guest' ? 'sign_in_first' : 'not_found')

const facilitates = ({ role, relation }: Kind) => role === 'administrator' || relation === 'facilitator'

/** What would move if something were changed. */
async function stateOf(db: Kysely<Database>, { cohort }: Place): Promise<unknown> {
  const count = (table: 'audit' | 'cohort' | 'staff_invitation' | 'letter') =>
    db.selectFrom(table).select(({ fn }) => fn.countAll().as('n'))
  const counts = db.selectNoFrom([
    count('audit').as('audit'),
    count('cohort').as('cohort'),
    count('staff_invitation').as('staff_invitation'),
    count('letter').as('letter'),
  ])
  return [
    await db.selectFrom('cohort').selectAll().where('id', '=', cohort).execute(),
    await db.selectFrom('cohort_member').selectAll().where('cohort_id', '=', cohort).orderBy('learner_id').execute(),
    await counts.execute(),
  ]
}
