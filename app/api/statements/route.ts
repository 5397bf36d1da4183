/**
 * The learning record of whoever asks. Sending the same statements again changes nothing, so a browser that is in doubt
 * sends them again.
 */
import { createHash } from 'node:crypto'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { learnerOf } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse, sentenceFor } from '#app/api/reply.ts'
import { whoAsks } from '#app/api/who.ts'
import { database } from '#lib/db/client.ts'
import { kindOfPath } from '#lib/statement/known-objects.ts'
import type { Statement, StoredStatement } from '#lib/statement/schema.ts'
import { lastSeqOf, readStatements, storeStatements } from '#lib/statement/store.ts'

export const dynamic = 'force-dynamic'

const mostStatements = 500

/**
 * Body `{ statements, from? }`; value `{ actor, account, results: [{ id, ok: true } | { id, ok: false, code, message }] }`. `from`: the
 * account whose these are, as its tag. Where somebody else asks by now, nothing is stored: one person's work is not another's.
 */
export const POST = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request)
  if (!read.ok) return refuse(read.code)
  const statements: unknown = Object(read.body).statements
  if (!Array.isArray(statements)) return refuse('malformed')
  if (statements.length > mostStatements) return refuse('too_many')
  const who = await whoAsks(request.headers)
  const { from } = Object(read.body)
  if (from !== undefined && (!who.user || who.learner === null || tagOf(who.learner) !== from)) return refuse('other_learner')
  const { actor, setCookie } = await learnerOf(request)
  const results = await storeStatements(await database(), actor, statements, { now: Date.now(), course: await courseRecord() })
  return ok(
    {
      actor: tagOf(actor),
      account: who.user !== null,
      results: results.map((one) => (one.ok ? one : { ...one, message: sentenceFor(one.code) })),
    },
    { setCookie },
  )
})

/** Value `{ actor, account, statements, next, more }`: up to 500 after `?since=`; ask again with `next` while there is `more`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const since = new URL(request.url).searchParams.get('since') ?? '0'
  if (!/^\d{1,15}$/.test(since)) return refuse('malformed')
  const { learner: actor, user } = await whoAsks(request.headers)
  const account = user !== null
  if (actor === null) return ok({ ...nobody, account })
  const db = await database()
  const page = await readStatements(db, actor, Number(since))
  // A device that has seen more than there is met a database put back from an older copy. Answered as a stranger,
  // it sends everything it has again; an account keeps its name, since what is an account's goes to no stranger.
  if (page.statements.length === 0 && Number(since) > (await lastSeqOf(db, actor)))
    return ok(account ? { ...nobody, actor: tagOf(actor), account, again: true } : { ...nobody, account })
  return ok({ actor: tagOf(actor), account, ...page, statements: page.statements.map(asMade) })
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
