/**
 * Attempts at a module check, kept as statements and nothing else: `started` with the draw, `responded` with response and
 * score, `finished` with the result. Every change reads, decides by the machine and stores in one transaction in which the
 * learner's row is locked, so twenty requests at once come out as one after the other. Key and feedback leave only in the
 * reply to a response that is stored.
 */
import type { Kysely, Transaction } from 'kysely'
import { objectId } from '#lib/course/schema.ts'
import type { Database } from '#lib/db/schema.ts'
import { canonical } from '#lib/statement/merge.ts'
import { type Statement, statementIdSchema } from '#lib/statement/schema.ts'
import { appendServerStatements, lockLearner, type StoreOptions, toStatement } from '#lib/statement/store.ts'
import { type AssignedRule, attemptsLeft, kindestMark } from './assigned-rules.ts'
import {
  type Attempt,
  attemptResult,
  attemptSnapshot,
  itemOf,
  itemToday,
  type QuizContent,
  quizObject,
  readAttempts,
  viewAttempt,
  withLessons,
} from './attempt.ts'
import type { AttemptResult, AttemptView, RespondReply } from './attempt-view.ts'
import { drawItems } from './draw-items.ts'
import { markItem, revealItem } from './interactions/registry.ts'
import { currentItem, goOn, stepQuiz } from './quiz-machine.ts'
import { lessonsToReview, withOlder } from './score-quiz.ts'

export type QuizRefusal =
  | 'attempt_not_found'
  | 'attempt_finished'
  | 'already_answered'
  | 'out_of_order'
  | 'unanswered'
  | 'malformed'
  | 'id_taken'
export type Outcome<T, Code extends string = QuizRefusal> = { ok: true; value: T } | { ok: false; code: Code }
/** `lessons`: one of them, at least, is to be looked at again before the next attempt. */
export type StartOutcome =
  | { ok: true; value: AttemptView }
  | { ok: false; code: 'review_first'; lessons: string[] }
  | { ok: false; code: 'no_attempts_left' }
/** What the learner's assignments ask for at a check (assigned-rules.ts). Without it, and where it gives none, the course's rules hold. */
export type QuizOptions = StoreOptions & { rulesFor?: (trx: Kysely<Database>, actor: string, module: string) => Promise<AssignedRule[]> }
/** The check of a module by its slug; undefined where there is none (any more). */
export type ContentOf = (module: string) => QuizContent | undefined

/**
 * Resumes the attempt that is open, or starts one.
 * @param fresh the seed of the draw and the id of the new attempt
 */
export function startAttempt(
  db: Kysely<Database>,
  actor: string,
  content: QuizContent,
  fresh: { id: string; seed: string },
  options: QuizOptions,
): Promise<StartOutcome> {
  return db.transaction().execute(async (trx): Promise<StartOutcome> => {
    await lockLearner(trx, actor, options.now)
    const attempts = readAttempts(content.module, await quizStatements(trx, actor, content.module), content.moved)
    const open = attempts.findLast((attempt) => attempt.finished === null)
    if (open) return { ok: true, value: viewAttempt(open, content) }
    const rules = (await options.rulesFor?.(trx, actor, content.module)) ?? []
    const reached = attempts.some(({ finished }) => finished?.reached)
    const begun = attempts.map(({ begunAt }) => begunAt)
    if (!reached && attemptsLeft(rules, begun) === 0) return { ok: false, code: 'no_attempts_left' }
    const lessons = await lessonsStillToReview(trx, actor, content, attempts.at(-1))
    if (lessons.length > 0) return { ok: false, code: 'review_first', lessons }
    const draw = drawItems(
      content.items,
      content.blueprint,
      attempts.map((attempt) => attempt.draw),
      fresh.seed,
    )
    const object = quizObject(content.module)
    const contentHash = fingerprintOf(content, object)
    const mark = kindestMark(rules, content.passMark)
    const asked = mark === content.passMark ? {} : { passMark: mark }
    await store(
      trx,
      actor,
      { id: fresh.id, verb: 'started', object, contentHash, attempt: fresh.id, result: { draw: { ...draw, ...asked } }, at: options.now },
      options,
    )
    const begunNow: Attempt = { id: fresh.id, module: content.module, draw, given: [], finished: null, begunAt: options.now, ...asked }
    return { ok: true, value: viewAttempt(begunNow, content) }
  })
}

