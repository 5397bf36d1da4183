import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { projectStatements } from '#lib/progress/store.ts'
import { knownObjects } from '#lib/statement/known-objects.ts'
import type { Verb } from '#lib/statement/schema.ts'
import { storeStatements, toStatement } from '#lib/statement/store.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { buildOrder, buildReflect, buildSingle, buildSjt } from '#lib/testing/quiz-items.ts'
import type { QuizContent } from './attempt.ts'
import type { AttemptView } from './attempt-view.ts'
import type { Item } from './schema.ts'
import { type ContentOf, finishAttempt, readAttempt, respond, startAttempt } from './store.ts'

const hash = '0123456789ab'
const bank: Item[] = [
  buildSingle({ id: 'M3-Q01', objective: 'M3.O1', difficulty: 'easy' }),
  buildSingle({ id: 'M3-Q02', objective: 'M3.O1' }),
  buildSingle({ id: 'M3-Q03', objective: 'M3.O2' }),
  buildOrder({ id: 'M3-Q04', objective: 'M3.O2' }),
  buildSjt({ id: 'M3-Q05', objective: 'M3.O2' }),
  buildReflect({ id: 'M3-Q06', objective: 'M3.O2' }),
]
const check: QuizContent = {
  module: 'networking',
  lessons: ['meeting', 'planning'],
  objectives: [
    { id: 'M3.O1', lessons: ['meeting'] },
    { id: 'M3.O2', lessons: ['planning'] },
  ],
  items: bank,
  blueprint: { draw: 4, difficulty: { easy: 1, medium: 3, hard: 0 }, practice: 1 },
  passMark: 0.75,
  fingerprints: Object.fromEntries(['', ...bank.map((item) => `/${item.id}`)].map((path) => [`networking/quiz${path}`, hash])),
}
const contentOf: ContentOf = (module) => (module === 'networking' ? check : undefined)
const without =
  (...ids: string[]): ContentOf =>
  () => ({ ...check, items: bank.filter((item) => !ids.includes(item.id)) })

const rules = {
  courseId: 'small-course',
  shapeOf: (slug: string) => ({ slug, lessons: check.lessons, scenario: false, quiz: true, task: `${slug}/plan` }),
  runsOf: () => [],
  currentId: (object: string) => object,
  fingerprintOf: () => hash,
}
const course = {
  known: knownObjects({
    modules: [
      {
        slug: 'networking',
        lessons: check.lessons.map((slug) => ({ slug, activities: ['recall'] })),
        moduleActivities: [],
        scenes: [],
        items: bank.map((item) => item.id),
      },
    ],
  }),
  project: (trx: Parameters<typeof projectStatements>[0], actor: string, stored: Parameters<typeof projectStatements>[2]) =>
    projectStatements(trx, actor, stored, rules),
}

let clock = Date.UTC(2026, 10, 21)
let made = 0
const newId = () => {
  made += 1
  return uuid7(
    clock,
    Uint8Array.from({ length: 10 }, (_, index) => (made >> (8 * (9 - index))) & 255),
  )
}
const options = () => ({ now: ++clock, course })
const asValue = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const start = (db: Kysely<Database>, actor = 'amal') => startAttempt(db, actor, check, { id: newId(), seed: `seed ${++made}` }, options())
const begun = async (db: Kysely<Database>, actor = 'amal') => asValue(await start(db, actor))
const send = (
  db: Kysely<Database>,
  attempt: AttemptView,
  item: string,
  response: unknown,
  more: { id?: string; actor?: string; of?: ContentOf } = {},
) => respond(db, more.actor ?? 'amal', attempt.id, { id: more.id ?? newId(), item, response }, more.of ?? contentOf, options())
const end = (db: Kysely<Database>, attempt: AttemptView, of = contentOf) =>
  finishAttempt(db, 'amal', attempt.id, { id: newId() }, of, options())

