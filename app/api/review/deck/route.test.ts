import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { courseRecord } from '#app/api/course-record.ts'
import { signLearner } from '#lib/account/session.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, type DatabaseKind, database } from '#lib/db/client.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import { finishAttempt, respond, startAttempt } from '#lib/quiz/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { GET } from './route.ts'

const secret = 'a secret of more than thirty-two characters'
const [amal, rui] = ['a'.repeat(32), 'b'.repeat(32)] as const
const get = (learner: string | null, query = '') =>
  GET(
    new Request(`http://localhost:3000/api/review/deck${query}`, {
      headers: learner === null ? {} : { cookie: `cg_guest=${signLearner(learner, secret)}` },
    }),
  )

let made = 0
const newId = () =>
  uuid7(
    Date.now(),
    Uint8Array.from({ length: 10 }, () => (made = (made * 31 + 7) % 251)),
  )

/** The check of networking: every item right, or every item wrong. */
async function takeCheck(learner: string, right: boolean): Promise<void> {
  const course = await loadCourse()
  const contentOf = (slug: string) => quizContentOf(course, slug)
  const [db, options] = [await database(), { now: Date.now(), course: await courseRecord() }]
  const started = await startAttempt(db, learner, contentOf('networking')!, { id: newId(), seed: 'seed' }, options)
  if (!started.ok) throw new Error(started.code)
  for (const { id } of started.value.items) {
    const item = course.modules.get('networking')!.items.find((one) => one.id === id)!
    const wrong = item.kind === 'single' || item.kind === 'tf-reason' ? item.options.find((one) => one.id !== item.key)!.id : undefined
    const key =
      item.kind === 'single' || item.kind === 'tf-reason' || item.kind === 'multi'
        ? item.key
        : item.kind === 'match'
          ? Object.fromEntries(item.pairs.map((pair) => [pair.left.id, pair.right.id]))
          : item.kind === 'sort'
            ? Object.fromEntries(item.cards.map((card) => [card.id, card.category]))
            : item.kind === 'reflect'
              ? null
              : item.options.map((one) => one.id)
    await respond(db, learner, started.value.id, { id: newId(), item: id, response: right ? key : (wrong ?? key) }, contentOf, options)
  }
  await finishAttempt(db, learner, started.value.id, { id: newId() }, contentOf, options)
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('the deck on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-deck-'))
  beforeAll(async () => {
    const place = await newPlace(kind)
    vi.stubEnv('DATA_DIR', folder)
    vi.stubEnv('SECRET', secret)
    vi.stubEnv('BASE_URL', 'http://localhost:3000')
    vi.stubEnv('DATABASE_URL', 'url' in place ? place.url : '')
    Reflect.deleteProperty(globalThis, Symbol.for('common-ground.config'))
  })
  afterAll(async () => {
    await closeDatabase()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('is empty for somebody unknown, makes no guest, and is kept by nobody', async () => {
    const reply = await get(null)
    expect((await reply.json()).value).toMatchObject({ pieces: [], modules: [] })
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('has items of a module only when its check is reached, and then of that module alone', async () => {
    const { modules } = await loadCourse()
    await takeCheck(amal, false)
    expect((await (await get(amal)).json()).value.pieces).toEqual([])
    await takeCheck(rui, true)
    const text = await (await get(rui)).text()
    const deck = JSON.parse(text).value
    expect(deck.modules.map(({ slug }: { slug: string }) => slug)).toEqual(['networking'])
    expect(deck.pieces.filter((one: { kind: string }) => one.kind === 'recall')).toHaveLength(5)
    for (const { slug, items } of modules.values()) {
      if (slug === 'networking') continue
      for (const { id } of items) expect(text).not.toContain(id)
      const said = JSON.stringify(items).match(/"feedback":"(?:[^"\\]|\\.)+"/g) ?? []
      expect(said.length).toBeGreaterThan(20)
      for (const one of said) expect(text).not.toContain(one)
    }
    const unconfirmed = modules.get('networking')!.items.filter((item) => item.kind === 'sjt' && !item.keyConfirmed)
    for (const { id } of unconfirmed)
      expect(deck.pieces.map(({ source }: { source: string }) => source)).not.toContain(`networking/quiz/${id}`)

    expect((await (await get(rui, `?have=${deck.hash}`)).json()).value).toEqual({ same: true })
    expect((await (await get(rui, '?have=other')).json()).value.hash).toBe(deck.hash)
  })
})
