/**
 * A request's JSON body, read with a limit, from our own pages only. Every route that changes something begins here.
 */
import { config } from '#lib/config/read-config.ts'
import { isSameSite } from './same-site.ts'

/** bytes */
export const mostBytes = 1_000_000

/** @returns the parsed body, still unchecked, or the code of the refusal */
export async function readBody(
  request: Request,
  limit = mostBytes,
): Promise<{ ok: true; body: unknown } | { ok: false; code: 'cross_site' | 'too_large' | 'malformed' }> {
  if (!isSameSite(request.headers, config().baseUrl)) return { ok: false, code: 'cross_site' }
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, code: 'too_large' }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      // The header may lie or be missing, so what arrives is counted too.
      if (size > limit) return { ok: false, code: 'too_large' }
      chunks.push(chunk)
    }
    return { ok: true, body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch {
    // not JSON, not UTF-8, or the line broke and nobody waits for the reply
    return { ok: false, code: 'malformed' }
  }
}
