/**
 * What stands around every route of the API: what a route does not expect is logged with a request id and answered as
 * `internal`, with that id and nothing about the cause. A device then keeps what it has and tries again.
 * What needs a signature while every key is called back is refused as `no_signing_key`.
 * A request that comes late, of a learner who has been erased, is refused, and a cookie that names them goes.
 */
import { randomUUID } from 'node:crypto'
import { forgottenGuestCookies } from '#lib/account/session.ts'
import { config } from '#lib/config/read-config.ts'
import { isNoSigningKey } from '#lib/credential/no-signing-key.ts'
import { refuse } from './reply.ts'

/** As Next calls it: the request, and what the address says. A route may take less. */
type Given = [request?: Request, context?: unknown]

export function answer<Taken extends Given>(route: (...given: Taken) => Promise<Response>): (...given: Taken) => Promise<Response> {
  return async (...given) => {
    try {
      return await route(...given)
    } catch (error) {
      const [request] = given
      if (error instanceof Error && error.name === 'LearnerErased') return refuseErased(request)
      if (isNoSigningKey(error)) return refuse('no_signing_key', { headers: { 'Retry-After': '600' } })
      const id = randomUUID()
      // The path alone: what stands after it, and in the body, is the learner's.
      console.error(`Request ${id} failed: ${request ? `${request.method} ${new URL(request.url).pathname}` : ''}`, error)
      return refuse('internal', { details: { request: id }, headers: { 'X-Request-Id': id } })
    }
  }
}

function refuseErased(request: Request | undefined): Response {
  const reply = refuse('other_learner')
  for (const cookie of forgottenGuestCookies(request?.headers.get('cookie') ?? null, config().baseUrl))
    reply.headers.append('Set-Cookie', cookie)
  return reply
}
