import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as joinIn, GET as lookAtDoor } from '#app/api/join/route.ts'
import { GET as ownAssignments } from '#app/api/me/assignments/route.ts'
import { POST as finish } from '#app/api/quiz/attempts/[attempt]/finish/route.ts'
import { POST as respond } from '#app/api/quiz/attempts/[attempt]/responses/route.ts'
import { POST as start } from '#app/api/quiz/attempts/route.ts'
import { budgets } from '#lib/account/throttle.ts'
import { spend, throttleKey } from '#lib/account/throttle-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import type { AttemptView } from '#lib/quiz/attempt-view.ts'
import { isDrawable } from '#lib/quiz/interactions/registry.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { type Asker, type Kind, makeAsker, nowhere } from '#lib/testing/cohort-people.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { inOneStretch } from '#lib/testing/one-stretch.ts'
import { anyResponse, keyOf } from '#lib/testing/quiz-items.ts'
import { PUT as changeAssignment } from './[cohort]/assignments/[assignment]/route.ts'
import { POST as assign, GET as assignments } from './[cohort]/assignments/route.ts'
import { GET as invitations, POST as invite } from './[cohort]/invitations/route.ts'
import { PUT as edit } from './[cohort]/route.ts'
import { POST as create } from './route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const facilitator: Kind = { title: 'a facilitator', role: 'facilitator', relation: 'none' }
const learner: Kind = { title: 'a learner', role: 'learner', relation: 'none' }

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

