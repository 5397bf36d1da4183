/**
 * Ends a server without cutting anybody off: no new connections, requests that run get to finish, connections that wait for
 * another request are closed as soon as they do. Without the last, one browser that keeps its connection would hold up the stop.
 * A stream of news has no end that could be waited for, and whoever listens asks again by itself: it is cut at once.
 */
import type { Server, ServerResponse } from 'node:http'

/** @returns what is being answered, as it comes and goes; to be called before the first request */
export function watchResponses(server: Server): ReadonlySet<ServerResponse> {
  const open = new Set<ServerResponse>()
  server.on('request', (_request, response) => {
    open.add(response)
    response.on('close', () => open.delete(response))
  })
  return open
}

/**
 * @param patience how long running requests get, in milliseconds; then their connections are cut
 * @param open what watchResponses gave
 */
export async function closeServer(server: Server, patience: number, open: ReadonlySet<ServerResponse> = new Set()): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  const release = () => {
    for (const response of open) if (isStream(response)) response.destroy()
    server.closeIdleConnections()
  }
  release()
  const sweep = setInterval(release, 50)
  const end = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(end)
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream')
}
