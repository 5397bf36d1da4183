import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { idAt, smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import type { Statement } from './schema.ts'
import { appendServerStatements, type CourseRecord, lockLearner, mostOfOne, readStatements, storeStatements } from './store.ts'

const options = { now: someDay, course: smallCourse }
const read = (): Statement => statement({ verb: 'experienced', object: 'networking/lessons/hello' })
const began = (attempt: string): Statement => statement({ verb: 'started', object: 'networking/scenario', attempt })
const chose = (attempt: string, choice: string, scene = 'sc3-n01'): Statement =>
  statement({ verb: 'chose', object: `networking/scenario/${scene}`, attempt, result: { choice } })
const finishedQuiz = (attempt: string, success: boolean): Statement =>
  statement({
    verb: 'finished',
    object: 'networking/quiz',
    attempt,
    result: { success, score: { raw: success ? 7 : 2, max: 8, scaled: success ? 7 / 8 : 1 / 4 } },
  })

function append(db: Kysely<Database>, actor: string, statements: readonly Statement[], course: CourseRecord = smallCourse) {
  return db.transaction().execute((trx) => appendServerStatements(trx, actor, statements, { now: someDay, course }))
}
async function stored(db: Kysely<Database>, actor: string): Promise<Statement[]> {
  const found: Statement[] = []
  for (let since = 0, more = true; more; ) {
    const page = await readStatements(db, actor, since)
    for (const { actor: _actor, receivedAt: _receivedAt, seq: _seq, ...one } of page.statements) found.push(one)
    since = page.next
    more = page.more
  }
  return found
}
const satisfied = (statements: readonly Statement[]) => statements.filter(({ verb }) => verb === 'satisfied').length

describeDatabases('the statement store', (open, kind, openAgain) => {
  it('gives back what it took, in order, with who and when', async () => {
    const db = await open()
    const sent = [
      read(),
      chose(idAt(7000), 'a'),
      statement({
        verb: 'answered',
        object: 'networking/lessons/hello/cards',
        result: { response: { z: 'آمال', a: [1, null] }, success: true },
      }),
    ]
    const results = await storeStatements(db, 'amal', sent, options)
    expect(results).toEqual(sent.map(({ id }) => ({ id, ok: true, outcome: 'stored' })))
    const page = await readStatements(db, 'amal', 0)
    expect(page).toEqual({
      statements: sent.map((one, i) => ({ ...one, actor: 'amal', receivedAt: someDay, seq: i + 1 })),
      next: 3,
      more: false,
    })
  })

  it('keeps learners apart', async () => {
    const db = await open()
    const [one, other] = [read(), read()]
    await storeStatements(db, 'amal', [one], options)
    await storeStatements(db, 'jonas', [other], options)
    expect(await stored(db, 'amal')).toEqual([one])
    expect(await stored(db, 'jonas')).toEqual([other])
    expect(await stored(db, 'nobody')).toEqual([])
  })

  it('changes nothing when the same is sent again', async () => {
    const db = await open()
    const sent = [read(), chose(idAt(7001), 'b')]
    await storeStatements(db, 'amal', sent, options)
    const again = await storeStatements(db, 'amal', [...sent, sent[0]], { ...options, now: someDay + 5000 })
    expect(again.map((one) => one.ok && one.outcome)).toEqual(['known', 'known', 'known'])
    expect(await stored(db, 'amal')).toEqual(sent)
    expect(await db.selectFrom('choice_count').select('n').execute()).toEqual([{ n: 1 }])
  })

  it('names a statement that comes twice in one request stored once and known once', async () => {
    const db = await open()
    const sent = read()
    const results = await storeStatements(db, 'amal', [sent, { ...sent }, { ...sent, at: 5 }], options)
    expect(results.map((one) => (one.ok ? one.outcome : one.code))).toEqual(['stored', 'known', 'id_taken'])
    expect(await stored(db, 'amal')).toEqual([sent])
  })

  it('never lets another statement take an id, whoever sends it', async () => {
    const db = await open()
    const sent = read()
    await storeStatements(db, 'amal', [sent], options)
    const other = await storeStatements(db, 'amal', [{ ...sent, at: sent.at - 1 }], options)
    const thief = await storeStatements(db, 'jonas', [sent], options)
    expect([...other, ...thief]).toEqual([1, 2].map(() => ({ id: sent.id, ok: false, code: 'id_taken' })))
    expect(await stored(db, 'amal')).toEqual([sent])
    expect(await stored(db, 'jonas')).toEqual([])
  })

  it('refuses the bad ones by name and stores their neighbours', async () => {
    const db = await open()
    const good = [read(), chose(idAt(7002), 'a')]
    const values = [
      good[0],
      { id: 'x', verb: 'experienced' },
      statement({ verb: 'satisfied', object: 'networking' }),
      { ...read(), object: 'networking/lessons/never' },
      { ...read(), at: someDay * 2 },
      'nonsense',
      good[1],
    ]
    const results = await storeStatements(db, 'amal', values, options)
    expect(results.map((one) => (one.ok ? one.outcome : one.code))).toEqual([
      'stored',
      'malformed',
      'verb_not_allowed',
      'unknown_object',
      'clock_wrong',
      'malformed',
      'stored',
    ])
    expect(results.map(({ id }) => id)).toEqual(values.map((value) => (value as { id?: string }).id ?? ''))
    expect(await stored(db, 'amal')).toEqual(good)
  })

  it('leaves no trace of somebody who sent nothing good', async () => {
    const db = await open()
    await storeStatements(db, 'amal', [null], options)
    expect(await db.selectFrom('learner').selectAll().execute()).toEqual([])
  })

  it('stores nothing of a request whose projections fail', async () => {
    const db = await open()
    const course: CourseRecord = { ...smallCourse, project: () => Promise.reject(new Error('full')) }
    await expect(storeStatements(db, 'amal', [read()], { now: someDay, course })).rejects.toThrow('full')
    expect(await stored(db, 'amal')).toEqual([])
    expect(await db.selectFrom('learner').selectAll().execute()).toEqual([])
  })

  it('lets an attempt at a quiz start once, respond once to each item and finish once', async () => {
    const db = await open()
    const attempt = idAt(7100)
    const about = (verb: 'started' | 'responded' | 'finished', object: string) => statement({ verb, object, attempt, result: {} })
    const first = [
      about('started', 'networking/quiz'),
      about('responded', 'networking/quiz/M3-Q01'),
      about('responded', 'networking/quiz/M3-Q02'),
    ]
    expect(await append(db, 'amal', first)).toEqual(['stored', 'stored', 'stored'])
    const second = [
      about('started', 'networking/quiz'),
      first[1]!,
      about('responded', 'networking/quiz/M3-Q02'),
      about('finished', 'networking/quiz'),
    ]
    expect(await append(db, 'amal', second)).toEqual(['taken', 'known', 'taken', 'stored'])
    expect(await stored(db, 'amal')).toEqual([...first, second[3]])
  })

  it('lets a scenario say twice that it is over: only quizzes count once', async () => {
    const db = await open()
    const over = () => statement({ verb: 'finished', object: 'networking/scenario', attempt: idAt(7101) })
    const results = await storeStatements(db, 'amal', [over(), over()], options)
    expect(results.every(({ ok }) => ok)).toBe(true)
  })

  it.each([
    ['the check last', true],
    ['the scenario last', false],
  ])('says once that a module is satisfied, with %s', async (_name, quizLast) => {
    const db = await open()
    const play = async (attempt: string) => {
      await storeStatements(db, 'amal', [began(attempt)], options)
      await storeStatements(db, 'amal', [chose(attempt, 'a')], options)
      await storeStatements(db, 'amal', [chose(attempt, 'b', 'sc3-n02')], options)
    }
    const check = async (attempt: string, success: boolean) => append(db, 'amal', [finishedQuiz(attempt, success)])
    if (quizLast) {
      await play(idAt(7200))
      await check(idAt(7201), false)
      expect(satisfied(await stored(db, 'amal'))).toBe(0)
      await check(idAt(7202), true)
    } else {
      await check(idAt(7202), true)
      await storeStatements(db, 'amal', [began(idAt(7200)), chose(idAt(7200), 'a')], options)
      expect(satisfied(await stored(db, 'amal'))).toBe(0)
      await play(idAt(7200))
    }
    const after = await stored(db, 'amal')
    expect(after.at(-1)).toMatchObject({ verb: 'satisfied', object: 'networking', contentHash: 'abcdefabcdef', at: someDay })
    await play(idAt(7203))
    await check(idAt(7204), true)
    expect(satisfied(await stored(db, 'amal'))).toBe(1)
    expect(await db.selectFrom('module_progress').select('satisfied_at').execute()).toEqual([{ satisfied_at: someDay }])
  })

  it('believes a scenario only by its choices, not because a browser says that it is over', async () => {
    const db = await open()
    await append(db, 'amal', [finishedQuiz(idAt(7300), true)])
    await storeStatements(
      db,
      'amal',
      [began(idAt(7301)), chose(idAt(7301), 'a'), statement({ verb: 'finished', object: 'networking/scenario', attempt: idAt(7301) })],
      options,
    )
    expect(satisfied(await stored(db, 'amal'))).toBe(0)
  })

  it('pages through a long history and leaves nothing out', async () => {
    const db = await open()
    const sent = Array.from({ length: 1203 }, read)
    for (let i = 0; i < sent.length; i += 401) await storeStatements(db, 'amal', sent.slice(i, i + 401), options)
    const first = await readStatements(db, 'amal', 0)
    expect([first.statements.length, first.next, first.more]).toEqual([500, 500, true])
    const last = await readStatements(db, 'amal', 1000)
    expect([last.statements.length, last.next, last.more]).toEqual([203, 1203, false])
    expect(await readStatements(db, 'amal', 1203)).toEqual({ statements: [], next: 1203, more: false })
    expect(await stored(db, 'amal')).toEqual(sent)
  })

  it('takes no more of one browser than a record may hold, and goes on to know what it has', async () => {
    const db = await open()
    const [first, last, beyond] = [read(), read(), read()]
    await storeStatements(db, 'amal', [first], options)
    await db
      .updateTable('learner')
      .set({ last_seq: mostOfOne - 1 })
      .where('id', '=', 'amal')
      .execute()
    const results = await storeStatements(db, 'amal', [first, last, beyond], options)
    expect(results).toEqual([
      { id: first.id, ok: true, outcome: 'known' },
      { id: last.id, ok: true, outcome: 'stored' },
      { id: beyond.id, ok: false, code: 'record_full' },
    ])
    expect(await append(db, 'amal', [finishedQuiz(idAt(8800), true)])).toEqual(['stored'])
    expect(await storeStatements(db, 'jonas', [beyond], options)).toMatchObject([{ ok: true, outcome: 'stored' }])
  })

  it('makes a page shorter where its statements are large, and still gets on', async () => {
    const db = await open()
    const large = () => statement({ verb: 'answered', object: 'networking/lessons/hello/cards', result: { response: 'x'.repeat(900_000) } })
    const sent = [large(), large(), large(), large(), large()]
    for (const one of sent) await storeStatements(db, 'amal', [one], options)
    expect((await readStatements(db, 'amal', 0)).statements).toHaveLength(2)
    expect((await stored(db, 'amal')).map(({ id }) => id)).toEqual(sent.map(({ id }) => id))
  })

  it('stores everything once when the same statements arrive many times at once', async () => {
    const db = await open()
    const sent = Array.from({ length: 60 }, (_, i) => chose(idAt(7400 + (i % 7)), i % 2 ? 'a' : 'b'))
    const parts = Array.from({ length: 24 }, (_, i) => [...sent.slice(i), ...sent.slice(0, i)].slice(0, 20))
    const all = await Promise.all(parts.map((part) => storeStatements(db, 'amal', part, options)))
    const results = all.flat()
    expect(results.every(({ ok }) => ok)).toBe(true)
    const names = new Set(parts.flat().map(({ id }) => id))
    expect(results.filter((one) => one.ok && one.outcome === 'stored')).toHaveLength(names.size)
    expect((await stored(db, 'amal')).map(({ id }) => id).sort()).toEqual([...names].sort())
    const counts = await db
      .selectFrom('choice_count')
      .select((eb) => eb.fn.sum<number>('n').as('n'))
      .executeTakeFirstOrThrow()
    expect(Number(counts.n)).toBe(names.size)
  })

  it('lets learners who share ids and choices write at once without waiting for each other for ever', async () => {
    const db = await open()
    const shared = Array.from({ length: 30 }, (_, i) => chose(idAt(7500 + i), i % 2 ? 'a' : 'b'))
    const learners = Array.from({ length: 12 }, (_, i) => `learner ${i}`)
    const orders = learners.map((_, i) => (i % 2 ? shared : [...shared].reverse()))
    const results = await Promise.all(
      learners.map((actor, i) => storeStatements(db, actor, [...orders[i]!, chose(idAt(7600), 'a')], options)),
    )
    const kept = results.flat().filter(({ ok }) => ok)
    expect(kept).toHaveLength(shared.length + learners.length)
    expect(await db.selectFrom('statement').select('id').execute()).toHaveLength(kept.length)
  })

  it('never skips a statement for a reader who follows while many write', async () => {
    const db = await open()
    // SQLite has one connection in a process; on PostgreSQL the reader is another process as far as the database can see.
    const reader = kind === 'sqlite' ? db : await openAgain()
    const batches = Array.from({ length: 40 }, () => Array.from({ length: 5 }, read))
    let writing = true
    const seen: string[] = []
    const follow = async () => {
      for (let since = 0, last = false; !last; ) {
        last = !writing
        const page = await readStatements(reader, 'amal', since)
        seen.push(...page.statements.map(({ id }) => id))
        since = page.next
      }
    }
    const following = follow()
    await Promise.all(batches.map((batch) => storeStatements(db, 'amal', batch, options)))
    writing = false
    await following
    expect([...seen].sort()).toEqual(
      batches
        .flat()
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('hands out one satisfied also when its two halves arrive at once', async () => {
    const db = await open()
    for (let round = 0; round < 5; round++) {
      const actor = `learner ${round}`
      await Promise.all([
        append(db, actor, [finishedQuiz(idAt(8000 + round), true)]),
        storeStatements(db, actor, [began(idAt(8100 + round)), chose(idAt(8100 + round), 'b')], options),
        append(db, actor, [finishedQuiz(idAt(8200 + round), true)]),
      ])
      expect(satisfied(await stored(db, actor))).toBe(1)
    }
  })

  it('keeps a learner still for whoever decides by what is stored', async () => {
    const db = await open()
    let attempts = 8300
    const startOnce = () =>
      db.transaction().execute(async (trx) => {
        await lockLearner(trx, 'amal', someDay)
        const open = await trx.selectFrom('statement').select('id').where('verb', '=', 'started').where('actor', '=', 'amal').execute()
        if (open.length > 0) return 'already'
        await appendServerStatements(
          trx,
          'amal',
          [statement({ verb: 'started', object: 'networking/quiz', attempt: idAt(attempts++) })],
          options,
        )
        return 'started'
      })
    const answers = await Promise.all(Array.from({ length: 8 }, startOnce))
    expect(answers.filter((answer) => answer === 'started')).toHaveLength(1)
  })
})
