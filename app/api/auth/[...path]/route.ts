/**
 * Signing up, in and out, passwords, second factors, passkeys: the endpoints of lib/account/auth-paths.ts, in the shape of every
 * answer of the site. In this order: our own page, a known endpoint, the shape of the body, not too often, then better-auth.
 */
import { answer } from '#app/api/answer.ts'
import { afterSignIn } from '#app/api/auth/after-sign-in.ts'
import { hold, lettersLeft, noteOutcome, tooOften } from '#app/api/auth/hold.ts'
import { readBody } from '#app/api/read-body.ts'
import { ok, refuse } from '#app/api/reply.ts'
import type { Code } from '#app/api/status-of-code.ts'
import { whoAsks } from '#app/api/who.ts'
import { authPaths, codeOfIssue, codeOfRefusal } from '#lib/account/auth-paths.ts'
import { accountOfProof, askAuth } from '#lib/account/auth-store.ts'
import { config } from '#lib/config/read-config.ts'

export const dynamic = 'force-dynamic'

type Place = { params: Promise<{ path: string[] }> }
const mostBytes = 50_000
const needMail = new Set(['sign-in/magic-link', 'request-password-reset'])

export const GET = answer(async (request: Request, { params }: Place): Promise<Response> => {
  const path = (await params).path.join('/')
  const endpoint = Object.hasOwn(authPaths, path) ? authPaths[path] : undefined
  if (endpoint?.method !== 'GET') return refuse('not_found')
  const query = endpoint.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query?.success) return refuse('malformed')
  const held = await hold(request.headers, endpoint, {})
  if ('seconds' in held) return tooOften(held.seconds)
  return reply(
    request,
    await askAuth({ method: 'GET', path: `/${path}`, query: query.data as Record<string, string>, headers: request.headers }),
  )
})

export const POST = answer(async (request: Request, { params }: Place): Promise<Response> => {
  const path = (await params).path.join('/')
  const endpoint = Object.hasOwn(authPaths, path) ? authPaths[path] : undefined
  if (endpoint?.method !== 'POST' || !endpoint.body) return refuse('not_found')
  const read = await readBody(request, mostBytes)
  if (!read.ok) return refuse(read.code)
  const parsed = endpoint.body.safeParse(read.body)
  if (!parsed.success) {
    const { path: field } = parsed.error.issues[0]!
    return refuse(codeOfIssue(field, Object(read.body)[field[0] ?? '']) as Code)
  }
  const body = parsed.data as Record<string, unknown>
  if (needMail.has(path) && config().smtpUrl === null) return refuse('no_mail')
  const held = await hold(request.headers, endpoint, body)
  if ('seconds' in held) return tooOften(held.seconds)
  const stranger = path === 'verify-email' ? await whoCannotProve(request.headers, String(body['token'])) : null
  if (stranger) return refuse(stranger)
  // Told the same as success: whoever asks too often does not learn whether there is such an account.
  if (!(await lettersLeft(request.headers, path, body))) return ok({ status: true })

  const asked =
    endpoint.asks === 'query'
      ? { method: 'GET' as const, query: body as Record<string, string> }
      : { method: 'POST' as const, body: withMore(path, body) }
  const answered = await askAuth({ ...asked, path: `/${path}`, headers: request.headers })
  if (answered.status < 400 && path === 'change-email' && (await isStillOldAddress(request.headers, body))) return refuse('email_taken')
  await noteOutcome(held.key, answered.status < 400 ? 'right' : codeOfRefusal(answered.status, answered.body))
  return reply(request, answered)
})

/**
 * An address is proven by whoever reads its letters and is signed in to the account: else somebody’s press on a link would make an
 * account theirs that a stranger holds. The same for an address that is to replace another.
 */
async function whoCannotProve(headers: Headers, token: string): Promise<Code | null> {
  const account = accountOfProof(token)
  if (account === null) return 'link_over'
  const { user } = await whoAsks(headers)
  return user === null ? 'sign_in_first' : user.id === account ? null : 'other_account'
}

/** Without letters an address changes at once, and where it belongs to somebody else better-auth says nothing. Signing up says it anyway. */
async function isStillOldAddress(headers: Headers, body: Record<string, unknown>): Promise<boolean> {
  return config().smtpUrl === null && (await whoAsks(headers)).user?.email !== body['newEmail']
}

/** Who changes the password wants the other devices out. */
function withMore(path: string, body: Record<string, unknown>): Record<string, unknown> {
  return path === 'change-password' ? { ...body, revokeOtherSessions: true } : body
}

async function reply(request: Request, { status, body, cookies }: Awaited<ReturnType<typeof askAuth>>): Promise<Response> {
  if (status >= 500) throw new Error(`better-auth replied ${status} ${Object(body).code ?? ''}`)
  const after = status < 400 ? await afterSignIn(request.headers, cookies) : null
  const response = status >= 400 ? refuse(codeOfRefusal(status, body) as Code) : ok(withoutToken(body, after?.merged))
  for (const cookie of [...cookies, ...(after?.cookies ?? [])]) response.headers.append('Set-Cookie', cookie)
  return response
}

/** The session stays in its cookie, where no script of a page can read it. */
function withoutToken(body: unknown, merged: string | undefined): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { token: _token, session: _session, ...rest } = body as Record<string, unknown>
  return merged === undefined ? rest : { ...rest, merged }
}
