/**
 * The one order in which every route of a cohort works: from our own pages, who asks and whether they may, the shape of what they sent,
 * and then the change. Whoever may not is told nothing about what they sent.
 */
import type { ZodType } from 'zod'
import { answer } from '#app/api/answer.ts'
import { guard, type PassedCohort } from '#app/api/guard.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { isSameSite } from '#app/api/same-site.ts'
import type { Code } from '#app/api/status-of-code.ts'
import type { Action } from '#lib/cohort/permissions.ts'
import { config } from '#lib/config/read-config.ts'

type Params = { cohort: string } & Record<string, string>
type Given<A extends Action, Form> = { asked: PassedCohort<A>; params: Params; form: Form; now: number; request: Request }
type Context = { params: Promise<unknown> }
type Route = (request: Request, context: Context) => Promise<Response>
type Outcome = { ok: true; value: unknown } | { ok: false; code: Code }

/** For reading. */
export function readsCohort<A extends Action>(action: A, read: (given: Given<A, null>) => Promise<Outcome>): Route {
  return answer(async (request: Request, context: Context): Promise<Response> => {
    const params = (await context.params) as Params
    const asked = await guard(request, action, params.cohort)
    return asked instanceof Response ? asked : send(await read({ asked, params, form: null, now: Date.now(), request }))
  })
}

/** For a change that needs no body. */
export function changesCohort<A extends Action>(action: A, change: (given: Given<A, null>) => Promise<Outcome>): Route {
  return answer(async (request: Request, context: Context): Promise<Response> => {
    if (!isSameSite(request.headers, config().baseUrl)) return refuse('cross_site')
    const params = (await context.params) as Params
    const asked = await guard(request, action, params.cohort)
    return asked instanceof Response ? asked : send(await change({ asked, params, form: null, now: Date.now(), request }))
  })
}

/** For a change with a body. Refused as `malformed` with details `{ fields }`: what is not in order. */
export function changesCohortBy<A extends Action, Form>(
  action: A,
  schema: ZodType<Form>,
  change: (given: Given<A, Form>) => Promise<Outcome>,
  mostBytes = 200_000,
): Route {
  return answer(async (request: Request, context: Context): Promise<Response> => {
    const params = (await context.params) as Params
    const body = await readBody(request, mostBytes)
    if (!body.ok && body.code === 'cross_site') return refuse('cross_site')
    const asked = await guard(request, action, params.cohort)
    if (asked instanceof Response) return asked
    if (!body.ok) return refuse(body.code)
    const form = schema.safeParse(body.body)
    if (!form.success) return refuse('malformed', { details: { fields: fieldsOf(form.error) } })
    return send(await change({ asked, params, form: form.data, now: Date.now(), request }))
  })
}

export function fieldsOf({ issues }: { issues: readonly { path: readonly PropertyKey[] }[] }): string[] {
  return [...new Set(issues.map(({ path }) => path.map(String).join('.')))]
}

export function send(outcome: Outcome, status?: number): Response {
  return outcome.ok ? ok(outcome.value, status === undefined ? {} : { status }) : refuse(outcome.code)
}
