/** One private copy of an account: read, or replaced by who has seen the version it replaces. */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { readCopy, writeCopy } from '#lib/account/private-copy-store.ts'
import { isCopied } from '#lib/account/private-keys.ts'

export const dynamic = 'force-dynamic'

/** `?key=`; value `{ value, version, updatedAt }`. */
export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.private')
  if (asked instanceof Response) return asked
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const { learner } = asked.who
  const copy = learner === null ? null : await readCopy(asked.db, learner, key)
  return copy ? ok(copy) : refuse('not_found')
})

/** Body `{ key, value, over }`: `value` null erases, `over` is the version it replaces, 0 for a first one. Value `{ version }`. */
export const PUT = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.private')
  if (asked instanceof Response) return asked
  const read = await readBody(request)
  if (!read.ok) return refuse(read.code)
  const { key, value, over } = Object(read.body)
  if (!isCopied(key) || value === undefined || !Number.isSafeInteger(over) || over < 0) return refuse('malformed')
  if (asked.who.learner === null) return refuse('copies_off')
  const written = await writeCopy(asked.db, asked.who.learner, { key, value, over }, Date.now())
  return written.ok ? ok({ version: written.version }) : refuse(written.code)
})
