/**
 * The one way a component calls the server. Waits its turn behind the outbox, so that a device without a guest makes one.
 * What changes something on the server usually makes statements there (a response, a result): they are fetched right after.
 */
import { wake } from './outbox.ts'
import { type Method, request } from './request.ts'

export type Called<T> = { ok: true; value: T } | { ok: false; code: string; message?: string }

/**
 * @param path beginning with /api/
 * @returns the value, or a stable code: `offline` without a connection, `unavailable` where something else than the site
 *   replied, otherwise the site's own, with its sentence as `message`
 */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<Called<T>> {
  const reply = await request<T>(method, path, body)
  if (reply.ok) {
    if (method !== 'GET') wake()
    return reply
  }
  return reply.message === undefined ? { ok: false, code: reply.code } : { ok: false, code: reply.code, message: reply.message }
}