export async function readAttempt(
  db: Kysely<Database>,
  actor: string,
  id: string,
  contentOf: ContentOf,
): Promise<Outcome<AttemptView, 'attempt_not_found'>> {
  const found = await findAttempt(db, actor, id, contentOf)
  return found ? { ok: true, value: viewAttempt(found.attempt, found.content) } : { ok: false, code: 'attempt_not_found' }
}

/**
 * Marks a response and stores it. The same id with the same response gives the same reply, however often it is sent.
 * @param sent `id` of the statement, made by the browser; `response` as it came, unchecked
 */
export function respond(
  db: Kysely<Database>,
  actor: string,
  attemptId: string,
  sent: { id: string; item: string; response: unknown },
  contentOf: ContentOf,
  options: StoreOptions,
): Promise<Outcome<RespondReply>> {
  return db.transaction().execute(async (trx): Promise<Outcome<RespondReply>> => {
    const found = await findAttempt(trx, actor, attemptId, contentOf, options.now)
    if (!found) return refusal('attempt_not_found')
    const { attempt, content } = found
    // a page that was opened before a release still says the older id
    const given = { ...sent, item: itemToday(content.module, sent.item, content.moved) }
    if (!attempt.draw.items.some(({ id }) => id === given.item)) return refusal('out_of_order')
    const item = itemOf(attempt, content, given.item)
    if (!item) return attempt.finished ? refusal('attempt_finished') : { ok: true, value: { state: 'gone' } }

    const marked = markItem(item, given.response)
    if (marked.state !== 'marked') return refusal(marked.state)
    const before = attempt.given.find((one) => one.item === given.item)
    if (before?.statement === given.id && canonical(before.response) === canonical(marked.response))
      return { ok: true, value: { state: 'marked', response: before.response, score: before.score, reveal: revealItem(item) } }
    if (attempt.finished) return refusal('attempt_finished')
    if (before) return refusal('already_answered')

    const { response, score, reveal } = marked
    const next = stepQuiz(goOn(attemptSnapshot(attempt, content)), { type: 'RESPOND', item: given.item, response, score })
    if (next.value !== 'marked' || currentItem(next)?.id !== given.item) return refusal('out_of_order')
    const object = objectId.item(attempt.module, given.item)
    const contentHash = fingerprintOf(content, object)
    const stored = await store(
      trx,
      actor,
      { id: given.id, verb: 'responded', object, contentHash, attempt: attempt.id, result: { response, score }, at: options.now },
      options,
    )
    return stored ? { ok: true, value: { state: 'marked', response, score, reveal } } : refusal('id_taken')
  })
}

/**
 * Ends an attempt whose items all have a response. Ending it again gives the same result. Of the mark that was asked for when it was
 * begun and the one asked for now, the kinder counts: nobody's attempt gets harder under their hands.
 */
export function finishAttempt(
  db: Kysely<Database>,
  actor: string,
  attemptId: string,
  statement: { id: string },
  contentOf: ContentOf,
  options: QuizOptions,
): Promise<Outcome<AttemptResult>> {
  return db.transaction().execute(async (trx): Promise<Outcome<AttemptResult>> => {
    const found = await findAttempt(trx, actor, attemptId, contentOf, options.now)
    if (!found) return refusal('attempt_not_found')
    const { attempt, content } = found
    if (attempt.finished) return { ok: true, value: withLessons(attempt.finished, content) }
    const snapshot = stepQuiz(goOn(attemptSnapshot(attempt, content)), { type: 'FINISH' })
    if (snapshot.value !== 'finished') return refusal('out_of_order')

    const rules = (await options.rulesFor?.(trx, actor, content.module)) ?? []
    const passMark = Math.min(attempt.passMark ?? content.passMark, kindestMark(rules, content.passMark))
    const outcome = attemptResult(attempt, { ...content, passMark })
    const object = quizObject(attempt.module)
    const result = { score: outcome.score, completion: true, success: outcome.reached, objectives: outcome.objectives }
    const contentHash = fingerprintOf(content, object)
    await store(
      trx,
      actor,
      { id: statement.id, verb: 'finished', object, contentHash, attempt: attempt.id, result, at: options.now },
      options,
    )
    const asked = passMark === content.passMark ? {} : { passMark }
    return { ok: true, value: { ...withLessons(outcome, content), ...asked } }
  })
}