/** Calls a route as somebody, with a body where there is one. @returns status, the cookie that is set, and what the body says */
async function call(
  handler: unknown,
  method: string,
  cookie: string | null,
  given: { params?: object; query?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const request = new Request(`${site}/api?${given.query ?? ''}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...given.headers },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  })
  const response = await (handler as Handler)(request, { params: Promise.resolve((given.params ?? {}) as never) })
  const cookies = response.headers.get('set-cookie')
  return { status: response.status, ...(await response.json()), cookie: cookies?.split(';')[0] ?? null }
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('cohorts on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-cohorts-'))
  let db: Kysely<Database>
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
    db = await database()
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  const somebody = (one: Kind): Promise<Asker> => makeAsker(db, one, nowhere(), secret)
  /** A facilitator with a new cohort. */
  async function settled() {
    const { cookie } = await somebody(facilitator)
    const made = await call(create, 'POST', cookie, { body: { name: 'Autumn', timeZone: 'Asia/Dhaka' } })
    const { id, code } = made.value
    return { cookie, id, code, params: { cohort: id } }
  }

  it('are made in one step and say which field is not in order', async () => {
    const { cookie } = await somebody(facilitator)
    const body = { name: 'Autumn', timeZone: 'Moon/Sea', startsOn: '2026-02-30', mostMembers: 0, colour: 'red' }
    const refused = await call(create, 'POST', cookie, { body })
    expect([refused.status, refused.code]).toEqual([400, 'malformed'])
    expect(refused.details).toEqual({ fields: ['startsOn', 'timeZone', 'mostMembers', ''] })
    const long = await call(create, 'POST', cookie, { body: { name: 'x'.repeat(3000), timeZone: 'Asia/Dhaka' } })
    expect([long.status, long.code]).toEqual([400, 'name_too_long'])
    const made = await call(create, 'POST', cookie, { body: { name: ' Autumn\n<b>2026</b> ', timeZone: 'Asia/Dhaka', note: 'a\r\nb' } })
    expect([made.status, made.value]).toEqual([201, expect.objectContaining({ name: 'Autumn <b>2026</b>', note: 'a\nb', codeOpen: true })])
  })

  it('take in a guest without an account, in one step; twice says so', async () => {
    const { code, cookie: guide, params } = await settled()
    const door = await call(lookAtDoor, 'GET', null, { query: `code=${code.toLowerCase()}` })
    expect(door.value).toMatchObject({ state: { ok: true, how: 'new' }, cohort: { name: 'Autumn' } })
    const joined = await call(joinIn, 'POST', null, { body: { code, name: 'Amal' } })
    expect([joined.status, joined.value.how, joined.cookie?.split('=')[0]]).toEqual([200, 'new', 'cg_guest'])
    const again = await call(joinIn, 'POST', joined.cookie, { body: { code, name: 'Amal' } })
    expect(again.value.how).toBe('already')
    expect((await call(ownAssignments, 'GET', joined.cookie)).value.cohorts).toMatchObject([{ name: 'Autumn' }])
    expect((await call(edit, 'PUT', guide, { params, body: { name: 'Autumn', timeZone: 'UTC', mostMembers: 1 } })).status).toBe(200)
    const full = await call(joinIn, 'POST', null, { body: { code, name: 'Ben' } })
    // a stranger who is refused is not made a guest
    expect([full.status, full.code, full.cookie]).toEqual([409, 'cohort_full', null])
  })

  it('take in who is signed in, on the account’s own record', async () => {
    const { code } = await settled()
    const asker = await somebody(learner)
    expect((await call(joinIn, 'POST', asker.cookie, { body: { code, name: 'Amal' } })).value.how).toBe('new')
    const member = await db.selectFrom('cohort_member').select('name').where('learner_id', '=', asker.learner).executeTakeFirst()
    expect(member).toEqual({ name: 'Amal' })
  })

  it(
    'let nobody try more codes by trying them at once, and a hundred who have the right one in',
    inOneStretch(budgets.wrongCodes, async () => {
      const { code } = await settled()
      const look = (typed: string, address: string) =>
        call(lookAtDoor, 'GET', null, { query: `code=${typed}`, headers: { 'x-forwarded-for': address } })
      const tried = await Promise.all(Array.from({ length: 80 }, () => look('ZZZZZZ', '203.0.113.20')))
      expect(tried.filter((one) => one.code === 'code_unknown').length).toBeLessThanOrEqual(60)
      for (let i = 0; i < 100; i++) expect((await look(code, '203.0.113.21')).status).toBe(200)
    }),
  )

  it(
    'take in so many from one network, and then others',
    inOneStretch(budgets.joins, async () => {
      const { code } = await settled()
      const from = (address: string) =>
        call(joinIn, 'POST', null, { body: { code, name: 'Amal' }, headers: { 'x-forwarded-for': address } })
      for (let i = 0; i < budgets.joins.most; i++) await spend(db, throttleKey('joins', '203.0.113.30'), budgets.joins, Date.now())
      const late = await from('203.0.113.30')
      expect([late.status, late.code, late.cookie]).toEqual([429, 'many_joined', null])
      expect((await from('203.0.113.31')).status).toBe(200)
    }),
  )

  it(
    'let nobody try codes by the hundred, and let everybody in by a personal link meanwhile',
    inOneStretch(budgets.wrongCodes, async () => {
      const { code, cookie, params } = await settled()
      const [one] = (await call(invite, 'POST', cookie, { params, body: { text: 'amal@relief.example' } })).value.invited
      const from = (address: string) => ({ 'x-forwarded-for': address })
      const guess = (typed: string, address: string) => call(lookAtDoor, 'GET', null, { query: `code=${typed}`, headers: from(address) })
      for (let i = 0; i < 60; i++) expect((await guess('ZZZZZZ', '203.0.113.7')).code).toBe('code_unknown')
      expect([(await guess('ZZZZZZ', '203.0.113.7')).code, (await guess(code, '203.0.113.7')).code]).toEqual([
        'wait_a_little',
        'wait_a_little',
      ])
      expect((await guess(code, '203.0.113.8')).status).toBe(200)
      const body = { code, name: 'Amal' }
      const headers = from('203.0.113.7')
      expect((await call(joinIn, 'POST', null, { body, headers })).code).toBe('wait_a_little')
      expect((await call(joinIn, 'POST', null, { body: { ...body, invite: 'nobody’s' }, headers })).code).toBe('wait_a_little')
      const token = one.path.split('=')[1]
      expect((await call(joinIn, 'POST', null, { body: { ...body, invite: token }, headers })).value.how).toBe('new')
    }),
  )

  it('tell each bad line of a list with its number and why, and keep the good ones', async () => {
    const { cookie, params, code } = await settled()
    const text = 'Name;Email\nAmal;amal@relief.example\nBen;ben(at)relief.example\n;chi@relief\nAmal;AMAL@relief.example'
    const seen = await call(invite, 'POST', cookie, { params, body: { text, keep: false } })
    const found = {
      people: [{ line: 2, name: 'Amal', email: 'amal@relief.example' }],
      bad: [
        { line: 3, text: 'Ben;ben(at)relief.example', reason: 'no_address' },
        { line: 4, text: 'chi@relief', reason: 'no_dot' },
      ],
      repeated: [{ line: 5, email: 'amal@relief.example', first: 2 }],
    }
    expect(seen.value).toEqual({ ...found, invited: [], already: [] })
    expect((await call(invitations, 'GET', cookie, { params })).value).toEqual([])
    const kept = await call(invite, 'POST', cookie, { params, body: { text } })
    expect(kept.value).toMatchObject({ ...found, invited: [{ email: 'amal@relief.example' }] })
    const [{ path }] = (await call(invitations, 'GET', cookie, { params })).value
    expect(path).toMatch(new RegExp(`^/join/${code}\\?invite=[\\w-]{32}$`))
    const joined = await call(joinIn, 'POST', null, { body: { code, name: 'Amal', invite: path.split('=')[1] } })
    expect(joined.value.how).toBe('new')
    expect((await call(invitations, 'GET', cookie, { params })).value).toMatchObject([{ path: null, joinedAt: expect.any(Number) }])
    const many = Array.from({ length: 2001 }, (_, i) => `p${i}@relief.example`).join('\n')
    expect((await call(invite, 'POST', cookie, { params, body: { text: many } })).code).toBe('too_many_addresses')
  })

  describe('a check that is assigned', () => {
    /** Gives the right response to all, but for one item where `slips`. @returns what the end says */
    async function goThrough(cookie: string | null, attempt: AttemptView, slips: boolean) {
      const items = (await loadCourse()).modules.get('networking')!.items.filter(isDrawable)
      let left = slips
      for (const { id, scored } of attempt.items) {
        const item = items.find((one) => one.id === id)!
        const right = keyOf(item)
        const sorted = (response: unknown) =>
          JSON.stringify(Array.isArray(response) && item.kind === 'multi' ? response.toSorted() : response)
        const wrong = fc.sample(anyResponse(item), { seed: 3, numRuns: 30 }).find((one) => sorted(one) !== sorted(right))
        const response = left && scored ? wrong : right
        if (scored) left = false
        const body = { id: uuid7(Date.now(), randomBytes(10)), item: id, response }
        expect((await call(respond, 'POST', cookie, { params: { attempt: attempt.id }, body })).status).toBe(200)
      }
      return (await call(finish, 'POST', cookie, { params: { attempt: attempt.id } })).value
    }
    const module = 'networking'
    async function asked(given: object) {
      const cohort = await settled()
      const { cookie } = await somebody(learner)
      await call(joinIn, 'POST', cookie, { body: { code: cohort.code, name: 'Amal' } })
      const made = await call(assign, 'POST', cohort.cookie, { params: cohort.params, body: { modules: [module], ...given } })
      expect(made.status).toBe(200)
      const params = { ...cohort.params, assignment: made.value[0].id }
      const change = (body: object) => call(changeAssignment, 'PUT', cohort.cookie, { params, body })
      const begin = () => call(start, 'POST', cookie, { body: { module } })
      const state = async () => (await call(ownAssignments, 'GET', cookie)).value.assignments[0]
      return { cohort, cookie, change, begin, state }
    }

    it('asks for the mark of the assignment, and allows as many attempts', async () => {
      const { cookie, change, begin, state } = await asked({ passMark: 1, attemptsAllowed: 1 })
      const begun = await begin()
      expect(begun.value.passMark).toBe(1)
      expect(await goThrough(cookie, begun.value, true)).toMatchObject({ reached: false, passMark: 1 })
      expect(await begin()).toMatchObject({ status: 409, code: 'no_attempts_left' })
      expect(await state()).toMatchObject({ state: 'out-of-attempts', attemptsLeft: 0 })
      await change({ passMark: 1, attemptsAllowed: 2 })
      expect((await begin()).code).toBe('review_first')
      expect(await state()).toMatchObject({ state: 'in-progress', attemptsLeft: 1 })
    })

    it('holds an attempt to the kinder of the mark at its beginning and at its end', async () => {
      const softer = await asked({ passMark: 1 })
      const begun = (await softer.begin()).value
      await softer.change({ passMark: null })
      const end = await goThrough(softer.cookie, begun, true)
      expect([end.reached, end.passMark]).toEqual([true, undefined])
      const harder = await asked({})
      const other = (await harder.begin()).value
      expect(other.passMark).toBeUndefined()
      await harder.change({ passMark: 1 })
      expect(await goThrough(harder.cookie, other, true)).toMatchObject({ reached: true })
    })

    it('that was reached stays reached, whatever is asked for afterwards, and may be taken again', async () => {
      const { cookie, change, begin, state } = await asked({ attemptsAllowed: 1 })
      expect(await goThrough(cookie, (await begin()).value, false)).toMatchObject({ reached: true })
      const before = await state()
      expect(before.state).toBe('reached')
      await change({ passMark: 1, attemptsAllowed: 1, dueOn: '2026-01-01', opensOn: null })
      expect(await state()).toMatchObject({ state: 'reached', lastAt: before.lastAt })
      expect((await begin()).status).toBe(200)
    })

    it('is of the assignments that are in force: its list says them all', async () => {
      const { cohort } = await asked({ attemptsAllowed: 3 })
      expect((await call(assignments, 'GET', cohort.cookie, { params: cohort.params })).value).toMatchObject([
        { module, attemptsAllowed: 3 },
      ])
    })
  })
})
