import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as statements } from '#app/api/statements/route.ts'
import { signLearner } from '#lib/account/session.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, type DatabaseKind } from '#lib/db/client.ts'
import type { AttemptView } from '#lib/quiz/attempt-view.ts'
import { isDrawable, revealItem } from '#lib/quiz/interactions/registry.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { anyResponse } from '#lib/testing/quiz-items.ts'
import { POST as finish } from './attempts/[attempt]/finish/route.ts'
import { POST as respond } from './attempts/[attempt]/responses/route.ts'
import { GET as read } from './attempts/[attempt]/route.ts'
import { POST as start } from './attempts/route.ts'

const secret = 'a secret of more than thirty-two characters'
const site = 'http://localhost:3000'
const cookieOf = (letter: string) => `cg_guest=${signLearner(letter.repeat(32), secret)}`
const [amal, rui, sefa] = ['a', 'b', 'c'].map(cookieOf) as [string, string, string]

let made = 0
const newId = () =>
  uuid7(
    Date.now(),
    Uint8Array.from({ length: 10 }, () => (made = (made * 31 + 7) % 251)),
  )
const request = (method: string, cookie: string | null, body?: unknown, headers: Record<string, string> = {}) =>
  new Request(`${site}/api/quiz/attempts`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const at = (attempt: string) => ({ params: Promise.resolve({ attempt }) })
const begin = (cookie: string | null, body: unknown = { module: 'networking' }) => start(request('POST', cookie, body))
const send = (cookie: string | null, attempt: string, body: unknown) => respond(request('POST', cookie, body), at(attempt))
const look = (cookie: string | null, attempt: string) => read(request('GET', cookie), at(attempt))
const end = (cookie: string | null, attempt: string, headers = {}) => finish(request('POST', cookie, undefined, headers), at(attempt))
const refusal = async (response: Response) => [response.status, (await response.json()).code]
const begun = async (cookie: string): Promise<AttemptView> => (await (await begin(cookie)).json()).value

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('the quiz API on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-quiz-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', site)
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  })
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('makes a guest with the first attempt', async () => {
    expect((await begin(null)).headers.get('set-cookie')).toContain('cg_guest=')
  })

  it('gives away no key, no feedback and no seed before a response is stored, in any payload of a whole attempt', async () => {
    const items = (await loadCourse()).modules.get('networking')!.items.filter(isDrawable)
    const answered = new Set<string>()
    const inspect = async (response: Response) => {
      const text = await response.clone().text()
      for (const item of items) {
        if (answered.has(item.id)) continue
        const { feedback, key } = revealItem(item)
        for (const sentence of Object.values(feedback)) expect(text).not.toContain(JSON.stringify(sentence).slice(1, -1))
        if (typeof key === 'object') expect(text).not.toContain(JSON.stringify(key).slice(1, -1))
      }
      expect(text).not.toContain('"seed"')
      return response.json()
    }
    const attempt: AttemptView = (await inspect(await begin(amal))).value
    expect(attempt.items).toHaveLength(9)
    for (const { id } of attempt.items) {
      const item = items.find((one) => one.id === id)!
      const [response] = fc.sample(anyResponse(item), { seed: 7, numRuns: 1 })
      answered.add(id)
      const marked = await inspect(await send(amal, attempt.id, { id: newId(), item: id, response }))
      expect(marked.value.reveal.feedback).toEqual(revealItem(item).feedback)
      await inspect(await look(amal, attempt.id))
      const log = new Request(`${site}/api/statements?since=0`, { headers: { cookie: amal } })
      await inspect(await statements(log))
    }
    expect((await inspect(await end(amal, attempt.id))).value).toMatchObject({ score: { max: 8 } })
  })

  it.each([
    ['a module without a check', { module: 'nowhere' }, [404, 'quiz_not_found']],
    ['no module', {}, [400, 'malformed']],
    ['no JSON', 'networking', [400, 'malformed']],
    ['more than it needs', { module: 'networking', seed: 'mine' }, [400, 'malformed']],
  ])('refuses to start with %s', async (_, body, expected) => {
    expect(await refusal(await begin(rui, body))).toEqual(expected)
  })

  it.each([
    ['an id that is none', { id: 'mine', item: 'M3-Q01', response: null }],
    ['no item', { id: newId(), response: 'kilo' }],
    ['a score of its own', { id: newId(), item: 'M3-Q01', response: 'kilo', score: 1 }],
    ['a list', []],
    ['no JSON', '{'],
  ])('refuses a response with %s as malformed', async (_, body) => {
    const attempt = await begun(rui)
    expect(await refusal(await send(rui, attempt.id, body))).toEqual([400, 'malformed'])
    expect((await (await look(rui, attempt.id)).json()).value).toEqual(attempt)
  })

  it('refuses a response nested beyond reason without falling over', async () => {
    const attempt = await begun(rui)
    const deep = `{"id":"${newId()}","item":"${attempt.items[0]!.id}","response":${'['.repeat(4000)}${']'.repeat(4000)}}`
    expect(await refusal(await send(rui, attempt.id, deep))).toEqual([400, 'malformed'])
  })

  it('says the same of another person’s attempt, of an unknown one and to a stranger', async () => {
    const { id, items } = await begun(rui)
    const body = { id: newId(), item: items[0]!.id, response: 'x' }
    const same = async (...responses: Response[]) => {
      const texts = await Promise.all(responses.map(async (response) => `${response.status} ${await response.text()}`))
      expect(new Set(texts).size).toBe(1)
      expect(texts[0]).toContain('attempt_not_found')
    }
    await same(await look(sefa, id), await look(sefa, newId()), await look(sefa, 'nonsense'), await look(null, id))
    await same(await send(sefa, id, body), await send(sefa, newId(), body), await send(null, id, body))
    await same(await end(sefa, id), await end(sefa, newId()), await end(null, id))
  })

  it('refuses what comes from another site', async () => {
    const { id } = await begun(rui)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    expect(await refusal(await start(request('POST', rui, { module: 'networking' }, foreign)))).toEqual([403, 'cross_site'])
    expect(await refusal(await end(rui, id, foreign))).toEqual([403, 'cross_site'])
  })

  it('refuses an end before the last response', async () => {
    expect(await refusal(await end(rui, (await begun(rui)).id))).toEqual([409, 'out_of_order'])
  })
})
