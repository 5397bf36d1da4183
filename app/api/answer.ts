/**
 * What stands around every route of the API: what a route does not expect is logged with a request id and answered as
 * `internal`, with that id and nothing about the cause. A device then keeps what it has and tries again.
 */
import { randomUUID } from 'node:crypto'
import { refuse } from './reply.ts'

/** As Next calls it: the request, and what the address says. A route may take less. */
type Given = [request?: Request, context?: unknown]

export function answer<Taken extends Given>(route: (...given: Taken) => Promise<Response>): (...given: Taken) => Promise<Response> {
  return async (...given) => {
    try {
      return await route(...given)
    } catch (error) {
      const id = randomUUID()
      const [request] = given
      // The path alone: what stands after it, and in the body, is the learner's.
      console.error(`Request ${id} failed: ${request ? `${request.method} ${new URL(request.url).pathname}` : ''}`, error)
      return refuse('internal', { details: { request: id }, headers: { 'X-Request-Id': id } })
    }
  }
}
