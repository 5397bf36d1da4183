/**
 * JSON that any page of any site may read, because checking a credential must need nobody's leave. Its ETag is a hash of its bytes, so
 * whoever asks again is told in a few of them that nothing has changed.
 */
import { createHash } from 'node:crypto'
import { refuse } from '#app/api/reply.ts'
import type { Code } from '#app/api/status-of-code.ts'

export const toEverybody = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }

/** @param text JSON */
export function openDocument(
  request: Request,
  text: string,
  { cacheControl, headers = {} }: { cacheControl: string; headers?: Readonly<Record<string, string>> },
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const all = { ...toEverybody, 'Cache-Control': cacheControl, ETag: etag, 'X-Content-Type-Options': 'nosniff', ...headers }
  if (asksFor(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all })
  return new Response(text, { headers: { ...all, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** The same shape as every refusal of the site, for everybody to read. */
export function openRefusal(code: Code): Response {
  return refuse(code, { headers: toEverybody })
}

/**
 * Before a page asks with headers of its own, its browser asks whether it may (CORS preflight). There is nothing to protect here: cookies
 * are not sent along, and nothing is changed.
 */
export function openPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...toEverybody,
      'Access-Control-Allow-Methods': 'GET',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    },
  })
}

/** If-None-Match compares weakly: `W/` does not matter (RFC 9110, 13.1.2). */
function asksFor(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
