/**
 * GET ?code=…&invite=…: what is behind a code, and whether whoever asks may come in.
 * POST `{ code, name, email?, invite? }`: comes in, with or without an account; a guest is made where there is none. Who is in already is
 * told so (`how: 'already'`) and goes on. From one network so many come in ten minutes and no more (`many_joined`).
 */

import { answer } from '#app/api/answer.ts'
import { learnerOf } from '#app/api/learner.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { whoAsks } from '#app/api/who.ts'
import { clientAddress } from '#lib/account/client-address.ts'
import { budgets } from '#lib/account/throttle.ts'
import { spend, throttleKey } from '#lib/account/throttle-store.ts'
import { joinCohort, lookAtCode } from '#lib/cohort/join-store.ts'
import { joinFormSchema } from '#lib/cohort/schema.ts'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import { unlessGuessing } from './wrong-codes.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url)
  const { learner } = await whoAsks(request.headers)
  const invite = searchParams.get('invite')?.slice(0, 100) || undefined
  const [db, code, now] = [await database(), searchParams.get('code')?.slice(0, 60) ?? '', Date.now()]
  const found = await unlessGuessing(request.headers, { code, invite }, (typed) => lookAtCode(db, typed, { learner, invite, now }))
  return found.ok ? ok(found.value) : refuse(found.code)
})

export const POST = answer(async (request: Request): Promise<Response> => {
  const body = await readBody(request, 20_000)
  if (!body.ok) return refuse(body.code)
  const form = joinFormSchema.safeParse(body.body)
  if (!form.success) return refuse('malformed')
  const [db, now] = [await database(), Date.now()]
  const place = throttleKey('joins', clientAddress(request.headers, config().proxies))
  if (!(await spend(db, place, budgets.joins, now))) return refuse('many_joined')
  const { actor, setCookie } = await learnerOf(request)
  const joined = await unlessGuessing(request.headers, form.data, (code) => joinCohort(db, actor, { ...form.data, code }, now))
  return joined.ok ? ok(joined.value, { setCookie }) : refuse(joined.code)
})
