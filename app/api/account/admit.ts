/**
 * The one order in which every route of an account works: from our own pages, who asks and whether they may, the shape of what they
 * sent. Whoever may not is told nothing about what they sent. The change follows in the route, beside this.
 */
import type { ZodType } from 'zod'
import { guard, type Passed } from '#app/api/guard.ts'
import { readBody } from '#app/api/read-body.ts'
import { refuse } from '#app/api/reply.ts'
import { isSameSite } from '#app/api/same-site.ts'
import type { Code } from '#app/api/status-of-code.ts'
import { codeOfIssue } from '#lib/account/auth-paths.ts'
import type { Action } from '#lib/cohort/permissions.ts'
import { config } from '#lib/config/read-config.ts'

/**
 * A change with a body. A field that is wrong is named by the code, e.g. `email_wrong`.
 * @param most bytes of the body
 */
export async function admit<A extends Action, Form>(
  request: Request,
  action: A,
  schema: ZodType<Form>,
  most = 5000,
): Promise<{ asked: Passed<A>; form: Form } | Response> {
  const read = await readBody(request, most)
  if (!read.ok && read.code === 'cross_site') return refuse('cross_site')
  const asked = await guard(request, action)
  if (asked instanceof Response) return asked
  if (!read.ok) return refuse(read.code)
  const parsed = schema.safeParse(read.body)
  if (parsed.success) return { asked, form: parsed.data }
  const { path } = parsed.error.issues[0]!
  return refuse(codeOfIssue(path, Object(read.body)[path[0] ?? '']) as Code)
}

/** A change that needs no body. */
export async function admitBare<A extends Action>(request: Request, action: A): Promise<Passed<A> | Response> {
  return isSameSite(request.headers, config().baseUrl) ? guard(request, action) : refuse('cross_site')
}