/**
 * The attempt, if it is this learner's. Of another person's and of an unknown one the same is said: nothing.
 * @param lockedAt given in a transaction that will decide by what it reads: keeps the learner's row until its end
 */
async function findAttempt(
  db: Kysely<Database> | Transaction<Database>,
  actor: string,
  id: string,
  contentOf: ContentOf,
  lockedAt?: number,
): Promise<{ attempt: Attempt; content: QuizContent } | undefined> {
  // An address may hold anything, also what PostgreSQL cannot even be asked for (U+0000).
  if (!statementIdSchema.safeParse(id).success) return undefined
  const started = await db
    .selectFrom('statement')
    .select('object')
    .where('attempt', '=', id)
    .where('actor', '=', actor)
    .where('verb', '=', 'started')
    .where('object', 'like', '%/quiz')
    .executeTakeFirst()
  const module = started?.object.slice(0, -'/quiz'.length)
  const content = module === undefined ? undefined : contentOf(module)
  if (!content) return undefined
  // only for a learner who has an attempt: a stranger's question leaves no row
  if (lockedAt !== undefined) await lockLearner(db as Transaction<Database>, actor, lockedAt)
  const attempt = readAttempts(content.module, await quizStatements(db, actor, content.module), content.moved).find((one) => one.id === id)
  return attempt && { attempt, content }
}

async function quizStatements(db: Kysely<Database>, actor: string, module: string): Promise<Statement[]> {
  const rows = await db
    .selectFrom('statement')
    .selectAll()
    .where('actor', '=', actor)
    .where('verb', 'in', ['started', 'responded', 'finished'])
    .where((eb) => eb.or([eb('object', '=', quizObject(module)), eb('object', 'like', `${quizObject(module)}/%`)]))
    .orderBy('seq')
    .execute()
  return rows.map(toStatement)
}

/**
 * After an attempt that was not reached, the next opens once one of the lessons in question has been looked at again:
 * read, or one of its activities done, in a statement received since.
 * @returns those lessons; empty where nothing stands in the way
 */
async function lessonsStillToReview(
  trx: Transaction<Database>,
  actor: string,
  content: QuizContent,
  last: Attempt | undefined,
): Promise<string[]> {
  if (!last?.finished || last.finished.reached) return []
  const lessons = lessonsToReview(last.finished, content)
  if (lessons.length === 0) return []
  const end = await trx
    .selectFrom('statement')
    .select('seq')
    .where('attempt', '=', last.id)
    .where('verb', '=', 'finished')
    // A browser may say that a run of the scenario with this id is over; that is not the end of the attempt.
    .where('object', '=', quizObject(content.module))
    .executeTakeFirstOrThrow()
  const objects = lessons.flatMap((lesson) => withOlder(objectId.lesson(content.module, lesson), content.moved))
  const since = await trx
    .selectFrom('statement')
    .select('id')
    .where('actor', '=', actor)
    .where('seq', '>', end.seq)
    .where('verb', 'in', ['experienced', 'answered'])
    .where((eb) => eb.or(objects.flatMap((object) => [eb('object', '=', object), eb('object', 'like', `${object}/%`)])))
    .limit(1)
    .executeTakeFirst()
  return since ? [] : lessons
}

/** @returns false where another statement has this id */
async function store(trx: Transaction<Database>, actor: string, statement: Statement, options: StoreOptions): Promise<boolean> {
  const [outcome] = await appendServerStatements(trx, actor, [statement], options)
  return outcome !== 'taken'
}

function fingerprintOf(content: QuizContent, object: string): string {
  const known = content.fingerprints[object]
  if (!known) throw new Error(`The course has no fingerprint of ${object}.`)
  return known
}

function refusal<Code extends QuizRefusal>(code: Code): { ok: false; code: Code } {
  return { ok: false, code }
}
