/**
 * Adds the address that a request came from to its `X-Forwarded-For`, at the end, as each proxy before has done. Next adds it only
 * where the header is missing, so anybody could write there who they want to be taken for; lib/account/client-address.ts reads from
 * the end.
 */
import type { IncomingMessage } from 'node:http'

export function addCaller({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }): void {
  const given = headers['x-forwarded-for']
  const before = Array.isArray(given) ? given.join(', ') : given
  headers['x-forwarded-for'] = before ? `${before}, ${socket.remoteAddress ?? 'unknown'}` : (socket.remoteAddress ?? 'unknown')
}