const rightFor = (id: string): unknown => {
  const item = bank.find((one) => one.id === id)!
  return item.kind === 'single' ? item.key : 'options' in item ? item.options.map((option) => option.id) : null
}
const wrongFor = (id: string): unknown => {
  const right = rightFor(id)
  return Array.isArray(right) ? [...right].reverse() : 'kilo'
}
/** Responds to every item that is still open. */
async function respondToAll(db: Kysely<Database>, attempt: AttemptView, give: (id: string) => unknown, of = contentOf) {
  for (const { id, state } of attempt.items) if (state === 'open') asValue(await send(db, attempt, id, give(id), { of }))
}
const rows = async (db: Kysely<Database>, ...verbs: Verb[]) =>
  (await db.selectFrom('statement').selectAll().where('verb', 'in', verbs).orderBy('seq').execute()).map(toStatement)
const look = (db: Kysely<Database>, verb: Verb, object: string) =>
  storeStatements(db, 'amal', [{ id: newId(), verb, object, contentHash: hash, at: clock }], options())

describeDatabases('an attempt at a module check', (open) => {
  it.each(['', '\u0000', '%', "' or 1 = 1 --", 'x'.repeat(10_000), '\ud800'])('is not found under the id %j', async (id) => {
    const db = await open()
    const unknown = { ok: false, code: 'attempt_not_found' }
    expect(await readAttempt(db, 'amal', id, contentOf)).toEqual(unknown)
    expect(await respond(db, 'amal', id, { id: newId(), item: 'M3-Q01', response: 'kilo' }, contentOf, options())).toEqual(unknown)
    expect(await finishAttempt(db, 'amal', id, { id: newId() }, contentOf, options())).toEqual(unknown)
  })

  describe('starting', () => {
    it('draws by the blueprint, records the draw, and shows the public half only', async () => {
      const db = await open()
      const attempt = await begun(db)
      expect(attempt.items.map(({ scored, state }) => [scored, state])).toEqual([...Array(4).fill([true, 'open']), [false, 'open']])
      expect(JSON.stringify(attempt)).not.toMatch(/Why |"key"|keyConfirmed|feedback/)
      const [started] = await rows(db, 'started')
      expect(started).toMatchObject({ actor: 'amal', object: 'networking/quiz', attempt: attempt.id })
      expect(started?.result?.draw).toMatchObject({
        seed: expect.any(String),
        items: attempt.items.map(({ id, scored }) => ({ id, scored })),
      })
    })

    it('again resumes the open attempt where it was', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      await send(db, attempt, first, rightFor(first))
      const again = await begun(db)
      expect(again.id).toBe(attempt.id)
      expect(again.items.map((item) => item.state)).toEqual(['marked', 'open', 'open', 'open', 'open'])
      expect(await readAttempt(db, 'amal', attempt.id, contentOf)).toEqual({ ok: true, value: again })
    })

    it('twenty times at once starts one attempt', async () => {
      const db = await open()
      const attempts = await Promise.all(Array.from({ length: 20 }, () => begun(db)))
      expect(new Set(attempts.map((attempt) => attempt.id)).size).toBe(1)
      expect(await rows(db, 'started')).toHaveLength(1)
    })
  })

  describe('a response', () => {
    it('is stored with its score, and only then brings key and feedback', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const reply = asValue(await send(db, attempt, first, rightFor(first)))
      expect(reply).toMatchObject({
        state: 'marked',
        score: { raw: 1, max: 1, scaled: 1 },
        reveal: { key: 'alpha', feedback: { kilo: 'Why kilo' } },
      })
      const [responded] = await rows(db, 'responded')
      expect(responded).toMatchObject({
        object: `networking/quiz/${first}`,
        attempt: attempt.id,
        result: { response: 'alpha', score: { scaled: 1 } },
      })
      const later = asValue(await readAttempt(db, 'amal', attempt.id, contentOf)).items.slice(1)
      expect(JSON.stringify(later)).not.toMatch(/Why |"key"|feedback/)
    })

    it('sent twice brings the same reply and is stored once', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const id = newId()
      const one = await send(db, attempt, first, 'kilo', { id })
      expect(await send(db, attempt, first, 'kilo', { id })).toEqual(one)
      await respondToAll(db, asValue(await readAttempt(db, 'amal', attempt.id, contentOf)), rightFor)
      await end(db, attempt)
      expect(await send(db, attempt, first, 'kilo', { id })).toEqual(one)
      expect(await rows(db, 'responded')).toHaveLength(5)
    })

    it('sent twenty times at once is one statement and twenty equal replies', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const id = newId()
      const replies = await Promise.all(Array.from({ length: 20 }, () => send(db, attempt, first, 'kilo', { id })))
      for (const reply of replies) expect(reply).toEqual(replies[0])
      expect(replies[0]?.ok).toBe(true)
      expect(await rows(db, 'responded')).toHaveLength(1)
    })

    it('of twenty different ones at once, one is taken', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const replies = await Promise.all(Array.from({ length: 20 }, () => send(db, attempt, first, 'kilo')))
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
      expect(new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.code)))).toEqual(new Set(['ok', 'already_answered']))
      expect(await rows(db, 'responded')).toHaveLength(1)
    })

    const refused: [string, string, (db: Kysely<Database>, attempt: AttemptView) => Promise<unknown>][] = [
      ['to a later item', 'out_of_order', (db, attempt) => send(db, attempt, attempt.items[1]!.id, rightFor(attempt.items[1]!.id))],
      ['to an item that was not drawn', 'out_of_order', (db, attempt) => send(db, attempt, 'M3-Q06', 'My thoughts')],
      ['of a wrong shape', 'malformed', (db, attempt) => send(db, attempt, attempt.items[0]!.id, { key: 'alpha' })],
      ['with nothing in it', 'unanswered', (db, attempt) => send(db, attempt, attempt.items[0]!.id, null)],
      [
        'by another person',
        'attempt_not_found',
        async (db, attempt) => {
          await begun(db, 'rui')
          return send(db, attempt, attempt.items[0]!.id, 'alpha', { actor: 'rui' })
        },
      ],
      ['by nobody known', 'attempt_not_found', (db, attempt) => send(db, attempt, attempt.items[0]!.id, 'alpha', { actor: 'nobody' })],
      ['in no attempt', 'attempt_not_found', (db, attempt) => send(db, { ...attempt, id: newId() }, attempt.items[0]!.id, 'alpha')],
      [
        'to a check that is gone',
        'attempt_not_found',
        (db, attempt) => send(db, attempt, attempt.items[0]!.id, 'alpha', { of: () => undefined }),
      ],
      [
        'with the id of another statement',
        'id_taken',
        (db, attempt) => send(db, attempt, attempt.items[0]!.id, 'alpha', { id: attempt.id }),
      ],
    ]
    it.each(refused)('%s is refused as %s and changes nothing', async (_, code, act) => {
      const db = await open()
      const attempt = await begun(db)
      expect(await act(db, attempt)).toEqual({ ok: false, code })
      expect(await rows(db, 'responded')).toEqual([])
      expect(asValue(await readAttempt(db, 'amal', attempt.id, contentOf))).toEqual(attempt)
    })

    it('that differs from the one given before is refused as already_answered, and the first stays', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const id = newId()
      await send(db, attempt, first, 'kilo', { id })
      expect(await send(db, attempt, first, 'alpha', { id })).toEqual({ ok: false, code: 'already_answered' })
      expect(await send(db, attempt, first, 'kilo')).toEqual({ ok: false, code: 'already_answered' })
      expect((await rows(db, 'responded')).map((one) => one.result?.response)).toEqual(['kilo'])
    })

    it('after the end is refused as attempt_finished', async () => {
      const db = await open()
      const attempt = await begun(db)
      await respondToAll(db, attempt, rightFor)
      await end(db, attempt)
      const last = attempt.items.at(-1)!.id
      expect(await send(db, attempt, last, wrongFor(last))).toEqual({ ok: false, code: 'attempt_finished' })
      expect(await rows(db, 'responded')).toHaveLength(5)
    })

    it('to practice is marked and revealed like any other', async () => {
      const db = await open()
      const attempt = await begun(db)
      await respondToAll(db, attempt, wrongFor)
      const practice = asValue(await readAttempt(db, 'amal', attempt.id, contentOf)).items.at(-1)
      expect(practice).toMatchObject({ scored: false, state: 'marked', score: { raw: 1, max: 4 }, reveal: { kind: 'sjt' } })
    })
  })

  describe('the end', () => {
    it('comes after the last item, counts no practice, and says which objectives are reached', async () => {
      const db = await open()
      const attempt = await begun(db)
      const give = (id: string) => (id === 'M3-Q04' || id === 'M3-Q05' ? wrongFor(id) : rightFor(id))
      await respondToAll(db, attempt, give)
      const result = asValue(await end(db, attempt))
      expect(result).toEqual({
        score: { raw: 3, max: 4, scaled: 0.75 },
        reached: true,
        objectives: [
          { id: 'M3.O1', scaled: 1, reached: true },
          { id: 'M3.O2', scaled: 0.5, reached: false },
        ],
        lessons: [],
      })
      expect(asValue(await readAttempt(db, 'amal', attempt.id, contentOf)).result).toEqual(result)
    })

    it('too early is refused as out_of_order', async () => {
      const db = await open()
      const attempt = await begun(db)
      expect(await end(db, attempt)).toEqual({ ok: false, code: 'out_of_order' })
      expect(await rows(db, 'finished')).toEqual([])
    })

    it('of another person’s or of no attempt is refused alike', async () => {
      const db = await open()
      const attempt = await begun(db, 'rui')
      expect(await end(db, attempt)).toEqual({ ok: false, code: 'attempt_not_found' })
      expect(await end(db, { ...attempt, id: newId() })).toEqual({ ok: false, code: 'attempt_not_found' })
      expect(await readAttempt(db, 'amal', attempt.id, contentOf)).toEqual({ ok: false, code: 'attempt_not_found' })
    })

    it('twenty times at once is one statement and one result', async () => {
      const db = await open()
      const attempt = await begun(db)
      await respondToAll(db, attempt, rightFor)
      const ends = await Promise.all(Array.from({ length: 20 }, () => end(db, attempt)))
      for (const one of ends) expect(one).toEqual(ends[0])
      expect(await rows(db, 'finished')).toHaveLength(1)
    })

    it('that meets the requirement of the module makes it satisfied, once', async () => {
      const db = await open()
      const attempt = await begun(db)
      await respondToAll(db, attempt, rightFor)
      await end(db, attempt)
      const second = await begun(db)
      await respondToAll(db, second, rightFor)
      await end(db, second)
      expect(await rows(db, 'satisfied')).toMatchObject([{ actor: 'amal', object: 'networking' }])
    })

    it('below the pass mark satisfies nothing', async () => {
      const db = await open()
      const attempt = await begun(db)
      await respondToAll(db, attempt, wrongFor)
      expect(asValue(await end(db, attempt))).toMatchObject({ reached: false, lessons: ['meeting', 'planning'] })
      expect(await rows(db, 'satisfied')).toEqual([])
    })
  })

  describe('the next attempt after one that was not reached', () => {
    const failed = async (db: Kysely<Database>, give = wrongFor) => {
      const attempt = await begun(db)
      await respondToAll(db, attempt, give)
      await end(db, attempt)
      return attempt
    }
    /** reaches the first objective only */
    const firstOnly = (id: string) => (id === 'M3-Q01' || id === 'M3-Q02' ? rightFor(id) : wrongFor(id))

    it('does not open by what was read before the end, whatever run a browser says was over by then', async () => {
      const db = await open()
      const attempt = await begun(db)
      const known = knownObjects({
        modules: [{ slug: 'networking', lessons: [], moduleActivities: [], scenes: [{ id: 'one', choices: ['a'] }], items: [] }],
      })
      const over = { id: newId(), verb: 'finished', object: 'networking/scenario', attempt: attempt.id, contentHash: hash, at: clock }
      const results = await storeStatements(db, 'amal', [over], { now: ++clock, course: { ...course, known } })
      expect(results).toMatchObject([{ ok: true, outcome: 'stored' }])
      await look(db, 'experienced', 'networking/lessons/planning')
      await respondToAll(db, attempt, firstOnly)
      await end(db, attempt)
      expect(await start(db)).toMatchObject({ ok: false, code: 'review_first' })
    })

    it('is refused as review_first, with the lessons in question', async () => {
      const db = await open()
      await failed(db, firstOnly)
      expect(await start(db)).toEqual({ ok: false, code: 'review_first', lessons: ['planning'] })
      expect(await rows(db, 'started')).toHaveLength(1)
    })

    it.each([
      ['reading the lesson again', 'experienced', 'networking/lessons/planning', true],
      ['an activity in it', 'answered', 'networking/lessons/planning/recall', true],
      ['reading another lesson', 'experienced', 'networking/lessons/meeting', false],
    ] as [string, Verb, string, boolean][])('after %s opens or not', async (_, verb, object, opens) => {
      const db = await open()
      const attempt = await failed(db, firstOnly)
      const [stored] = await look(db, verb, object)
      expect(stored?.ok).toBe(true)
      const next = await start(db)
      expect(next.ok).toBe(opens)
      if (next.ok) expect(next.value.id).not.toBe(attempt.id)
    })

    it('does not open by what was read before the end', async () => {
      const db = await open()
      await look(db, 'experienced', 'networking/lessons/planning')
      await failed(db, firstOnly)
      expect((await start(db)).ok).toBe(false)
    })

    it('needs no review after one that was reached', async () => {
      const db = await open()
      await failed(db, rightFor)
      expect((await start(db)).ok).toBe(true)
    })
  })

  describe('an item that leaves the bank in the middle', () => {
    it('before its response is passed over and not counted', async () => {
      const db = await open()
      const attempt = await begun(db)
      const [first, second] = attempt.items.map((item) => item.id)
      const now = without(second!)
      asValue(await send(db, attempt, first!, rightFor(first!), { of: now }))
      expect(asValue(await send(db, attempt, second!, rightFor(second!), { of: now }))).toEqual({ state: 'gone' })
      const left = asValue(await readAttempt(db, 'amal', attempt.id, now))
      expect(left.items.map((item) => item.state)).toEqual(['marked', 'gone', 'open', 'open', 'open'])
      await respondToAll(db, left, rightFor, now)
      expect(asValue(await end(db, attempt, now))).toMatchObject({ score: { raw: 3, max: 3 }, reached: true })
    })

    it('after its response is not counted either', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      await respondToAll(db, attempt, (id) => (id === first ? wrongFor(id) : rightFor(id)))
      expect(asValue(await end(db, attempt, without(first)))).toMatchObject({ score: { raw: 3, max: 3, scaled: 1 }, reached: true })
    })

    it('with all others leaves an attempt that ends without an error, not reached', async () => {
      const db = await open()
      const attempt = await begun(db)
      const none = without(...bank.map((item) => item.id))
      expect(asValue(await end(db, attempt, none))).toMatchObject({ score: { raw: 0, max: 1 }, reached: false, objectives: [] })
      expect((await start(db)).ok).toBe(true)
    })

    it('keeps its recorded score when only its words and its key change', async () => {
      const db = await open()
      const attempt = await begun(db)
      const first = attempt.items[0]!.id
      const id = newId()
      asValue(await send(db, attempt, first, 'alpha', { id }))
      const edited: ContentOf = () => ({
        ...check,
        items: bank.map((item) => (item.kind === 'single' ? { ...item, stem: 'New words', key: 'kilo' } : item)),
      })
      expect(asValue(await send(db, attempt, first, 'alpha', { id, of: edited }))).toMatchObject({
        score: { scaled: 1 },
        reveal: { key: 'kilo' },
      })
    })
  })
})
