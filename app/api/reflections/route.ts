/**
 * Showing a reflection to the facilitators of a cohort, and taking it back.
 * GET ?object=: value `{ showings, messages }`: the cohorts it can be shown to, and the words of the interface: they come with it,
 *   so that lesson pages do not carry them for everybody.
 * POST { cohort, object, words }: shows these words. DELETE { cohort, object }: takes them back.
 */
import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { courseRecord } from '#app/api/course-record.ts'
import { guard } from '#app/api/guard.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { hideReflection, longestReflection, showings, showReflection } from '#lib/cohort/reflection-store.ts'
import type { Messages } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

const object = z.string().min(1).max(200)
const showSchema = z.strictObject({ cohort: z.string().max(40), object, words: z.string().trim().min(1).max(longestReflection) })
const hideSchema = z.strictObject({ cohort: z.string().max(40), object })

export const GET = answer(async (request: Request): Promise<Response> => {
  const asked = await guard(request, 'self.cohorts')
  if (asked instanceof Response) return asked
  const found = object.safeParse(new URL(request.url).searchParams.get('object'))
  if (!found.success) return refuse('malformed')
  const list = asked.who.learner === null ? [] : await showings(asked.db, asked.who.learner, found.data)
  return ok({ showings: list, messages: list.length === 0 ? {} : wordsOfSharing() })
})

export const POST = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request, 200_000)
  if (!read.ok) return refuse(read.code)
  const given = showSchema.safeParse(read.body)
  if (!given.success) return refuse('malformed')
  const { cohort, object: about, words } = given.data
  const asked = await guard(request, 'self.share', cohort)
  if (asked instanceof Response) return asked
  const { learner } = asked.who
  if (learner === null) return refuse('not_found')
  if (!(await isActivity(about))) return refuse('unknown_object')
  const shown = await showReflection(asked.db, { cohort, learner, object: about, words, now: Date.now() })
  return shown.ok ? ok(shown.value) : refuse(shown.code)
})

export const DELETE = answer(async (request: Request): Promise<Response> => {
  const read = await readBody(request, 2000)
  if (!read.ok) return refuse(read.code)
  const given = hideSchema.safeParse(read.body)
  if (!given.success) return refuse('malformed')
  const asked = await guard(request, 'self.cohorts')
  if (asked instanceof Response) return asked
  const { learner } = asked.who
  if (learner !== null) await hideReflection(asked.db, { learner, cohort: given.data.cohort, object: given.data.object })
  return ok({})
})

/** Whether the course has, or once had, an activity under this id. */
async function isActivity(about: string): Promise<boolean> {
  return (await courseRecord()).known.kindOf(about) === 'activity'
}

/** The keys of the part of the catalogue that is about sharing. */
function wordsOfSharing(): Messages {
  return Object.fromEntries(Object.entries(messagesFor(defaultLocale).me).filter(([key]) => key.startsWith('share')))
}
