/**
 * The learning record of whoever asks. Sending the same statements again changes nothing, so a browser that is in doubt
 * sends them again.
 */
import { createHash } from 'node:crypto'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { knownLearner, learnerOf } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse, sentenceFor } from '#app/api/reply.ts'
import { database } from '#lib/db/client.ts'
import { kindOfPath } from '#lib/statement/known-objects.ts'
import type { Statement, StoredStatement } from '#lib/statement/schema.ts'
import { lastSeqOf, readStatements, storeStatements } from '#lib/statement/store.ts'

export const dynamic = 'force-dynamic'

const mostStatements = 500

/** Body `{ statements }`; value `{ actor, results: [{ id, ok: true } | { id, ok: false, code, message }] }`. */
export const POST = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request)
  if (!read.ok) return refuse(read.code)
  const statements: unknown = Object(read.body).statements
  if (!Array.isArray(statements)) return refuse('malformed')
  if (statements.length > mostStatements) return refuse('too_many')
  const { actor, setCookie } = await learnerOf(request)
  const results = await storeStatements(await database(), actor, statements, { now: Date.now(), course: await courseRecord() })
  return ok(
    { actor: tagOf(actor), results: results.map((one) => (one.ok ? one : { ...one, message: sentenceFor(one.code) })) },
    { setCookie },
  )
})

/** Value `{ actor, statements, next, more }`: up to 500 after `?since=`; ask again with `next` while there is `more`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const since = new URL(request.url).searchParams.get('since') ?? '0'
  if (!/^\d{1,15}$/.test(since)) return refuse('malformed')
  const actor = await knownLearner(request)
  if (actor === null) return ok(nobody)
  const db = await database()
  const page = await readStatements(db, actor, Number(since))
  // A device that has seen more than there is met a database put back from an older copy. Answered as a stranger,
  // it sends everything it has again.
  if (page.statements.length === 0 && Number(since) > (await lastSeqOf(db, actor))) return ok(nobody)
  return ok({ actor: tagOf(actor), ...page, statements: page.statements.map(asMade) })
})

const nobody = { actor: null, statements: [], next: 0, more: false }

/** Tells a device whether it still speaks to the same learner, without telling it the id. */
function tagOf(actor: string): string {
  return createHash('sha256').update(actor).digest('hex').slice(0, 12)
}

/**
 * As its maker made it, without what is the server's own. The draw of a quiz stays here: with its seed one could undo the
 * shuffle that hides the key of an ordering item.
 */
function asMade({ actor: _actor, receivedAt: _receivedAt, seq: _seq, ...statement }: StoredStatement): Statement {
  if (kindOfPath(statement.object) !== 'quiz' || !statement.result) return statement
  const { draw: _draw, ...result } = statement.result
  return { ...statement, result }
}
